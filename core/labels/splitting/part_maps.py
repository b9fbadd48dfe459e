"""Part maps: which part of the split every pixel of a scene belongs to, told window by window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np

from ...geodata.grid import Window
from ..burner import Burner
from ..label_layer import LabelPolygons
from ..parts import SEVERAL, TEST, TRAINING, VALIDATION


class PartMap(Protocol):
    """Tells the parts of a scene's pixels, labelled or not."""

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the codes of the parts (H, W) as uint8 in a window of a scene (from 0)."""


class WholeScenes:
    """Every scene belongs to one part."""

    def __init__(self, codes: Sequence[int]) -> None:
        """Take the part of each scene."""
        self._codes = codes

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give one code all over."""
        return np.full(window.shape, self._codes[scene], np.uint8)


class Blocks:
    """Squares of a grid belong to parts; scenes on the same grid share their squares."""

    def __init__(self, side_px: int, codes: Sequence[np.ndarray], origins: Sequence[tuple[int, int]]) -> None:
        """Take the side of the squares, and for each scene their codes (rows, columns) and where the first begins."""
        self.side_px = side_px
        self._codes = codes
        self._origins = origins

    @property
    def origins(self) -> tuple[tuple[int, int], ...]:
        """Row and column of each scene's first square."""
        return tuple(self._origins)

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the codes of the squares that the pixels lie in; beyond the squares, of the nearest."""
        codes, origin = self._codes[scene], self._origins[scene]
        rows = (window.row - origin[0] + np.arange(window.height)) // self.side_px
        cols = (window.col - origin[1] + np.arange(window.width)) // self.side_px
        rows, cols = np.clip(rows, 0, codes.shape[0] - 1), np.clip(cols, 0, codes.shape[1] - 1)
        return np.asarray(codes[rows[:, None], cols])


class WholePolygons:
    """Every polygon belongs to one part; what none covers belongs where another map puts it."""

    def __init__(self, polygons: Sequence[LabelPolygons | None], codes: Sequence[np.ndarray], between: PartMap) -> None:
        """Take each scene's polygons and their codes (N,), drawn in the same order as the labels."""
        self._burners = [None if drawn is None else Burner(drawn.shapes, drawn.all_touched) for drawn in polygons]
        self._codes = codes
        self._between = between

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the codes of the polygons on top."""
        parts = self._between.read(scene, window)
        burner = self._burners[scene]
        if burner is not None:
            burnt = burner.burn(window, self._codes[scene])
            parts[burnt > 0] = burnt[burnt > 0]
        return parts


class Tiles:
    """Tiles belong to parts, and pixels to those of all tiles over them."""

    def __init__(self, tiles: Sequence[Mapping[int, Sequence[Window]]]) -> None:
        """Take the tiles of each part, for each scene."""
        self._boxes = [
            {
                code: np.array([(w.row, w.col, w.row + w.height, w.col + w.width) for w in windows], np.int64).reshape(
                    -1, 4
                )
                for code, windows in by_part.items()
            }
            for by_part in tiles
        ]

    def read(self, scene: int, window: Window) -> np.ndarray:
        """Give the code of the one part whose tiles lie there, or the code for several."""
        parts = np.zeros(window.shape, np.uint8)
        for code in (TRAINING, VALIDATION, TEST):
            covered = _covered(self._boxes[scene].get(code, np.zeros((0, 4), np.int64)), window)
            parts[covered & (parts > 0)] = SEVERAL
            parts[covered & (parts == 0)] = code
        return parts


def _covered(boxes: np.ndarray, window: Window) -> np.ndarray:
    """Say which pixels (H, W) lie in some box (N, 4: first and end row and column), by running sums of the corners."""
    offset = np.array([window.row, window.col, window.row, window.col])
    limit = np.array([window.height, window.width, window.height, window.width])
    local = np.clip(boxes[:, [0, 1, 2, 3]] - offset, 0, limit)
    local = local[(local[:, 0] < local[:, 2]) & (local[:, 1] < local[:, 3])]
    corners = np.zeros((window.height + 1, window.width + 1), np.int32)
    for rows, cols, sign in ((0, 1, 1), (0, 3, -1), (2, 1, -1), (2, 3, 1)):
        np.add.at(corners, (local[:, rows], local[:, cols]), sign)
    return np.asarray(corners.cumsum(0).cumsum(1)[:-1, :-1] > 0)
