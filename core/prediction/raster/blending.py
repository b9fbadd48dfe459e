"""Blending: probabilities of neighbouring tiles faded into each other with Hann weights, in constant memory."""

from __future__ import annotations

import tempfile
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Optional

import numpy as np

from ...geodata.grid import Window
from .tiling import Tile, Tiling

_BYTES = 4


class Blender:
    """Fades tiles that come row by row into each other over a seam on either side of every border between their cores.

    Weights of neighbours add up to one, so nothing is kept but the unfinished seams: the right one of the last tile in
    memory, the lower ones of a row of tiles in a temporary file.

    Attributes:
        seam: How far a tile reaches into its neighbours' cores.
    """

    def __init__(self, tiling: Tiling, classes: int, folder: Path) -> None:
        """Prepare for a tiling, with the temporary file in a folder."""
        self.seam = seam_of(tiling)
        self._tiling, self._layers, self._folder = tiling, classes + 1, folder
        self._weights = [_fade(side, self.seam) for side in tiling.core]
        self._right = np.zeros((self._layers, tiling.core[0] + 2 * self.seam, 2 * self.seam), np.float32)

    def __enter__(self) -> Blender:
        self._file: BinaryIO = tempfile.TemporaryFile(dir=self._folder, prefix=".seams-")
        self._file.truncate((self._tiling.counts[1] + 1) * self._layers * 2 * self.seam * self._widest * _BYTES)
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self._file.close()

    def add(
        self, tile: Tile, keep: np.ndarray | None, probabilities: np.ndarray | None
    ) -> tuple[Window, np.ndarray, np.ndarray]:
        """Take the next tile in row order, and give what is finished with it.

        Args:
            tile: The tile.
            keep: Which pixels of its core are wanted (h, w); None where nothing is.
            probabilities: (C, core height + 2·seam, core width + 2·seam); None where nothing was computed.

        Returns:
            A window within the area (it may be empty), probabilities (C, H, W) and what is wanted (H, W) in it.
        """
        seam, (height, width) = self.seam, self._tiling.core
        row, col = self._tiling.place(tile)
        last_row, last_col = row == self._tiling.counts[0] - 1, col == self._tiling.counts[1] - 1
        total = self._weighted(tile, keep, probabilities)
        right = total[:, :, width:].copy()
        if col > 0:
            total[:, :, : 2 * seam] += self._right
        self._right = right
        done_rows, done_cols = height + 2 * seam * last_row, width + 2 * seam * last_col
        if row > 0:
            total[:, : 2 * seam, :done_cols] += self._lower_seam(col, done_cols)
        self._keep_lower_seam(col, total[:, height:, :done_cols])
        first = self._tiling.origin[0] + row * height - seam, self._tiling.origin[1] + col * width - seam
        window = self._within_area(Window(*first, done_rows, done_cols))
        rows = slice(window.row - first[0], window.row - first[0] + window.height)
        cols = slice(window.col - first[1], window.col - first[1] + window.width)
        done = total[:, rows, cols]
        return window, done[:-1] / np.maximum(done[:-1].sum(axis=0), 1e-12), done[-1] > 0

    def _weighted(self, tile: Tile, keep: np.ndarray | None, probabilities: np.ndarray | None) -> np.ndarray:
        """Give the tile's weighted probabilities and, as the last layer, what is wanted of its core."""
        height, width = self._tiling.core
        total = np.zeros((self._layers, height + 2 * self.seam, width + 2 * self.seam), np.float32)
        if probabilities is not None and keep is not None:
            np.multiply(probabilities, self._weights[0][:, None] * self._weights[1][None], out=total[:-1])
            top = tile.core.row - tile.read.row - self._tiling.margin + self.seam
            left = tile.core.col - tile.read.col - self._tiling.margin + self.seam
            total[-1, top : top + tile.core.height, left : left + tile.core.width] = keep
        return total

    def _within_area(self, window: Window) -> Window:
        area = self._tiling.area
        moved = Window(window.row - area.row, window.col - area.col, *window.shape).clipped(*area.shape)
        return Window(moved.row + area.row, moved.col + area.col, *moved.shape)

    @property
    def _widest(self) -> int:
        return self._tiling.core[1] + 2 * self.seam

    def _seek(self, col: int) -> None:
        self._file.seek(col * self._layers * 2 * self.seam * self._widest * _BYTES)

    def _lower_seam(self, col: int, width: int) -> np.ndarray:
        self._seek(col)
        shape = self._layers, 2 * self.seam, width
        return np.frombuffer(self._file.read(_BYTES * shape[0] * shape[1] * shape[2]), np.float32).reshape(shape)

    def _keep_lower_seam(self, col: int, values: np.ndarray) -> None:
        self._seek(col)
        self._file.write(np.ascontiguousarray(values).tobytes())


def seam_of(tiling: Tiling) -> int:
    """Give how far tiles reach into their neighbours' cores: half the margin, as far as there is room."""
    return min(tiling.margin, *tiling.core) // 2


def _fade(side: int, seam: int) -> np.ndarray:
    """Give weights (side + 2·seam,) that rise and fall by sin² at the ends; with a neighbour's they add up to one."""
    weights = np.ones(side + 2 * seam, np.float32)
    if seam:
        rising = np.sin((np.arange(2 * seam) + 0.5) / (2 * seam) * np.pi / 2) ** 2
        weights[: 2 * seam] *= rising
        weights[-2 * seam :] *= rising[::-1]
    return weights
