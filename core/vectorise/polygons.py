"""Polygons: a class raster as a vector layer with areas, perimeters and probabilities."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize
from rasterio.features import shapes as polygonise

from ..errors import BadInputError
from ..events import Events
from ..files.unfinished import temporary_folder
from ..geodata.ellipsoid import ellipsoid_of
from ..geodata.grid import Grid, Window
from ..geodata.pixel_areas import metres_per_unit
from ..geodata.raster_file import whole_band
from ..geodata.stack import Stack
from ..geodata.vector.geopackage import check_vector_target, put_layer
from ..labels.legend import Legend
from ..parameters import check
from ..prediction.raster.class_file import ClassFile, open_class_file
from .clean import clean
from .coverage import simplify, smooth
from .parameters import CleanParameters, PolygonParameters

LAYER = "classes"
_BLOCK = 1024


def make_polygons(
    source: str, target: str, parameters: PolygonParameters, events: Events, probabilities: str = ""
) -> dict[str, object]:
    """Draw a class raster as polygons; the raster is read in pieces, the polygons are held in memory.

    Args:
        source: The class raster.
        target: The GeoPackage to write.
        parameters: How they are drawn.
        events: Told how far it is.
        probabilities: The raster of probabilities beside it, for every polygon's mean; may be empty.

    Returns:
        out (the file), layer, polygons (how many).

    Raises:
        BadInputError: For a file that is no prediction, a class that isn't there, or rasters that don't fit.
    """
    check(parameters)
    check_vector_target(target)
    class_file = open_class_file(source)
    wanted = [class_file.legend.id_of(name) for name in parameters.classes] or list(
        range(1, len(class_file.legend) + 1)
    )
    with temporary_folder(target) as folder:
        if parameters.least_area_m2 > class_file.grid.pixel_area_m2:
            sieved = str(folder / "sieved.tif")
            clean(source, sieved, CleanParameters(least_area_m2=parameters.least_area_m2), events)
            source = sieved
        events.progress(0.4, "Drawing polygons")
        drawn, values = _drawn(source, class_file.grid)
    means = _mean_probabilities(class_file, probabilities, drawn, values, events) if probabilities else None
    events.progress(0.8, "Smoothing")
    smoothed = smooth(simplify(drawn, parameters.simplify_px), parameters.smooth_rounds)
    kept = np.isin(values, wanted) & ~shapely.is_empty(smoothed)
    events.progress(0.9, "Writing")
    _write(target, class_file, smoothed[kept], values[kept], None if means is None else means[kept])
    return {"out": target, "layer": LAYER, "polygons": int(kept.sum())}


def _drawn(source: str, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Give every patch as a polygon (N,) in pixels, and its class (N,)."""
    with whole_band(source) as band:
        features = list(polygonise(band, mask=band, connectivity=4))
    shapes = [shapely.Polygon(entry["coordinates"][0], entry["coordinates"][1:]) for entry, _ in features]
    drawn = to_pixels(np.array(shapes, dtype=object), grid)
    return drawn, np.array([int(value) for _, value in features], dtype=np.int64)


def _mean_probabilities(
    class_file: ClassFile, path: str, shapes: np.ndarray, values: np.ndarray, events: Events
) -> np.ndarray:
    """Give for every polygon (N,) the mean probability of its class over its pixels."""
    totals, counts = np.zeros(len(shapes) + 1), np.zeros(len(shapes) + 1)
    tree = shapely.STRtree(shapes)
    blocks = list(class_file.grid.blocks(_BLOCK))
    with Stack([path]) as stack:
        if not stack.grid.same_as(class_file.grid) or len(stack.bands) != len(class_file.legend):
            raise BadInputError(
                "“{path}” doesn't hold the probabilities of “{given_path}”: its size, place or bands differ.",
                path=path,
                given_path=class_file.path,
            )
        for number, block in enumerate(blocks):
            events.progress(0.4 + 0.4 * number / len(blocks), "Averaging probabilities")
            image, valid = stack.read(block)
            owner = _owners(tree, shapes, block)
            inside = valid & (owner > 0)
            band = values[owner[inside] - 1] - 1
            likely = image[:, inside][band, np.arange(len(band))]
            totals += np.bincount(owner[inside], likely, minlength=len(totals))
            counts += np.bincount(owner[inside], minlength=len(counts))
    means: np.ndarray = totals[1:] / np.maximum(counts[1:], 1)
    return means


def _owners(tree: shapely.STRtree, shapes: np.ndarray, block: Window) -> np.ndarray:
    """Give the number (from 1) of the polygon that every pixel of a block lies in, 0 for none: (H, W)."""
    frame = shapely.box(block.col, block.row, block.col + block.width, block.row + block.height)
    near = tree.query(frame)
    if not len(near):
        return np.zeros(block.shape, np.int32)
    pairs = [(shapes[index], int(index) + 1) for index in near]
    shift = Affine.translation(block.col, block.row)
    owners: np.ndarray = rasterize(pairs, out_shape=block.shape, transform=shift, dtype=np.int32)
    return owners


def _write(
    target: str, class_file: ClassFile, shapes: np.ndarray, values: np.ndarray, means: np.ndarray | None
) -> None:
    grid, legend = class_file.grid, class_file.legend
    placed = to_map(shapes, grid)
    areas, perimeters = measured(placed, grid)
    fields: dict[str, np.ndarray] = {
        "class_id": values.astype(np.int32),
        "class": _names(legend, values),
        "area_m2": areas,
        "perimeter_m": perimeters,
    }
    if means is not None:
        fields["probability"] = means
    write_layer(target, LAYER, shapely.to_wkb(placed), "Unknown" if not len(placed) else "Polygon", fields, grid)


def write_layer(
    target: str, layer: str, geometry: np.ndarray, kind: str, fields: dict[str, np.ndarray], grid: Grid
) -> None:
    """Write a layer into a GeoPackage, whole or not at all; its other layers stay.

    Raises:
        DiskError: When it can't be written.
    """
    put_layer(target, layer, geometry, kind, fields, grid.crs.to_wkt())


def to_map(shapes: np.ndarray, grid: Grid) -> np.ndarray:
    """Bring geometries (N,) from pixels to the grid's coordinates."""
    transform = grid.transform

    def move(points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0], points[:, 1]
        return np.column_stack(
            [transform.a * x + transform.b * y + transform.c, transform.d * x + transform.e * y + transform.f]
        )

    moved: np.ndarray = shapely.transform(shapes, move)
    return moved


def to_pixels(shapes: np.ndarray, grid: Grid) -> np.ndarray:
    """Bring geometries (N,) that follow pixel borders from the grid's coordinates to whole columns and rows."""
    back = ~grid.transform

    def move(points: np.ndarray) -> np.ndarray:
        x, y = points[:, 0], points[:, 1]
        return np.rint(np.column_stack([back.a * x + back.b * y + back.c, back.d * x + back.e * y + back.f]))

    moved: np.ndarray = shapely.transform(shapes, move)
    return moved


def measured(shapes: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Give areas (N,) in m² and perimeters (N,) in m of polygons, on the ground."""
    ellipsoid = ellipsoid_of(grid.crs) if grid.crs.is_geographic else None
    if ellipsoid is None:
        of_unit = grid.pixel_area_m2 / abs(grid.transform.determinant)
        return shapely.area(shapes) * of_unit, shapely.length(on_ground(shapes, grid))
    return ellipsoid.sizes(shapely.normalize(shapes))


def on_ground(shapes: np.ndarray, grid: Grid) -> np.ndarray:
    """Bring geometries (N,) from the grid's coordinates to metres on the ground, as they are at the grid's centre."""
    metres = np.array(metres_per_unit(grid))
    scaled: np.ndarray = shapely.transform(shapes, lambda points: points * metres)
    return scaled


def _names(legend: Legend, values: Sequence[int] | np.ndarray) -> np.ndarray:
    names = np.array(["", *legend.names], dtype=object)
    return np.asarray(names[np.asarray(values, dtype=np.int64)], dtype=object)
