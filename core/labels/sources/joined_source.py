"""The joined source: labels of several origins as one, the better ones over the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ...geodata.grid import Window
from ..legend import Legend
from ..names.spelling import Spellings
from ..origins import DRAWN, REVIEWED
from .label_source import LabelSource


class JoinedSource(LabelSource):
    """Labels of several origins; where a later one knows a pixel's class, it counts.

    What a review took for right isn't known any more where a correction denies it.
    """

    def __init__(self, sources: Mapping[int, LabelSource]) -> None:
        """Take the sources by their origin, the weakest first."""
        super().__init__()
        self._sources = dict(sources)
        self.drawn = {name: count for source in self._sources.values() for name, count in source.drawn.items()}
        self._gather_warnings()

    def class_names(self) -> Sequence[str]:
        """Give the classes of all sources; one that is only written otherwise than a drawn one is that."""
        names: list[str] = []
        for origin in sorted(self._sources, key=lambda origin: origin != DRAWN):
            known = Spellings(names)
            names += [name for name in self._sources[origin].class_names() if name not in known]
        return sorted(names)

    def use(self, legend: Legend) -> None:
        """Read all sources by this legend from now on."""
        for source in self._sources.values():
            source.use(legend)
        self._gather_warnings()

    @property
    def shapes(self) -> np.ndarray:
        """The outlines (N,) of all sources, in pixels."""
        none = np.zeros(0, object)
        return np.concatenate([none, *(source.shapes for source in self._sources.values())])

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""
        return self.read_origins(window)[0]

    def read_origins(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Give the ids (H, W) of a window, and where each comes from (`origins`), both as uint8."""
        ids, origins = np.zeros(window.shape, np.uint8), np.zeros(window.shape, np.uint8)
        for origin, source in self._sources.items():
            better = source.read(window)
            known = better > 0
            ids[known], origins[known] = better[known], origin
            wrong = (origins == REVIEWED) & source.denied(window)
            ids[wrong], origins[wrong] = 0, 0
        return ids, origins

    def excluded(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) some source keeps from being learned from."""
        excluded = np.zeros(window.shape, bool)
        for source in self._sources.values():
            excluded |= source.excluded(window)
        return excluded

    def _gather_warnings(self) -> None:
        self.warnings = tuple(text for source in self._sources.values() for text in source.warnings)
