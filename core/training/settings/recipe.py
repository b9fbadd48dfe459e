"""The recipe: every training choice but the data, shared by form, command line and model file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Optional

from ...errors import BadInputError
from ...geodata.normalisation import METHODS
from ...labels.origins import origin_weights
from ...labels.splitting.kinds import KINDS
from ...model.catalogue import architecture
from ...model.model_card import LEFT_OUT, MISSING_LAYERS
from ...parameters import check, describe, from_dict, parameter
from .choices import (
    ALONE,
    CLASS_WEIGHTS,
    COMMITTEES,
    LOSSES,
    OPTIMISERS,
    OTHER_SCENES,
    REFIT,
    SCHEDULES,
    THIS_SCENE,
    USED_ON,
    WITH_CLASSIFIERS,
)

LAST = "last"
_ONCE_WITH_CLASSIFIERS = "with_forest"
KEPT_BY = ("miou", "f1", "loss", LAST)
_MODEL, _TILES, _SPLIT, _AUGMENT = "Model", "Tiles", "Validation", "Augmentation"
_LOSS, _OPTIMISER, _STOP = "Loss", "Optimiser", "When to stop"


@dataclass(frozen=True)
class Recipe:
    """Every training choice but the data; a preset is a named recipe from a paper.

    Lengths are in pixels of the training grid unless the name says otherwise.
    """

    name: str = "quick"
    model: str = parameter("unet_improved", "Model", "The network or classifier to train.", group=_MODEL)
    model_parameters: dict[str, Any] = parameter(
        {}, "Model settings", "The model's own settings by name.", group=_MODEL
    )
    committee: str = parameter(
        ALONE, "Committee",
        "With classifiers, a maximum likelihood and a support vector machine are trained beside the network, and what "
        "all three make of a pixel is averaged, in one model file. Forest elsewhere: a random forest is trained beside "
        "it, which counts only where a scene looks different from the training’s. Auto does the first where labels are "
        "few, else the second.",
        choices=COMMITTEES, group=_MODEL,
    )  # fmt: skip

    used_on: str = parameter(
        THIS_SCENE, "Use it on",
        "For other scenes too, a network learns from strongly changed colours, so that it doesn’t rely on this scene’s "
        "light, season and sensor, and each of several training scenes is scaled by its own values, as the scenes it "
        "maps later are. The map of this scene may be a little worse.",
        choices=USED_ON, group=_MODEL,
    )  # fmt: skip

    missing_layers: str = parameter(
        LEFT_OUT, "Missing layers",
        "What happens where some rasters of the stack have no data: such pixels are left out, or masked: what is "
        "missing counts as its mean, and rasters are hidden at random in training, so that the model maps, too, where "
        "they end. A raster beside the map then tells which pixels lacked what.",
        choices=MISSING_LAYERS, group=_MODEL,
    )  # fmt: skip
    hidden_share: float = parameter(
        0.25, "Hide layers",
        "How often each raster of the stack is hidden from what is learned from, where missing ones are masked.",
        low=0.0, high=0.9, group=_MODEL, advanced=True,
    )  # fmt: skip

    tile_px: int = parameter(
        128, "Tile size", "Side of the square pieces that a network sees.", unit="px", low=16, high=4096, group=_TILES
    )
    stride_px: int = parameter(
        64, "Stride", "Step between neighbouring tiles; a smaller one gives more tiles an epoch.",
        unit="px", low=1, high=4096, group=_TILES, advanced=True,
    )  # fmt: skip
    resize_px: Optional[int] = parameter(
        None, "Resize tiles to", "Tiles are shrunk to this side before the network sees them; empty keeps them.",
        unit="px", low=16, high=4096, group=_TILES, advanced=True,
    )  # fmt: skip
    tiles_per_epoch: Optional[int] = parameter(
        None, "Tiles an epoch", "How many tiles make one epoch; empty takes what the stride gives.",
        low=1, high=1_000_000, group=_TILES, advanced=True,
    )  # fmt: skip
    balance: float = parameter(
        0.5, "Favour rare classes", "0 draws tiles as classes occur, 1 shows every class equally often.",
        low=0.0, high=1.0, group=_TILES,
    )  # fmt: skip
    normalisation: str = parameter(
        "percentiles", "Normalisation", "How bands are scaled; percentiles are robust against outliers.",
        choices=METHODS, group=_TILES, advanced=True,
    )  # fmt: skip

    split: str = parameter(
        "blocks", "Split", "How validation pixels are held back; random tiles leak, for reproduction only.",
        choices=tuple(KINDS), group=_SPLIT,
    )  # fmt: skip
    validation_share: float = parameter(
        0.3, "Validation share", "Share of the labels held back to measure the model.", low=0.0, high=0.9, group=_SPLIT
    )
    test_share: float = parameter(
        0.0, "Test share", "Share of the labels that not even the choice of the best epoch sees.",
        low=0.0, high=0.9, group=_SPLIT, advanced=True,
    )  # fmt: skip
    block_px: Optional[int] = parameter(
        None, "Block size",
        "Side of the blocks of the spatial split; empty fits it to the labels and to how far the rest of the scene is "
        "from them.",
        unit="px", low=8, high=100_000, group=_SPLIT, advanced=True,
    )  # fmt: skip
    gap_px: Optional[int] = parameter(
        None, "Gap",
        "Width of the unused strip between training and validation; empty leaves 16 px, and none where labels lie all "
        "over the scene.",
        unit="px", low=0, high=10_000, group=_SPLIT, advanced=True,
    )  # fmt: skip

    refit: str = parameter(
        "never", "Learn from everything in the end",
        "What is held back measures; then the model is trained anew on all labels, for as many steps. “auto” does so "
        "where labels are few, and for classifiers.",
        choices=REFIT, group=_SPLIT,
    )  # fmt: skip
    adapt_to_few: bool = parameter(
        False, "Adapt to few polygons",
        "Up to 120 polygons with nothing labelled around them are learned with strongly changed tiles, a pixel branch, "
        "40 epochs at most and the last one kept, so that they aren’t learned by heart; classifiers learn from every "
        "pixel. What you set yourself stays. Probabilities of a network with classifiers beside it, a random forest or "
        "a support vector machine are brought nearer to the classes’ shares of the imagery.",
        group=_SPLIT,
    )  # fmt: skip
    flip: bool = parameter(True, "Flip", "Mirror tiles left-right and up-down.", group=_AUGMENT)
    rotate90: bool = parameter(True, "Quarter turns", "Turn tiles by 90, 180 and 270 degrees.", group=_AUGMENT)
    rotate_degrees: float = parameter(
        0.0, "Free rotation", "Largest turn to either side.", unit="°", low=0.0, high=180.0, group=_AUGMENT
    )
    stretch: float = parameter(
        0.0,
        "Stretch",
        "Largest lengthening or shortening of either axis, as a share.",
        low=0.0,
        high=0.5,
        group=_AUGMENT,
    )
    random_crop: bool = parameter(
        False, "Random crop", "Cut the tile at random from a larger one.", group=_AUGMENT, advanced=True
    )
    centre_crop: bool = parameter(
        False, "Centre crop", "Cut the tile from the middle of a larger one.", group=_AUGMENT, advanced=True
    )
    colour_jitter: float = parameter(
        0.0,
        "Colour jitter",
        "Largest change of brightness and contrast, as a share.",
        low=0.0,
        high=1.0,
        group=_AUGMENT,
    )
    noise: float = parameter(
        0.0, "Noise", "Deviation of Gaussian noise, in normalised units.", low=0.0, high=1.0, group=_AUGMENT
    )

    loss: str = parameter("ce_dice", "Loss", "What training makes small.", choices=LOSSES, group=_LOSS)
    alpha: float = parameter(
        1.0, "α", "Weight of the Dice part beside the cross-entropy.", low=0.0, high=100.0, group=_LOSS, advanced=True
    )
    gamma: float = parameter(
        2.0, "γ", "How strongly the focal loss turns to hard pixels.", low=0.0, high=10.0, group=_LOSS, advanced=True
    )
    class_weights: str = parameter(
        "none", "Class weights", "Give rare classes more weight in the loss.", choices=CLASS_WEIGHTS, group=_LOSS
    )

    corrected_weight: float = parameter(
        1.0, "Weight of corrections", "How many drawn pixels one counts for that was corrected by hand.",
        low=0.0, high=100.0, group=_LOSS,
    )  # fmt: skip
    reviewed_weight: float = parameter(
        1.0, "Weight of reviewed places",
        "How many drawn pixels one counts for where a map was looked at and found right; 0 leaves them out.",
        low=0.0, high=100.0, group=_LOSS,
    )  # fmt: skip

    kept_share: float = parameter(
        0.0, "Keep of the old model",
        "How much of the weights of the model that training goes on from is in the one that is kept: 0 is what was "
        "learned last, 0.5 the mean of both, which forgets less where the new labels are few.",
        low=0.0, high=0.95, group=_OPTIMISER, advanced=True,
    )  # fmt: skip
    optimiser: str = parameter("adamw", "Optimiser", "How weights are changed.", choices=OPTIMISERS, group=_OPTIMISER)
    learning_rate: float = parameter(
        0.003, "Learning rate", "Size of the steps; lower it when the loss jumps or becomes infinite.",
        low=1e-7, high=10.0, group=_OPTIMISER,
    )  # fmt: skip
    momentum: float = parameter(0.9, "Momentum", "Of SGD.", low=0.0, high=0.999, group=_OPTIMISER, advanced=True)
    weight_decay: float = parameter(
        0.01, "Weight decay", "Pull of the weights towards zero.", low=0.0, high=1.0, group=_OPTIMISER, advanced=True
    )
    schedule: str = parameter(
        "one_cycle", "Schedule", "How the learning rate changes over the training.",
        choices=SCHEDULES, group=_OPTIMISER, advanced=True,
    )  # fmt: skip
    warmup_steps: int = parameter(
        0, "Warm-up", "Steps over which the learning rate rises.", unit="steps", low=0, high=100_000,
        group=_OPTIMISER, advanced=True,
    )  # fmt: skip
    clip_norm: float = parameter(
        1.0, "Clip gradients at", "Largest norm of the gradient; 0 switches it off.", low=0.0, high=1e6,
        group=_OPTIMISER, advanced=True,
    )  # fmt: skip
    batch_size: int = parameter(8, "Batch size", "Tiles in one step.", unit="tiles", low=1, high=4096, group=_OPTIMISER)

    epochs: int = parameter(
        40, "Epochs", "How often the training data is gone through.", low=1, high=100_000, group=_STOP
    )
    minutes: Optional[float] = parameter(
        None, "Stop after", "Time at which training ends, with what is best by then; empty sets no limit.",
        unit="min", low=0.01, high=100_000, group=_STOP,
    )  # fmt: skip
    patience: int = parameter(
        0, "Patience", "Epochs without progress after which training ends; 0 never ends it early.",
        unit="epochs", low=0, high=100_000, group=_STOP, advanced=True,
    )  # fmt: skip
    keep: str = parameter(
        "miou", "Epoch kept",
        "The best by a measure on the validation part, or the last: few labels held back can't tell epochs apart.",
        choices=KEPT_BY, group=_STOP,
    )  # fmt: skip

    @property
    def origin_weights(self) -> tuple[float, ...]:
        """The weights of labels by where they come from, by the codes of `labels.origins`."""
        return origin_weights({"reviewed": self.reviewed_weight, "corrected": self.corrected_weight})

    @property
    def is_resized(self) -> bool:
        """Whether a network sees tiles at another size than their own."""
        return self.resize_px not in (None, self.tile_px)

    @property
    def maps_other_scenes(self) -> bool:
        """Whether the model is meant for other scenes than those that it learns from."""
        return self.used_on == OTHER_SCENES

    def checked(self) -> Recipe:
        """Check every value, the model and its settings; give the recipe back, its settings of the right types.

        Raises:
            BadInputError: Naming the value that doesn't fit, and what does.
        """
        check(self)
        parameters: Any = from_dict(architecture(self.model).parameters, self.model_parameters)
        if self.validation_share + self.test_share > 0.95:
            raise BadInputError("Validation and test share leave nothing to train on. Lower one of them.")
        if architecture(self.model).stride > (self.resize_px or self.tile_px):
            stride = architecture(self.model).stride
            raise BadInputError(
                "Tiles of {resize_px} px are too small for {model}: at least {stride}.",
                resize_px=self.resize_px or self.tile_px,
                model=self.model,
                stride=stride,
            )
        if self.committee == WITH_CLASSIFIERS and self.is_resized:
            raise BadInputError(
                "Classifiers beside the network need tiles at their own size. Leave “Resize tiles to” empty, or train "
                "the network alone."
            )
        return replace(self, model_parameters={key: getattr(parameters, key) for key in self.model_parameters})


def recipe_from_dict(values: Mapping[str, Any]) -> Recipe:
    """Make a recipe from plain values, such as a model file holds; an older one calls a committee by another name."""
    if isinstance(values, Mapping) and values.get("committee") == _ONCE_WITH_CLASSIFIERS:
        values = {**values, "committee": WITH_CLASSIFIERS}
    return from_dict(Recipe, values)


FOR_NETWORKS_ONLY = frozenset(
    entry.name
    for entry in describe(Recipe)
    if entry.group in ("Tiles", "Augmentation", "Loss", "Optimiser", "When to stop") or entry.name == "committee"
)
"""Fields that say nothing to a classifier of single pixels."""
