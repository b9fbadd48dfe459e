"""The raster while it is being made: plain bytes that any program can read at any moment, through a small VRT."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from ...files.unfinished import hidden, unfinished
from ...files.whole_file import write_text
from ...geodata.grid import Grid, Window
from .byte_counts import count_bytes
from .overviews import write_halved
from .tags import HISTOGRAM_ITEM
from .vrt import BandLook, VrtContent

BLOCK = 512
"""Overviews are made until a raster fits into a block of this side."""


class RawRaster:
    """An 8-bit raster of one or several bands, filled window by window in any order; 0 where nothing was written.

    Its memory doesn't grow with its size. Another process that opens `vrt` sees what has been written so far.

    Attributes:
        vrt: The small file through which GDAL reads the bytes.
        counts: How often each value was written, (bands, 256).
    """

    def __init__(self, final: Path, grid: Grid, looks: Sequence[BandLook], metadata: Mapping[str, str]) -> None:
        """Make the files, hidden beside the one that will be made of them.

        Raises:
            OSError: When the disk is full.
        """
        self.counts = np.zeros((len(looks), 256), np.int64)
        self._stem = hidden(final, "live").stem
        self._folder = final.parent
        self.vrt, raw = self._file("vrt"), self._file("raw")
        self._content = VrtContent(grid, tuple(looks), raw, dict(metadata))
        self._bytes: BinaryIO = raw.open("w+b", buffering=0)
        with ExitStack() as files:
            files.enter_context(unfinished(self._folder / self._stem))
            files.callback(self._bytes.close)
            self._bytes.truncate(grid.height * grid.width * len(looks))
            write_text(self.vrt, self._content.to_xml())
            self._files = files.pop_all()

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write a window (bands, H, W) uint8.

        Raises:
            OSError: When the disk is full.
        """
        grid = self._content.grid
        for band, layer in enumerate(np.ascontiguousarray(values)):
            self.counts[band] += count_bytes(layer)
            start = (band * grid.height + window.row) * grid.width + window.col
            pieces = [layer] if window.width == grid.width else layer
            for number, piece in enumerate(pieces):
                self._put(start + number * grid.width, piece)

    def finish(self) -> None:
        """Close the bytes, and add overviews and the statistics of what they hold.

        Raises:
            OSError: When the disk is full.
        """
        self._bytes.close()
        overviews = self._add_overviews()
        quantities = not self._content.looks[0].colours
        statistics = [{**_statistics(counts), **(histogram(counts) if quantities else {})} for counts in self.counts]
        self._content = replace(self._content, statistics=statistics, overviews=overviews)
        write_text(self.vrt, self._content.to_xml())

    def remove(self) -> None:
        """Remove the files; one that another program holds open stays."""
        self._files.close()

    def _file(self, suffix: str) -> Path:
        return self._folder / f"{self._stem}.{suffix}"

    def _put(self, offset: int, values: np.ndarray) -> None:
        self._bytes.seek(offset)
        left = values.data.cast("B")
        while left:  # a disk that gets full takes a part and says nothing
            left = left[self._bytes.write(left) :]

    def _add_overviews(self) -> list[Path]:
        """Write the raster at ½, ¼ … of its size, each with its VRT."""
        content = self._content
        overviews: list[Path] = []
        grid, classes = content.grid, bool(content.looks[0].colours)
        raw, shape = content.raw, (len(content.looks), grid.height, grid.width)
        while max(shape[1:]) > BLOCK:
            level = len(overviews) + 1
            smaller = self._file(f"{level}.raw")
            shape = write_halved(raw, smaller, shape, classes)
            raw = smaller
            transform = grid.transform @ grid.transform.scale(grid.width / shape[2], grid.height / shape[1])
            part = Grid(shape[2], shape[1], transform, grid.crs)
            overviews.append(self._file(f"{level}.vrt"))
            write_text(overviews[-1], VrtContent(part, content.looks, raw, {}).to_xml())
        return overviews


def histogram(counts: np.ndarray) -> dict[str, str]:
    """Give how often each value 0…255 occurs, (256,), as GDAL's items of metadata have it."""
    return {
        "STATISTICS_HISTMIN": "0", "STATISTICS_HISTMAX": "255", "STATISTICS_HISTNUMBINS": str(len(counts)),
        HISTOGRAM_ITEM: "|".join(map(str, counts.tolist())),
    }  # fmt: skip


def _statistics(counts: np.ndarray) -> dict[str, str]:
    """Give GDAL's statistics of values counted (256,), nodata left out."""
    values = np.flatnonzero(counts[1:]) + 1
    if not len(values):
        return {}
    shares = counts[values] / counts[values].sum()
    mean = float(shares @ values)
    deviation = float(np.sqrt(shares @ (values - mean) ** 2))
    return {
        "STATISTICS_MINIMUM": str(values[0]), "STATISTICS_MAXIMUM": str(values[-1]), "STATISTICS_MEAN": repr(mean),
        "STATISTICS_STDDEV": repr(deviation),
        "STATISTICS_VALID_PERCENT": f"{100 * counts[1:].sum() / max(1, counts.sum()):.4g}",
    }  # fmt: skip
