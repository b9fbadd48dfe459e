"""The jobs of prediction, as they are sent to the worker: models, imagery, what is to be written and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from ..files.beside import beside_prediction
from ..files.roles import reads, writes
from ..geodata.extent import Extent
from ..parameters import parameter
from .engines.table import TABLE

ENGINES = ("auto", *(name for name, entry in TABLE.items() if entry.is_offered))
"""What may compute a network in prediction."""
AUTO, AS_TRAINED, PERCENTILES, HISTOGRAM, BATCH_STATISTICS = FIT_SCALING = (
    "auto", "as_trained", "percentiles", "histogram", "batch_statistics"
)  # fmt: skip
"""What may be done about a scene whose values lie elsewhere than the training's: `scaling`."""


@dataclass(frozen=True)
class PredictJob:
    """Predict the classes of an image with one or several model files (an ensemble averages them).

    A pixel gets its likeliest class. With a threshold t for one class c it is c where p_c ≥ t, else the likeliest of
    the rest; `threshold_class` and `threshold` give them, else those that the models remember are taken, all of which
    have to remember the same, unless `own_threshold` is off.

    `extent` is in the image's own coordinate system, `mask` a polygon file outside which nothing is predicted.
    """

    models: tuple[str, ...] = reads()
    images: tuple[str, ...] = reads()
    out: str = writes(beside=beside_prediction)
    bands: tuple[str, ...] = ()
    extent: Optional[Extent] = None
    mask: str = reads("")
    mask_layer: str = ""
    centre: Optional[tuple[float, float]] = None
    device: str = "auto"
    threads: int = 0
    scheduler: str = ""
    probabilities: bool = parameter(False, "Probabilities", "Write the classes' probabilities too, one band a class.")
    uncertainty: bool = parameter(False, "Uncertainty", "Write how unsure the model is, too.")
    test_time_augmentation: bool = parameter(
        False,
        "Average over symmetries",
        "Look at every tile in its eight symmetries: slower, a little better.",
        advanced=True,
    )
    blend: bool = parameter(
        False, "Blend tiles", "Blend overlapping tiles; for smooth probability maps.", advanced=True
    )
    resample: bool = parameter(
        False,
        "Resample to the model's pixel size",
        "Bring the imagery to the pixel size that the model was trained on.",
    )
    fit_scaling: str = parameter(
        AUTO, "Fit the scaling to this scene",
        "Bring the scene’s values to those of the training, by the percentiles or the whole histogram of its bands, or "
        "by the percentiles and the moments of a network’s layers; auto does the last where the scene looks different.",
        choices=FIT_SCALING,
    )  # fmt: skip
    own_threshold: bool = parameter(
        True, "The model’s threshold", "Use the threshold of one class that was kept in the model, if there is one.",
        advanced=True,
    )  # fmt: skip
    threshold_class: str = parameter(
        "", "One class against the rest",
        "A class that is drawn wherever its probability reaches the threshold, and the likeliest of the rest "
        "elsewhere; empty takes what the model remembers.", advanced=True,
    )  # fmt: skip
    threshold: float = parameter(
        0.5, "Threshold", "The least probability of that class: less finds more of it, more finds it more surely.",
        low=0.0, high=1.0, advanced=True,
    )  # fmt: skip
    tile_px: int = parameter(
        0, "Tile size", "Side of the tiles; 0 chooses it.", unit="px", low=0, high=8192, advanced=True
    )
    batch_size: int = parameter(
        0, "Batch size", "Tiles at a time; 0 chooses it.", unit="tiles", low=0, high=1024, advanced=True
    )
    engine: str = parameter(
        "auto", "Engine", "What computes the network; auto takes the fastest.", choices=ENGINES, advanced=True
    )


@dataclass(frozen=True)
class PrepareJob:
    """Have models loaded and ready in a worker that stays, for the prediction that is likely to come."""

    models: tuple[str, ...] = reads()
    device: str = "auto"
    threads: int = 0


@dataclass(frozen=True)
class ThresholdJob:
    """Make a map anew with more or less of one class, from the probabilities that were kept with it.

    A pixel is class c where p_c ≥ t, else the likeliest of the rest. An empty `probabilities` takes those beside the
    map; `remember_in` is a model file that shall predict so from then on.
    """

    prediction: str = reads()
    out: str = writes(beside=beside_prediction)
    class_name: str  # type: ignore[misc]
    threshold: float = parameter(
        0.5, "Threshold", "The least probability of that class: less finds more of it, more finds it more surely.",
        low=0.0, high=1.0,
    )  # fmt: skip
    probabilities: str = reads("")
    remember_in: str = reads("")
