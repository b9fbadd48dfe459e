"""The label source: what every kind of labels offers, read window by window as ids of a legend."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

import numpy as np

from ...errors import BadInputError
from ...geodata.grid import Window
from ...message import Message
from ..label_layer import LabelPolygons
from ..legend import Legend
from ..names.spelling import Spellings
from ..origins import DRAWN


class LabelSource(ABC):
    """What every kind of labels offers; those of a scene are listed in `sources`.

    Attributes:
        drawn: Number of polygons by class.
        polygons: The polygons; None for other labels.
        warnings: What was left out or odd.
    """

    def __init__(self, polygons: LabelPolygons | None = None, warnings: tuple[str, ...] = ()) -> None:
        """Take what is known before a legend is."""
        self.polygons = polygons
        self.warnings = warnings
        self.drawn: dict[str, int] = {}

    @abstractmethod
    def class_names(self) -> Sequence[str]:
        """Give the classes that lie over the grid and within the scene's extent, in no order."""

    @abstractmethod
    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; labels of other classes are left out."""

    @abstractmethod
    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""

    @property
    def shapes(self) -> np.ndarray:
        """The outlines (N,), in pixels, under which there are labels; none where that isn't known."""
        return self.polygons.shapes if self.polygons is not None else np.zeros(0, object)

    def read_origins(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Give the ids (H, W) of a window, and where each comes from (`origins`), both as uint8."""
        ids = self.read(window)
        return ids, np.where(ids > 0, DRAWN, 0).astype(np.uint8)

    def denied(self, window: Window) -> np.ndarray:
        """Say of which pixels (H, W) it is known that they aren't what the map says, and nothing else."""
        return np.zeros(window.shape, bool)

    def excluded(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) must never be learned from, whatever is known of them."""
        return np.zeros(window.shape, bool)

    def close(self) -> None:  # noqa: B027 - many have nothing to close
        """Close the files."""


def ids_of(names: Sequence[str], legend: Legend) -> np.ndarray:
    """Give the ids (N,) of some names, 0 for those that the legend lacks; spelling matters only between its own names.

    Raises:
        BadInputError: When the legend has none of them.
    """
    known = Spellings(legend.names)
    ids = np.array([known.number(name) for name in names], np.uint8)
    if not ids.any():
        raise BadInputError(
            "The labels have none of the classes {names}; they have: {names_2}. Choose the field that holds the class.",
            names=", ".join(legend.names),
            names_2=", ".join(sorted(set(names))),
        )
    return ids


def unknown_warnings(names: Sequence[str], legend: Legend) -> tuple[str, ...]:
    """Say which names are left out, since the legend lacks them."""
    known = Spellings(legend.names)
    missing = sorted({name for name in names if name not in known})
    if not missing:
        return ()
    listed = ", ".join(f"“{name}”" for name in missing)
    return (
        Message(
            "Labels of {listed} left out: the legend has only {names}.", listed=listed, names=", ".join(legend.names)
        ),
    )
