"""The part of the labels on which models are compared: where it lies, and how far from what trained them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any, Optional

import numpy as np
import rasterio

from ..assessment.boundaries.distances import PlaceSample, distances
from ..geodata.extent import Extent
from ..geodata.grid import Grid, Window
from ..geodata.scene import Scene
from ..geodata.stack import Stack
from ..labels.legend import Legend
from ..labels.parts import SEVERAL, TEST, TRAINING, VALIDATION

_WINDOW_PX, _DISTANCE_PX, _WINDOWS_OF_IMAGERY = 2048, 512, 256


@dataclass(frozen=True)
class MeasuredPart:
    """The labelled pixels on which models are compared.

    Attributes:
        labels: The label raster.
        parts: The split raster on the same pixels.
        part: The code of the part.
        legend: The labels' classes.
    """

    labels: str
    parts: str
    part: int
    legend: Legend

    @contextmanager
    def reading(self) -> Iterator[tuple[Grid, Callable[[Window], np.ndarray]]]:
        """Give the pixels, and the function that reads the true class ids (H, W) of a window, 0 elsewhere."""
        with rasterio.open(self.labels) as truth, rasterio.open(self.parts) as split:

            def read(window: Window) -> np.ndarray:
                true: np.ndarray = truth.read(1, window=window.rasterio())
                true[~is_measured(split.read(1, window=window.rasterio()), self.part)] = 0
                return true

            yield Grid.of(truth), read

    def windows(self, side: int) -> list[Window]:
        """Give the windows, so many pixels wide, that hold such pixels."""
        step = side * max(1, _WINDOW_PX // side)
        windows = []
        with self.reading() as (grid, read):
            for block in grid.blocks(step):
                true = read(block)
                windows += [
                    Window(block.row + row, block.col + col, *true[row : row + side, col : col + side].shape)
                    for row in range(0, block.height, side)
                    for col in range(0, block.width, side)
                    if true[row : row + side, col : col + side].any()
                ]
        return windows


def part_measured_on(parts: str) -> int:
    """Give the code of the part of a split raster that models are compared on: the test part, or what there is.

    Returns:
        The code; 0 where nothing is held back.
    """
    with rasterio.open(parts) as dataset:
        codes: set[int] = set()
        for window in Grid.of(dataset).blocks(_WINDOW_PX):
            codes.update(np.unique(dataset.read(1, window=window.rasterio())).tolist())
    return next((code for code in (TEST, VALIDATION) if code in codes), VALIDATION if SEVERAL in codes else 0)


def is_measured(parts: np.ndarray, part: int) -> np.ndarray:
    """Say where a part is; pixels of several parts, which only the leaking protocol has, are measured too."""
    return (parts == part) | (parts == SEVERAL)


def extent_of(parts: str, part: int) -> Extent:
    """Give the extent of what is measured on."""
    with rasterio.open(parts) as dataset:
        grid = Grid.of(dataset)
        boxes = []
        for window in grid.blocks(_WINDOW_PX):
            rows, cols = np.nonzero(is_measured(dataset.read(1, window=window.rasterio()), part))
            if len(rows):
                boxes.append((window.row + rows.min(), window.col + cols.min(), window.row + rows.max(),
                              window.col + cols.max()))  # fmt: skip
    edges = np.array(boxes)
    top, left = edges[:, :2].min(axis=0).tolist()
    bottom, right = edges[:, 2:].max(axis=0).tolist()
    corners = [grid.transform @ (float(c), float(r)) for c in (left, right + 1) for r in (top, bottom + 1)]
    xs, ys = zip(*corners)
    return min(xs), min(ys), max(xs), max(ys)


def distances_of(parts: str, part: int, scene: Scene) -> Optional[dict[str, Any]]:
    """Tell how far the measured pixels and the whole imagery are from the training labels; None without any.

    Returns:
        What `Distances` holds.
    """
    with rasterio.open(parts) as dataset, Stack(scene.images, scene.bands) as stack:
        grid = Grid.of(dataset)
        training, test, whole = (PlaceSample(grid) for _ in range(3))
        windows = list(grid.blocks(_DISTANCE_PX))
        for window in windows:
            codes = dataset.read(1, window=window.rasterio())
            training.add(window, (codes == TRAINING) | (codes == SEVERAL))
            test.add(window, is_measured(codes, part))
        for window in _some(windows):
            whole.add(window, stack.read(window)[1])
    found_distances = distances(training, test, whole)
    return asdict(found_distances) if found_distances else None


def _some(windows: list[Window]) -> list[Window]:
    """Choose some windows evenly, so that imagery of any size is looked at in the same time."""
    count = min(_WINDOWS_OF_IMAGERY, len(windows))
    indices = np.random.default_rng(0).choice(len(windows), count, replace=False)
    return [windows[index] for index in np.sort(indices)]
