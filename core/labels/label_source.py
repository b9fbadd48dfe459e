"""Where labels come from: polygons or a raster, read window by window as ids of a legend."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import Any, Protocol

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Extent, Grid, Window
from ..jobs.specs import Scene
from .burner import Burner, overlapping
from .class_raster import BLOCK_PX
from .label_layer import LabelPolygons, read_area, read_polygons
from .legend import BACKGROUND, Legend
from .value_raster import ValueRaster
from .vector_layer import is_vector


class LabelSource(Protocol):
    """What both kinds of labels offer.

    `drawn` is the number of polygons by class, `polygons` None for rasters, `warnings` what was left out or odd.
    """

    drawn: dict[str, int]
    polygons: LabelPolygons | None
    warnings: tuple[str, ...]

    def class_names(self) -> Sequence[str]:
        """Give the classes that lie over the grid and within the scene's extent, in no order."""

    def use(self, legend: Legend) -> None:
        """Read by this legend from now on; its other classes are unlabelled."""

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window as uint8."""

    def __enter__(self) -> LabelSource:
        """Use the labels in a `with` block."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files at its end."""


def open_labels(scene: Scene, grid: Grid, all_touched: bool = False) -> LabelSource:
    """Open a scene's labels on a grid.

    Raises:
        BadInputError: For labels that can't be used or that miss the grid.
    """
    return _PolygonSource(scene, grid, all_touched) if is_vector(scene.labels) else _RasterSource(scene, grid)


class LabelledArea:
    """The polygons inside which what is not labelled is background."""

    def __init__(self, scene: Scene, grid: Grid, legend: Legend) -> None:
        """Read the scene's labelled area, if it has one.

        Raises:
            BadInputError: For a file that can't be used, or an area that misses the grid.
        """
        self.warnings: tuple[str, ...] = ()
        self._burner: Burner | None = None
        name = background_name(legend.names)
        if scene.labelled_area and name is None:
            self.warnings = (
                "The legend has no background, so what lies between polygons of the labelled area stays unlabelled.",
            )
        if not scene.labelled_area or name is None:
            return
        self._background = legend.id_of(name)
        shapes, self.warnings = read_area(scene.labelled_area, scene.labelled_area_layer, grid)
        self._burner = Burner(shapes)
        self._ones = np.ones(len(shapes), np.uint8)

    def fill(self, block: np.ndarray, window: Window) -> None:
        """Write the background's id where the area covers unlabelled pixels of a block (H, W), in place."""
        if self._burner is not None:
            block[(block == 0) & (self._burner.burn(window, self._ones) > 0)] = self._background


def background_name(names: Sequence[str]) -> str | None:
    """Give the name among these that means background, however it is capitalised."""
    return next((name for name in names if name.casefold() == BACKGROUND), None)


def windows(grid: Grid, extent: Extent | None) -> list[Window]:
    """Give the windows in which a grid is worked through, those that an extent misses left out."""
    within = grid.window if extent is None else grid.window_of(extent)
    last_row, last_col = within.row + within.height, within.col + within.width
    return [
        window
        for window in grid.blocks(BLOCK_PX)
        if window.row < last_row
        and window.col < last_col
        and window.row + window.height > within.row
        and window.col + window.width > within.col
    ]


def outside(grid: Grid, window: Window, extent: Extent) -> np.ndarray:
    """Say which pixels' centres lie outside an extent (H, W); neighbouring extents never share one."""
    xmin, ymin, xmax, ymax = extent
    cols = np.arange(window.width)[None, :] + window.col + 0.5
    rows = np.arange(window.height)[:, None] + window.row + 0.5
    place = grid.transform
    x = place.a * cols + place.b * rows + place.c
    y = place.d * cols + place.e * rows + place.f
    return np.asarray((x < xmin) | (x >= xmax) | (y < ymin) | (y >= ymax))


class _Closing:
    """Nothing to close, in a `with` block."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close what is open."""
        self.close()

    def close(self) -> None:
        """Close the files."""


class _PolygonSource(_Closing):
    def __init__(self, scene: Scene, grid: Grid, all_touched: bool) -> None:
        self.polygons: LabelPolygons | None
        self._read = self.polygons = read_polygons(scene, grid, all_touched)
        codes = np.bincount(self._read.codes, minlength=len(self._read.classes))
        self.drawn = {name: int(count) for name, count in zip(self._read.classes, codes)}
        self.warnings = self._read.warnings
        self._burner: Burner | None = None

    def __enter__(self) -> _PolygonSource:
        return self

    def class_names(self) -> Sequence[str]:
        return self._read.classes

    def use(self, legend: Legend) -> None:
        ids = {entry.name: entry.id for entry in legend.classes}
        by_code = np.array([ids.get(name, 0) for name in self._read.classes], np.uint8)
        values = by_code[self._read.codes]
        shapes = self._read.shapes[values > 0]
        self._values = values[values > 0]
        self._burner = Burner(shapes, self._read.all_touched)
        self.warnings = (*self._read.warnings, *_unknown(self._read.classes, legend), *_overlaps(shapes, self._values))

    def read(self, window: Window) -> np.ndarray:
        if self._burner is None:
            raise RuntimeError("use() a legend before reading")
        return self._burner.burn(window, self._values)


class _RasterSource(_Closing):
    polygons: LabelPolygons | None = None

    def __init__(self, scene: Scene, grid: Grid) -> None:
        self._raster = ValueRaster(scene.labels, grid, scene.class_field)
        self._grid, self._extent = grid, scene.extent
        self.drawn: dict[str, int] = {}
        self.warnings = self._raster.warnings
        self._values: np.ndarray | None = None

    def __enter__(self) -> _RasterSource:
        return self

    def close(self) -> None:
        self._raster.close()

    def class_names(self) -> Sequence[str]:
        return sorted({self._raster.class_of(value) for value in self._distinct().tolist()})

    def use(self, legend: Legend) -> None:
        ids = {entry.name: entry.id for entry in legend.classes}
        names = [self._raster.class_of(value) for value in self._distinct().tolist()]
        self._ids = np.array([ids.get(name, 0) for name in names], np.uint8)
        self.warnings = (*self._raster.warnings, *_unknown(names, legend))

    def read(self, window: Window) -> np.ndarray:
        values, labelled = self._raster.read(window)
        known = self._distinct()
        places = np.minimum(np.searchsorted(known, values), len(known) - 1)
        ids = self._ids[places]
        ids[~labelled | (known[places] != values)] = 0
        return np.asarray(ids)

    def _distinct(self) -> np.ndarray:
        """Find the values that occur as labels, sorted; once."""
        if self._values is None:
            found: set[Any] = set()
            for window in windows(self._grid, self._extent):
                values, labelled = self._raster.read(window)
                if self._extent is not None:
                    labelled &= ~outside(self._grid, window, self._extent)
                found.update(np.unique(values[labelled]).tolist())
                self._raster.check_count(found)
            if not found:
                raise BadInputError(f"The label raster “{self._raster.path}” has no labelled pixel over the imagery.")
            self._values = np.array(sorted(found))
        return self._values


def _unknown(names: Sequence[str], legend: Legend) -> tuple[str, ...]:
    missing = sorted(set(names) - set(legend.names))
    if not missing:
        return ()
    listed = ", ".join(f"“{name}”" for name in missing)
    return (f"Labels of {listed} left out: the legend has only {', '.join(legend.names)}.",)


def _overlaps(shapes: np.ndarray, codes: np.ndarray) -> tuple[str, ...]:
    count = overlapping(shapes, codes)
    if not count:
        return ()
    return (f"{count} polygons overlap polygons of another class; there the one drawn last counts.",)
