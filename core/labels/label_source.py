"""Where labels come from: polygons or a raster, read window by window as ids of a legend."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager
from typing import Any

import numpy as np

from ..errors import BadInputError, OutcropError
from ..geodata.extent import Extent
from ..geodata.grid import Grid, Window
from ..geodata.scene import Scene
from ..geodata.vector.vector_layer import is_vector
from ..message import Message
from .burner import Burner, overlapping
from .class_raster import BLOCK_PX
from .correction_labels import CorrectionLabels
from .label_layer import LabelPolygons, read_area, read_polygons
from .legend import BACKGROUND, Legend
from .origins import CORRECTED, DRAWN, REVIEWED
from .reviewed_labels import ReviewedLabels
from .value_raster import ValueRaster


class LabelSource(ABC):
    """What both kinds of labels offer.

    Attributes:
        drawn: Number of polygons by class.
        polygons: The polygons; None for rasters.
        warnings: What was left out or odd.
    """

    def __init__(self, polygons: LabelPolygons | None, warnings: tuple[str, ...]) -> None:
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

    def excluded(self, window: Window) -> np.ndarray:
        """Say which pixels (H, W) must never be learned from, whatever is known of them."""
        return np.zeros(window.shape, bool)

    def close(self) -> None:  # noqa: B027 - polygons have nothing to close
        """Close the files."""


def open_labels(scene: Scene, grid: Grid, all_touched: bool = False) -> AbstractContextManager[LabelSource]:
    """Open all of a scene's labels on a grid, for a `with` block, each once.

    Corrected pixels go before drawn labels, and those before places that were reviewed and found right.

    Raises:
        BadInputError: For labels that can't be used or that miss the grid.
    """
    if not (scene.corrections or scene.reviews):
        return _open_drawn(scene, grid, all_touched)
    return _opened_together(scene, grid, all_touched)


@contextmanager
def _opened_together(scene: Scene, grid: Grid, all_touched: bool) -> Iterator[LabelSource]:
    with ExitStack() as stack:
        drawn = stack.enter_context(_open_drawn(scene, grid, all_touched)) if scene.labels else None
        reviewed = stack.enter_context(closing(ReviewedLabels(scene.reviews, grid)))
        yield _TogetherSource(drawn, reviewed, CorrectionLabels(scene.corrections, grid))


def _open_drawn(scene: Scene, grid: Grid, all_touched: bool) -> AbstractContextManager[LabelSource]:
    if is_vector(scene.labels):
        return closing(_PolygonSource(read_polygons(scene, grid, all_touched)))
    raster = ValueRaster(scene.labels, grid, scene.class_field)
    try:
        return closing(_RasterSource(raster, grid, scene.extent))
    except OutcropError:
        raster.close()
        raise


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
    transform = grid.transform
    x = transform.a * cols + transform.b * rows + transform.c
    y = transform.d * cols + transform.e * rows + transform.f
    return np.asarray((x < xmin) | (x >= xmax) | (y < ymin) | (y >= ymax))


class _PolygonSource(LabelSource):
    """Polygons, burnt where they are read."""

    def __init__(self, polygons: LabelPolygons) -> None:
        super().__init__(polygons, polygons.warnings)
        self._read = polygons
        counts = np.bincount(polygons.codes, minlength=len(polygons.classes))
        self.drawn = dict(zip(polygons.classes, counts.tolist()))
        self._values = np.zeros(0, np.uint8)
        self._burner = Burner(polygons.shapes[:0])

    def class_names(self) -> Sequence[str]:
        return self._read.classes

    def use(self, legend: Legend) -> None:
        polygons = self._read
        values = _ids(polygons.classes, legend)[polygons.codes]
        shapes = polygons.shapes[values > 0]
        self._values = values[values > 0]
        self._burner = Burner(shapes, polygons.all_touched)
        self.warnings = (*polygons.warnings, *_unknown(polygons.classes, legend), *_overlaps(shapes, self._values))

    def read(self, window: Window) -> np.ndarray:
        return self._burner.burn(window, self._values)


class _RasterSource(LabelSource):
    """A raster's values, looked up where they are read."""

    def __init__(self, raster: ValueRaster, grid: Grid, extent: Extent | None) -> None:
        super().__init__(None, raster.warnings)
        self._raster = raster
        self._distinct = np.array(sorted(_values(raster, grid, extent)))
        self._names = [raster.class_of(value) for value in self._distinct.tolist()]
        self._ids = np.zeros(len(self._names), np.uint8)

    def close(self) -> None:
        self._raster.close()

    def class_names(self) -> Sequence[str]:
        return sorted(set(self._names))

    def use(self, legend: Legend) -> None:
        self._ids = _ids(self._names, legend)
        self.warnings = (*self._raster.warnings, *_unknown(self._names, legend))

    def read(self, window: Window) -> np.ndarray:
        values, labelled = self._raster.read(window)
        if values.dtype in (np.uint8, np.uint16):
            ids = self._table(values.dtype)[values]
            ids[~labelled] = 0
            return np.asarray(ids)
        indices = np.minimum(np.searchsorted(self._distinct, values), len(self._distinct) - 1)
        ids = self._ids[indices]
        ids[~labelled | (self._distinct[indices] != values)] = 0
        return np.asarray(ids)

    def _table(self, kind: np.dtype) -> np.ndarray:
        """Give the id of every value that there can be."""
        table = np.zeros(np.iinfo(kind).max + 1, np.uint8)
        table[self._distinct] = self._ids
        return table


class _TogetherSource(LabelSource):
    """Drawn labels, reviewed places and corrections, in their precedence."""

    def __init__(self, drawn: LabelSource | None, reviewed: ReviewedLabels, corrected: CorrectionLabels) -> None:
        super().__init__(None, drawn.warnings if drawn is not None else ())
        self._drawn, self._reviewed, self._corrected = drawn, reviewed, corrected
        self.drawn = drawn.drawn if drawn is not None else {}

    def class_names(self) -> Sequence[str]:
        drawn = self._drawn.class_names() if self._drawn is not None else ()
        return sorted({*drawn, *self._reviewed.class_names(), *self._corrected.class_names()})

    def use(self, legend: Legend) -> None:
        if self._drawn is not None:
            self._drawn.use(legend)
        self._reviewed.use(legend)
        self._corrected.use(legend)
        self.warnings = (*(self._drawn.warnings if self._drawn is not None else ()), *self._corrected.warnings)

    @property
    def shapes(self) -> np.ndarray:
        drawn = self._drawn.shapes if self._drawn is not None else np.zeros(0, object)
        return np.concatenate([drawn, self._reviewed.shapes, self._corrected.shapes])

    def read(self, window: Window) -> np.ndarray:
        return self.read_origins(window)[0]

    def read_origins(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        ids = self._reviewed.read(window)
        origins = np.where(ids > 0, REVIEWED, 0).astype(np.uint8)
        drawn = self._drawn.read(window) if self._drawn is not None else np.zeros_like(ids)
        for better, origin in ((drawn, DRAWN), (self._corrected.read(window), CORRECTED)):
            known = better > 0
            ids[known], origins[known] = better[known], origin
        return ids, origins

    def excluded(self, window: Window) -> np.ndarray:
        return self._reviewed.audited(window)


def _values(raster: ValueRaster, grid: Grid, extent: Extent | None) -> set[Any]:
    """Find the values that occur as labels.

    Raises:
        BadInputError: When there are none, or too many for classes.
    """
    distinct: set[Any] = set()
    for window in windows(grid, extent):
        values, labelled = raster.read(window)
        if extent is not None:
            labelled &= ~outside(grid, window, extent)
        distinct.update(_distinct(values, labelled))
        raster.check_count(distinct)
    if not distinct:
        raise BadInputError("The label raster “{path}” has no labelled pixel over the imagery.", path=raster.path)
    return distinct


def _distinct(values: np.ndarray, labelled: np.ndarray) -> list[Any]:
    """Give the different values where there are labels; those of few bits are counted, which is faster than sorting."""
    chosen = values.ravel() if labelled.all() else values[labelled]
    if values.dtype in (np.uint8, np.uint16):
        return np.flatnonzero(np.bincount(chosen)).tolist()
    unique: list[Any] = np.unique(chosen).tolist()
    return unique


def _ids(names: Sequence[str], legend: Legend) -> np.ndarray:
    """Give the ids (N,) of some names, 0 for those that the legend lacks; capitals matter only between its own names.

    Raises:
        BadInputError: When the legend has none of them.
    """
    alike = {entry.name.casefold(): entry.id for entry in legend.classes}
    exact = {entry.name: entry.id for entry in legend.classes}
    ids = np.array([exact.get(name, alike.get(name.casefold(), 0)) for name in names], np.uint8)
    if not ids.any():
        raise BadInputError(
            "The labels have none of the classes {names}; they have: {names_2}. Choose the field that holds the class.",
            names=", ".join(legend.names),
            names_2=", ".join(sorted(set(names))),
        )
    return ids


def _unknown(names: Sequence[str], legend: Legend) -> tuple[str, ...]:
    known = {name.casefold() for name in legend.names}
    missing = sorted({name for name in names if name.casefold() not in known})
    if not missing:
        return ()
    listed = ", ".join(f"“{name}”" for name in missing)
    return (
        Message(
            "Labels of {listed} left out: the legend has only {names}.", listed=listed, names=", ".join(legend.names)
        ),
    )


def _overlaps(shapes: np.ndarray, codes: np.ndarray) -> tuple[str, ...]:
    count = overlapping(shapes, codes)
    if not count:
        return ()
    return (
        Message("{count} polygons overlap polygons of another class; there the one drawn last counts.", count=count),
    )
