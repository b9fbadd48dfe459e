"""What pixels lacked: a raster beside a map that tells which layers of the stack had no values where it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ...geodata.grid import Window
from ...labels.legend import MOST_CLASSES, Legend, LegendClass

_MOST_TOGETHER = 7
"""Of more layers than these, every combination would need more codes than a byte has."""
_MOST_ALONE = MOST_CLASSES - 2
_NOTHING, _SEVERAL = "#e8eef2", "#5b1a18"
_COLOURS = ("#e6842a", "#137b80", "#8e6c8a", "#c9b02f", "#42a5b3", "#b84a62", "#6b8e23")


@dataclass(frozen=True)
class Lacking:
    """Tells which layers pixels lack, as one byte each; 0 is left for pixels without a map.

    Code 1 says that nothing is lacking. Of up to seven layers, code 1 + Σ 2^i says that the layers i are; of more, code
    2 + i says it of layer i alone, and the last code that several are.

    Attributes:
        layers: What the layers are called, each otherwise.
        read: Gives where each layer lacks values in a window of the map (L, H, W).
    """

    layers: tuple[str, ...]
    read: Callable[[Window], np.ndarray]

    def codes(self, window: Window) -> np.ndarray:
        """Give the code of every pixel (H, W), uint8, in a window of the map."""
        lacks = self.read(window)
        if len(self.layers) <= _MOST_TOGETHER:
            return (1 + np.tensordot(1 << np.arange(len(lacks)), lacks, 1)).astype(np.uint8)
        several = min(len(self.layers), _MOST_ALONE) + 2
        which = np.minimum(lacks.argmax(axis=0) + 2, several)
        count = lacks.sum(axis=0)
        return np.where(count > 1, several, np.where(count == 1, which, 1)).astype(np.uint8)

    @cached_property
    def legend(self) -> Legend:
        """What every code means, and its colour."""
        count = len(self.layers)
        if count <= _MOST_TOGETHER:
            together = [[place for place in range(count) if code >> place & 1] for code in range(1 << count)]
            return Legend(tuple(self._entry(code, places) for code, places in enumerate(together, start=1)))
        alone = [[], *([place] for place in range(min(count, _MOST_ALONE)))]
        entries = [self._entry(code, places) for code, places in enumerate(alone, start=1)]
        return Legend((*entries, LegendClass(len(entries) + 1, "several lacking", _SEVERAL)))

    def never(self, counts: np.ndarray) -> list[str]:
        """Give the names of what doesn't occur, by the codes' counts (256,); that nothing is lacking is kept."""
        return [entry.name for entry in self.legend.classes if not counts[entry.id] and entry.id > 1]

    def _entry(self, code: int, places: Sequence[int]) -> LegendClass:
        if not places:
            return LegendClass(code, "nothing lacking", _NOTHING)
        return LegendClass(code, f"{', '.join(self.layers[place] for place in places)} lacking", _colour(places))


def _colour(places: Sequence[int]) -> str:
    """Give a colour of a combination: the mean of its layers' own."""
    own = [_COLOURS[place % len(_COLOURS)] for place in places]
    mixed = [round(sum(int(one[at : at + 2], 16) for one in own) / len(own)) for at in (1, 3, 5)]
    return "#" + "".join(f"{value:02x}" for value in mixed)
