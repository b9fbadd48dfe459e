"""Class polygons and labelled areas: read from any vector file and brought to the pixels of a grid."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj import CRS

from ..errors import BadInputError
from ..geodata.datum import datum_warnings
from ..geodata.extent import Extent, extent_text
from ..geodata.grid import Grid
from ..geodata.scene import Scene
from ..geodata.vector.surfaces import surface_as_polygons
from ..geodata.vector.to_pixels import DIGITS, ToPixels, placed
from ..geodata.vector.vector_layer import VectorLayer, open_layer
from ..message import Message, joined
from ..wording import translatable
from .names.class_names import sorted_naturally
from .names.class_value import class_name

MOST_CROSSINGS = 30_000
"""Outlines that cross themselves more often are left out: mending them takes time that grows with the crossings."""
_MANY_VERTICES, _EDGES_A_TIME = 200, 64


@dataclass(frozen=True, eq=False)
class LabelPolygons:
    """Class polygons over a grid, in drawing order.

    Attributes:
        shapes: (N,) valid polygons and multipolygons in the grid's pixels: x is the column, y the row.
        codes: (N,) place of each one's class in `classes`.
        classes: Class names, sorted as numbers where they are numbers.
        all_touched: Whether every pixel that a polygon touches is its own, or only those whose centre it covers.
        warnings: What was left out or repaired, in words.
    """

    shapes: np.ndarray
    codes: np.ndarray
    classes: tuple[str, ...]
    all_touched: bool = False
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Give the number of polygons."""
        return len(self.shapes)


class _Tally:
    """Counts what was left out or repaired while a layer is read."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def add(self, what: str, count: int) -> None:
        self.counts[what] = self.counts.get(what, 0) + count

    def warnings(self, layer: str, texts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        counted = [(self.counts.get(what, 0), text) for what, text in texts]
        return tuple(Message(text, layer=layer, polygons=_polygons(count)) for count, text in counted if count)


_TEXTS = (
    ("no class", translatable("“{layer}”: {polygons} without a class left out.")),
    ("other geometry", translatable("“{layer}”: {polygons} left out that are empty or no polygons.")),
    (
        "unplaced",
        translatable(
            "“{layer}”: {polygons} left out with vertices that have no place in the imagery's coordinate system."
        ),
    ),
    (
        "tangled",
        translatable(
            "“{layer}”: {polygons} left out that cross themselves thousands of times. Draw them anew, or simplify them."
        ),
    ),
    (
        "repaired",
        translatable("“{layer}”: {polygons} with crossing edges repaired; look at them if classes come out odd."),
    ),
    ("outside", translatable("“{layer}”: {polygons} outside the imagery left out.")),
    ("beyond", translatable("“{layer}”: {polygons} outside the extent left out.")),
)


def read_polygons(scene: Scene, grid: Grid, all_touched: bool = False) -> LabelPolygons:
    """Read a scene's class polygons that lie over the grid, and within the scene's extent if it has one.

    Vertices are reprojected, edges between them stay straight on the grid.

    Raises:
        BadInputError: For a file or layer that can't be used, a missing field, no polygons, or none over the grid.
    """
    layer = open_layer(scene.labels, scene.layer)
    field = layer.field(scene.class_field)
    move = ToPixels(layer, grid)
    frame = _Frame(grid, scene.extent)
    tally = _Tally()
    shapes: list[np.ndarray] = []
    names: list[str] = []
    seen = _Bounds()
    for geometry, values in layer.batches(field):
        texts = np.array([class_name(value) for value in np.asarray(values).tolist()], dtype=object)
        named = texts != ""
        tally.add("no class", int(np.count_nonzero(~named)))
        batch, kept = _usable(geometry[named], move, frame, tally, seen)
        shapes.append(batch)
        names.extend(texts[named][kept])
    _check_found(layer, seen, frame, sum(map(len, shapes)), tally)
    classes = sorted_naturally(set(names))
    code_of = {name: index for index, name in enumerate(classes)}
    codes = np.array([code_of[name] for name in names], dtype=np.int64)
    warnings = (*datum_warnings(layer.name, layer.crs, grid), *tally.warnings(layer.name, _TEXTS))
    return LabelPolygons(np.concatenate(shapes), codes, tuple(classes), all_touched, warnings)


def read_area(path: str, layer_name: str, grid: Grid) -> tuple[np.ndarray, tuple[str, ...]]:
    """Read the polygons of a labelled area.

    Returns:
        The shapes in the grid's pixels (N,), and warnings.

    Raises:
        BadInputError: For a file or layer that can't be used, no polygons, or none over the grid.
    """
    layer = open_layer(path, layer_name)
    move = ToPixels(layer, grid)
    frame = _Frame(grid, None)
    tally, seen = _Tally(), _Bounds()
    shapes = [_usable(geometry, move, frame, tally, seen)[0] for geometry, _ in layer.batches()]
    _check_found(layer, seen, frame, sum(map(len, shapes)), tally)
    warnings = (*datum_warnings(layer.name, layer.crs, grid), *tally.warnings(layer.name, _TEXTS[1:5]))
    return np.concatenate(shapes), warnings


def area_shape(grid: Grid, extent: Extent | None) -> Any:
    """Give the shape of an extent, or of the whole grid, in the grid's pixels.

    Raises:
        BadInputError: When the extent misses the grid.
    """
    whole = shapely.box(0, 0, grid.width, grid.height)
    if extent is None:
        return whole
    grid.window_of(extent)
    xmin, ymin, xmax, ymax = extent
    corners = [~grid.transform @ corner for corner in ((xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax))]
    return shapely.intersection(shapely.Polygon(np.round(corners, DIGITS)), whole)


class _Frame:
    """Where polygons count: over the grid, and within an extent where one is given; both in the grid's pixels."""

    def __init__(self, grid: Grid, extent: Extent | None) -> None:
        self.grid, self.has_extent = grid, extent is not None
        self.imagery = area_shape(grid, None)
        self.area = self.imagery if extent is None else area_shape(grid, extent)


class _Bounds:
    """The bounds of all polygons seen, in pixels."""

    def __init__(self) -> None:
        self.box = (math.inf, math.inf, -math.inf, -math.inf)
        self.count = 0

    def add(self, shapes: np.ndarray) -> None:
        self.count += len(shapes)
        if len(shapes):
            left, top, right, bottom = shapely.total_bounds(shapes).tolist()
            old = self.box
            self.box = min(old[0], left), min(old[1], top), max(old[2], right), max(old[3], bottom)


def _usable(
    wkb: np.ndarray, move: ToPixels, frame: _Frame, tally: _Tally, seen: _Bounds
) -> tuple[np.ndarray, np.ndarray]:
    """Bring geometries to pixels, repair them, and leave out those that can't be used; give them and their places."""
    indices = np.flatnonzero([item is not None for item in wkb])
    raw = np.array([polygonal(shape) for shape in shapes_of(wkb[indices])] + [None], dtype=object)[:-1]
    has_area = np.array([shape is not None for shape in raw], dtype=bool)
    tally.add("other geometry", len(wkb) - int(has_area.sum()))
    raw, indices = raw[has_area], indices[has_area]
    moved, finite = placed(raw, move)
    tally.add("unplaced", int(np.count_nonzero(~finite)))
    raw, indices = raw[finite], indices[finite]
    tangled = is_tangled(moved)
    tally.add("tangled", int(np.count_nonzero(tangled)))
    raw, moved, indices = raw[~tangled], moved[~tangled], indices[~tangled]
    tally.add("repaired", int(np.count_nonzero(~shapely.is_valid(raw))))
    moved, whole = repaired(moved)
    tally.add("other geometry", int(np.count_nonzero(~whole)))
    moved, indices = moved[whole], indices[whole]
    seen.add(moved)
    over, inside = _overlaps(moved, frame.imagery), _overlaps(moved, frame.area)
    tally.add("outside", int(np.count_nonzero(~over)))
    tally.add("beyond", int(np.count_nonzero(over & ~inside)))
    return moved[inside], indices[inside]


def _overlaps(shapes: np.ndarray, area: Any) -> np.ndarray:
    return np.asarray(shapely.relate_pattern(shapes, area, "T********")) if len(shapes) else np.zeros(0, bool)


def polygonal(shape: Any) -> Any:
    """Give the polygons of a geometry as one polygon or multipolygon, or None where there are none."""
    if shape is None or shape.is_empty:
        return None
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    parts = [
        part for part in shapely.get_parts(shape) if part.geom_type in ("Polygon", "MultiPolygon") and not part.is_empty
    ]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(shapely.get_parts(parts).tolist())


def shapes_of(wkb: np.ndarray) -> np.ndarray:
    """Read shapes (N,); polyhedral surfaces and triangles as polygons of their faces, None for what can't be read."""
    shapes: np.ndarray = shapely.from_wkb(wkb, on_invalid="ignore")
    for index in np.flatnonzero([shape is None for shape in shapes]):
        faces = surface_as_polygons(bytes(wkb[index]))
        shapes[index] = shapely.from_wkb(faces, on_invalid="ignore") if faces else None
    return shapes


def is_tangled(shapes: np.ndarray) -> np.ndarray:
    """Say which shapes (N,) cross themselves so often that mending them would take minutes."""
    tangled = np.zeros(len(shapes), bool)
    many = shapely.get_num_coordinates(shapes) > _MANY_VERTICES
    for index in np.flatnonzero(many):
        if not shapely.is_valid(shapes[index]):
            tangled[index] = _crossings(shapes[index]) > MOST_CROSSINGS
    return tangled


def _crossings(shape: Any) -> int:
    """Count how often the edges of a shape meet beside at their ends; no further than it matters."""
    edges: list[np.ndarray] = []
    for ring in shapely.get_rings(shape):
        points = shapely.get_coordinates(ring)
        edges.append(shapely.linestrings(np.stack([points[:-1], points[1:]], axis=1)))
    lines = np.concatenate(edges)
    tree, crossings = shapely.STRtree(lines), 0
    for start in range(0, len(lines), _EDGES_A_TIME):
        first, second = tree.query(lines[start : start + _EDGES_A_TIME], predicate="crosses")
        crossings += int(np.count_nonzero(second > first + start))
        if crossings > MOST_CROSSINGS:
            break
    return crossings


def repaired(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Make every shape valid; say which of them have an area left."""
    broken = ~shapely.is_valid(shapes)
    shapes = shapes.copy()
    for index in np.flatnonzero(broken):
        mended = shapely.make_valid(shapes[index], method="structure", keep_collapsed=False)
        shapes[index] = polygonal(mended) or shapely.Polygon()
    return shapes, shapely.area(shapes) > 0


def _check_found(layer: VectorLayer, seen: _Bounds, frame: _Frame, count: int, tally: _Tally) -> None:
    if count:
        return
    if seen.count:
        grid = frame.grid
        is_beyond = frame.has_extent and tally.counts.get("beyond")
        raise BadInputError(
            "The polygons of “{name}” miss the extent: they cover {polygons}, the extent {bounds}, both in {crs}. "
            "Choose an extent over polygons, or check the two coordinate systems."
            if is_beyond
            else "The polygons of “{name}” miss the imagery: they cover {polygons}, the imagery {bounds}, both in "
            "{crs}. Choose polygons over the imagery, or check the two coordinate systems.",
            name=layer.name,
            polygons=_ground_text(grid, seen.box),
            bounds=_ground_text(grid, (frame.area if is_beyond else frame.imagery).bounds),
            crs=CRS.from_wkt(grid.crs.to_wkt()).name,
        )
    if tally.counts.get("outside") or tally.counts.get("unplaced"):
        raise BadInputError(
            "The polygons of “{name}” miss the imagery. Check both coordinate systems.", name=layer.name
        )
    reasons = tally.warnings(layer.name, _TEXTS)
    none = Message("“{name}” has no polygons to learn from.", name=layer.name)
    raise BadInputError(joined([none, *reasons, Message("Draw some first.")]))


def _ground_text(grid: Grid, bounds: tuple[float, float, float, float]) -> str:
    """Write pixel bounds (left, top, right, bottom) as xmin, ymin, xmax, ymax in the grid's coordinate system."""
    left, top, right, bottom = bounds
    corners = [grid.transform @ (col, row) for col in (left, right) for row in (top, bottom)]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return extent_text((min(xs), min(ys), max(xs), max(ys)))


def _polygons(count: int) -> Message:
    return Message("1 polygon") if count == 1 else Message("{count} polygons", count=count)
