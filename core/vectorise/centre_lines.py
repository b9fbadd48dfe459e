"""Centre lines: dikes and other linear features of a class as lines with length, width and strike."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from affine import Affine
from rasterio.features import rasterize
from rasterio.features import shapes as polygonise

from ..events import Events
from ..geodata.ellipsoid import ellipsoid_of
from ..geodata.grid import Grid
from ..geodata.pixel_areas import metres_per_pixel
from ..geodata.raster_file import whole_band
from ..geodata.vector.geopackage import check_vector_target
from ..parameters import check
from ..prediction.raster.class_file import open_class_file
from .parameters import CentreLineParameters
from .polygons import on_ground, to_map, to_pixels, write_layer
from .skeleton import MiddleLine, middle_lines

LAYER = "centre_lines"


def make_centre_lines(
    source: str, target: str, class_name: str, parameters: CentreLineParameters, events: Events
) -> dict[str, object]:
    """Draw the lines along the middle of one class's features; one feature is in memory at a time.

    Every line has `feature` (lines of one connected patch share it), `length_m`, `width_m` (the mean along it) and
    `strike` (0 ≤ degrees < 180, clockwise from the grid's north, of the line as a whole).

    Args:
        source: The class raster.
        target: The GeoPackage to write.
        class_name: The class whose features are linear.
        parameters: Which lines are drawn.
        events: Told how far it is.

    Returns:
        out (the file), layer, lines (how many).

    Raises:
        BadInputError: For a file that is no prediction, or a class that isn't there.
    """
    check(parameters)
    check_vector_target(target)
    class_file = open_class_file(source)
    value = class_file.legend.id_of(class_name)
    lines: list[shapely.LineString] = []
    widths: list[float] = []
    features: list[int] = []
    events.progress(0.0, "Looking for features")
    for number, (mask, row, col) in enumerate(_features(source, value, class_file.grid), start=1):
        events.progress(0.5, "Feature {number}", number=number)
        for line in middle_lines(mask):
            lines.append(_placed(line, row, col, parameters.simplify_px))
            widths.append(_width_m(line, class_file.grid))
            features.append(number)
    placed = to_map(np.array(lines, dtype=object), class_file.grid)
    lengths = np.array([_length_m(line, class_file.grid) for line in placed])
    fields = {
        "feature": np.array(features, np.int32),
        "class": np.full(len(lines), class_name, dtype=object),
        "length_m": lengths,
        "width_m": np.array(widths),
        "strike": np.array([strike_of(line, class_file.grid) for line in placed]),
    }
    kept = lengths >= parameters.least_length_m
    fields = {name: column[kept] for name, column in fields.items()}
    write_layer(target, LAYER, shapely.to_wkb(placed[kept]), "LineString", fields, class_file.grid)
    return {"out": target, "layer": LAYER, "lines": int(kept.sum())}


def strike_of(line: shapely.LineString, grid: Grid) -> float:
    """Give the direction of a line's longest spread, in degrees clockwise from the grid's north, 0 ≤ strike < 180."""
    points = shapely.get_coordinates(line.segmentize(max(line.length / 200, 1e-12)))
    centred = points - points.mean(axis=0)
    if grid.crs.is_geographic:
        centred = centred * np.array([math.cos(math.radians(float(points[:, 1].mean()))), 1.0])
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    east, north = axes[0]
    strike = math.degrees(math.atan2(east, north)) % 180.0
    return 0.0 if strike >= 180.0 - 1e-9 else strike


def _features(source: str, value: int, grid: Grid) -> Iterator[tuple[np.ndarray, int, int]]:
    """Give every connected patch of a class as a mask (H, W) with its first row and column."""
    with whole_band(source) as band:
        for entry, code in polygonise(band, mask=band, connectivity=8):
            if int(code) != value:
                continue
            shape = to_pixels(np.array([shapely.Polygon(entry["coordinates"][0], entry["coordinates"][1:])]), grid)[0]
            left, top, right, bottom = (int(side) for side in shape.bounds)
            shift = Affine.translation(left, top)
            mask = rasterize([shape], out_shape=(bottom - top, right - left), transform=shift, dtype=np.uint8)
            yield mask > 0, top, left


def _placed(line: MiddleLine, row: int, col: int, simplify_px: float) -> shapely.LineString:
    shape = shapely.LineString(line.points + np.array([col, row]))
    return shape.simplify(simplify_px) if simplify_px else shape


def _length_m(line: shapely.LineString, grid: Grid) -> float:
    ellipsoid = ellipsoid_of(grid.crs) if grid.crs.is_geographic else None
    if ellipsoid is not None:
        return ellipsoid.length(line)
    return float(shapely.length(on_ground(np.array([line], dtype=object), grid))[0])


def _width_m(line: MiddleLine, grid: Grid) -> float:
    """Give a feature's mean width: its area on the ground over the line's length there, whichever way it runs."""
    steps = np.diff(line.points, axis=0)
    pixels, metres = (float(np.hypot(*(steps * scale).T).sum()) for scale in ((1.0, 1.0), metres_per_pixel(grid)))
    return line.width * pixels * grid.pixel_area_m2 / metres if metres else 0.0
