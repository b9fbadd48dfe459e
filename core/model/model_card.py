"""The model card: what a model file says of itself, readable without torch or any other library."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Optional

from ..geodata.normalisation import Normalisation
from ..geodata.values.band_values import BandValues
from ..labels.legend import Legend
from .companion import Companion

FORMAT, _PLAIN_FORMAT = 2, 1
"""Version of the format, and the older one in which a card without companions is written as ever."""
FEATURE_IMPORTANCE = "feature_importance"
"""What the provenance of a forest calls the shares that its features have in its decisions."""
COMMITTEE = "committee"
"""What the provenance of a committee calls the measures of each of its models alone, by the model's key."""
AGREEMENT = "agreement"
"""What the measures of a committee call those on which network and classifiers agree, labelled or not."""
SCALED_BY_SCENE = "scaled_by_scene"
"""What the provenance of a model says whose training scenes were each brought to the values of all of them."""
LEFT_OUT, MASKED = MISSING_LAYERS = ("left_out", "masked")
"""What a recipe does with pixels that some of the stack's rasters lack."""


@dataclass(frozen=True)
class ModelCard:
    """Everything but the weights, so that nobody has to type any of it again to predict.

    Attributes:
        name: What the analyst calls the model.
        architecture: Key in the list of models.
        architecture_parameters: Its parameters by name.
        bands: Names of the input bands in order.
        legend: The classes that it predicts.
        normalisation: How its input is scaled.
        pixel_size_m: Side in metres of the pixels that it learned from: those of the training imagery, or larger ones
            where its tiles were shrunk.
        data_type: Data type of the training imagery, such as “uint16”.
        tile_px: Side of the tiles it was trained on.
        margin_px: How much of a tile's edge prediction drops, measured at the end of training.
        recipe: The recipe as plain values.
        measures: Measures on the validation part, of the epoch that was kept.
        provenance: When, from what, with which versions; the split and which pixels were used how.
        band_filters: Which pretrained filter each band was given, where there were any.
        notes: What the analyst wrote about it.
        temperature: Probabilities are softmax(ln p / temperature); fitted on the validation part.
        values: How the values of the training scenes are distributed; None in older files.
        sources: How bands are read where not as their files say, by name, such as “category”.
        companions: Further models of the file; what all of them make of a pixel is averaged (a committee).
        class_factors: What probabilities are multiplied by before the temperature, by class; see `prior_shift`. Empty
            where they stay as they are.
    """

    name: str
    architecture: str
    architecture_parameters: dict[str, Any]
    bands: tuple[str, ...]
    legend: Legend
    normalisation: Normalisation
    pixel_size_m: float
    data_type: str
    tile_px: int
    margin_px: int
    recipe: dict[str, Any]
    measures: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, Any] = field(default_factory=dict)
    band_filters: dict[str, str] = field(default_factory=dict)
    notes: str = ""
    temperature: float = 1.0
    values: Optional[BandValues] = None
    companions: tuple[Companion, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)
    class_factors: tuple[float, ...] = ()

    def to_json(self) -> str:
        """Write the card as JSON text for the file's header."""
        values = asdict(self)
        values["legend"] = self.legend.to_dicts()
        values["format"] = FORMAT if self.companions else _PLAIN_FORMAT
        if not self.companions:
            del values["companions"]  # versions that know none read it
        for name in ("sources", "class_factors"):
            if not values[name]:
                del values[name]
        return json.dumps(values, ensure_ascii=False)

    @property
    def members(self) -> tuple[ModelCard, ...]:
        """The cards of the file's models, each as that of a model alone: this one, and one for every companion."""
        first = replace(self, companions=())
        return (first, *(replace(first, **companion.own_fields) for companion in self.companions))

    @property
    def weights(self) -> tuple[float, ...]:
        """What the votes of the members count on scenes that look like those of the training; see `Companion`."""
        return (1.0, *(companion.weight for companion in self.companions))

    @property
    def weights_elsewhere(self) -> tuple[float, ...]:
        """What they count on scenes that look different."""
        return (1.0, *(companion.weight_elsewhere for companion in self.companions))

    @property
    def voters(self) -> tuple[int, ...]:
        """The numbers of the members that vote on every scene; the others do where one looks different."""
        return tuple(number for number, weight in enumerate(self.weights) if weight)

    @property
    def architectures(self) -> tuple[str, ...]:
        """The keys of the models that vote on every scene, in the list of models."""
        members = self.members
        return tuple(members[number].architecture for number in self.voters)

    @property
    def models_key(self) -> str:
        """The keys of its models in one word, by which it is remembered how fast they are together."""
        return "+".join(self.architectures)

    @property
    def masks_missing(self) -> bool:
        """Whether it maps pixels, too, that some of the stack's rasters lack."""
        return bool(self.recipe.get("missing_layers") == MASKED)

    @property
    def works_at_its_size(self) -> bool:
        """Whether it learned from resized tiles: then it sees all imagery at its own pixel size."""
        return self.recipe.get("resize_px") not in (None, self.recipe.get("tile_px"))

    def renamed(self, name: str) -> ModelCard:
        """Give the same card with another name."""
        return replace(self, name=name)

    def noted(self, notes: str) -> ModelCard:
        """Give the same card with other notes."""
        return replace(self, notes=notes)
