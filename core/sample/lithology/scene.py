"""The lithology scene: eight units at 30 m, with elevation, magnetics, gamma rays and rock samples of the same place.

A stand-in for the setting of the lithology paper, whose layers can't be shipped: units that look alike in the imagery
differ in the field, the gamma rays or the oxides.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage
from shapely.geometry import Point, Polygon

from .. import polygons
from ..files import GRID_CRS, write_classes, write_image, write_layer, write_points, write_polygons
from ..terrain import make_terrain
from . import layers
from .structure import geological_map
from .units import BANDS, UNITS

PIXEL_M, SIZE_PX = 30.0, 640
_POLYGONS_A_UNIT = 7
_DRAWN_PX = (7.0, 16.0)
_FROM_CONTACT_PX = 2.0
_COARSER = 2


def make_lithology(folder: Path, seed: int, size_px: int) -> dict[str, Path]:
    """Make the scene from a seed and write its files into a folder; the same seed and size give the same again.

    Returns:
        The files by name: image, labels (polygons well within the units, in the west), truth and truth_labels (the
        whole map), evaluation_area (the east, which training never sees), elevation, magnetics, radiometrics,
        geochemistry.
    """
    land, rock, hand, camera, magnetometer, crystal, hammer = np.random.default_rng(seed).spawn(7)
    terrain = make_terrain(land, (size_px, size_px))
    ids = geological_map(rock, terrain)
    height = layers.elevation_m(ids, terrain, PIXEL_M)
    files = {
        "image": folder / "image.tif", "labels": folder / "training.gpkg", "truth": folder / "truth.tif",
        "truth_labels": folder / "truth.gpkg", "evaluation_area": folder / "evaluation_area.gpkg",
        "elevation": folder / "elevation.tif", "magnetics": folder / "magnetics.tif",
        "radiometrics": folder / "radiometrics.tif", "geochemistry": folder / "geochemistry.gpkg",
    }  # fmt: skip
    write_image(files["image"], layers.imagery(camera, ids, height / PIXEL_M), BANDS, 0, PIXEL_M)
    write_classes(files["truth"], ids, PIXEL_M)
    _write_units(files["truth_labels"], _outlines(ids))
    _write_units(files["labels"], _drawn(hand, ids))
    area = polygons.evaluation_area(size_px, size_px)
    write_polygons(files["evaluation_area"], [area], GRID_CRS, ["evaluation"], [1], PIXEL_M)
    write_layer(files["elevation"], height[None], ["Elevation (m)"], PIXEL_M)
    field = layers.magnetic_field(magnetometer, ids, PIXEL_M)
    tags = {
        "INCLINATION": f"{layers.INCLINATION_DEG:g}", "DECLINATION": f"{layers.DECLINATION_DEG:g}",
        "FIELD_NT": f"{layers.FIELD_NT:g}",
    }  # fmt: skip
    write_layer(files["magnetics"], _coarser(field[None]), ["Total field anomaly (nT)"], PIXEL_M * _COARSER, tags)
    gamma = _coarser(layers.gamma_rays(crystal, ids))
    names = ["Potassium (%)", "Equivalent thorium (ppm)", "Equivalent uranium (ppm)"]
    write_layer(files["radiometrics"], gamma, names, PIXEL_M * _COARSER)
    points, fields = layers.rock_samples(hammer, ids)
    write_points(files["geochemistry"], points, fields, PIXEL_M)
    return files


def _coarser(bands: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the means of squares of pixels; a line that is left over goes."""
    rows, columns = (size // _COARSER for size in bands.shape[1:])
    whole = bands[:, : rows * _COARSER, : columns * _COARSER]
    mean = whole.reshape(len(bands), rows, _COARSER, columns, _COARSER).mean(axis=(2, 4))
    return np.asarray(mean, np.float32)


def _outlines(ids: NDArray[np.uint8]) -> list[tuple[Polygon, int]]:
    return [(part, code) for code in range(1, len(UNITS) + 1) for part in polygons.exact_outlines(ids == code)]


def _drawn(rng: np.random.Generator, ids: NDArray[np.uint8]) -> list[tuple[Polygon, int]]:
    """Draw some polygons a unit in the west, round about and away from contacts, as an analyst does who is sure."""
    area = polygons.labelled_area(*ids.shape)
    drawn = []
    for code in range(1, len(UNITS) + 1):
        depth = ndimage.distance_transform_edt(np.pad(ids == code, 1))[1:-1, 1:-1]
        for _ in range(_POLYGONS_A_UNIT):
            depth_here = np.where(_within(area, ids.shape), depth, 0)
            inner = np.argwhere(depth_here > min(6.0, 0.7 * float(depth_here.max())))
            if not len(inner) or depth_here.max() < _FROM_CONTACT_PX + 1:
                break
            row, col = inner[rng.integers(len(inner))]
            size = float(rng.uniform(*_DRAWN_PX))
            around = _blob(rng, col + 0.5, row + 0.5, size)
            unit = shapely.union_all(polygons.exact_outlines(depth > _FROM_CONTACT_PX))
            parts = [part for part in polygons.parts(around.intersection(unit).intersection(area)) if part.area > 12]
            drawn += [(part.simplify(0.7), code) for part in parts[:1]]
            rows, cols = np.ogrid[: ids.shape[0], : ids.shape[1]]
            depth = np.where(np.hypot(rows - row, cols - col) < 2.2 * size, 0, depth)
    return drawn


def _within(area: Polygon, shape: tuple[int, ...]) -> NDArray[np.bool_]:
    rows, columns = np.indices(shape)
    return shapely.contains_xy(area, columns + 0.5, rows + 0.5)


def _blob(rng: np.random.Generator, x: float, y: float, size: float) -> Polygon:
    """Make an outline of a dozen clicks around a point."""
    angles = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    reach = size * rng.uniform(0.6, 1.2, 12)
    return Polygon(np.column_stack([x + reach * np.cos(angles), y + reach * np.sin(angles)])).union(
        Point(x, y).buffer(2)
    )


def _write_units(path: Path, shapes: list[tuple[Polygon, int]]) -> None:
    outlines, codes = [shape for shape, _ in shapes], [code for _, code in shapes]
    write_polygons(path, outlines, GRID_CRS, [UNITS[code - 1].name for code in codes], codes, PIXEL_M)
