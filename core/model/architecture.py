"""The architecture: what the rest of the program knows of one, never its code; `catalogue` lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import numpy as np

NETWORK, CLASSIFIER = "network", "classifier"


@dataclass(frozen=True)
class Architecture:
    """One entry of the list of models, readable without torch.

    Attributes:
        key: The name on the command line and in model files; never changes.
        title: The name in the interface.
        kind: `NETWORK` (torch module, logits) or `CLASSIFIER` (per-pixel estimator).
        paper: Where the method comes from, as a citation with DOI where there is one.
        good_for: One sentence for the analyst who chooses.
        parameters: Frozen dataclass of its parameters, made of `core.parameters.parameter` fields.
        builder: “module:function” inside `models`, called as function(bands, classes, parameters).
        fits_head: Whether a network's encoder stays as it is, and its head alone is learned, by one fit.
        stride: Total downsampling of the network in pixels (1 for classifiers): the smallest useful tile.
    """

    key: str
    title: str
    kind: str
    paper: str
    good_for: str
    parameters: type
    builder: str
    stride: int = 1
    fits_head: bool = False

    @property
    def is_fitted(self) -> bool:
        """Whether it learns by one fit, not in steps."""
        return self.kind == CLASSIFIER or self.fits_head


class Classifier(Protocol):
    """The face of a per-pixel estimator, the same for all of them; NumPy in and out, torch never required."""

    margin_px: int
    """How far around a pixel its features reach (0 where a pixel stands alone)."""
    fitted_on: dict[int, int]
    """How many pixels of each class id it learned from."""

    def to(self, device: str) -> Any:
        """Compute on “cpu” or a CUDA device from now on."""
        ...

    def features(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Compute features (F, H, W) of a normalised image (B, H, W) with its valid mask (H, W)."""
        ...

    def fit(self, samples: np.ndarray, labels: np.ndarray, seed: int) -> None:
        """Learn from samples (n, F) float32 with class ids (n,) in 1…C."""
        ...

    def probabilities(self, samples: np.ndarray) -> np.ndarray:
        """Give class probabilities (n, C) float32 of samples (n, F)."""
        ...

    def arrays(self) -> dict[str, np.ndarray]:
        """Give everything learned as plain arrays for the model file."""
        ...

    def load_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        """Take back what `arrays` gave."""
        ...
