"""What the rest of the program knows about an architecture: its card in the list, never its code.

The list itself is in `models`, which depends on this module; it is found by name at run time, so that no part of core
names an architecture.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Optional, Protocol

from .errors import UnknownNameError

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


def architectures() -> Mapping[str, Architecture]:
    """Give the list of models by key, in the order in which an interface shows them."""
    table: Mapping[str, Architecture] = import_module("..models", __package__).TABLE
    return table


def architecture(key: str) -> Architecture:
    """Give one entry of the list.

    Raises:
        UnknownNameError: Listing the valid keys.
    """
    table = architectures()
    if key not in table:
        raise UnknownNameError("model", key, table)
    return table[key]


def build(key: str, bands: tuple[str, ...], classes: int, parameters: Optional[Mapping[str, Any]] = None) -> Any:
    """Build a network (torch module) or a classifier for the named bands and a number of classes."""
    return import_module("..models", __package__).build(key, bands, classes, **(parameters or {}))


def resolved(key: str, parameters: Mapping[str, Any], weights_folder: str = "") -> dict[str, Any]:
    """Give a model's parameters with its pretrained weights found on this computer or fetched, before a job starts.

    Raises:
        BadInputError: When they can't be had; the message says which file is missing and how to go on.
    """
    made: dict[str, Any] = import_module("..models.pretrained", __package__).resolved(
        key, parameters, weights_folder or None
    )
    return made


def without_pretraining(key: str, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """Give a model's parameters for building it with weights of its own, as a model file has them."""
    made: dict[str, Any] = import_module("..models.pretrained", __package__).without_pretraining(key, parameters)
    return made
