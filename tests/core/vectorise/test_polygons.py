"""Class rasters as polygons that fit each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.pixel_areas import metres_per_pixel
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.vectorise.centre_lines import _length_m
from outcrop.core.vectorise.coverage import simplify, smooth
from outcrop.core.vectorise.parameters import PolygonParameters
from outcrop.core.vectorise.polygons import make_polygons, measured
from rasterio.crs import CRS
from scipy import ndimage

from tests.core.ground import area_scale, length_scale

LEGEND = Legend.from_names(["background", "dike", "pond"])
PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)


def write(path: Path, labels: np.ndarray, transform: Affine = PLACE, crs: int = 32654) -> str:
    grid = Grid(labels.shape[1], labels.shape[0], transform, CRS.from_epsg(crs))
    chances = np.full((3, *labels.shape), 0.1, np.float32)
    for value in (1, 2, 3):
        chances[value - 1][labels == value] = 0.5 + 0.1 * value
    with Outputs(Wanted(path, LEGEND, probabilities=True), grid) as out:
        out.write(grid.window, chances, labels > 0)
    return str(path)


def draw(
    source: str, folder: Path, probabilities: str = "", **parameters: Any
) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    result = make_polygons(source, str(folder / "p.gpkg"), PolygonParameters(**parameters), Events(), probabilities)
    meta, _, geometry, columns = pyogrio.raw.read(result["out"], layer=result["layer"])
    assert len(geometry) == result["polygons"]
    assert meta["crs"]
    return shapely.from_wkb(geometry), dict(zip(meta["fields"], columns))


def patches() -> np.ndarray:
    field = ndimage.gaussian_filter(np.random.default_rng(3).normal(size=(3, 120, 140)), (0, 4, 4))
    labels = (field.argmax(axis=0) + 1).astype(np.uint8)
    labels[30:60, 80:110] = 0
    return labels


def test_squares_stay_squares_with_their_measures(tmp_path: Path) -> None:
    labels = np.ones((40, 50), np.uint8)
    labels[10:20, 10:25] = 2
    source = write(tmp_path / "c.tif", labels)

    shapes, fields = draw(source, tmp_path, str(tmp_path / "c_probabilities.tif"), simplify_px=0.0, smooth_rounds=0)

    number = fields["class"].tolist().index("dike")
    grid = Grid(50, 40, PLACE, CRS.from_epsg(32654))
    assert shapes[number].equals(shapely.box(400_100, 4_699_800, 400_250, 4_699_900))
    assert fields["class_id"][number] == 2
    assert fields["area_m2"][number] == pytest.approx(15_000 * area_scale(grid), rel=1e-8)
    assert fields["perimeter_m"][number] == pytest.approx(500 * length_scale(grid), rel=1e-8)
    assert fields["probability"][number] == pytest.approx(0.7, abs=0.005)
    assert fields["area_m2"].sum() == pytest.approx(40 * 50 * 100 * area_scale(grid), rel=1e-8)


@pytest.mark.parametrize(("tolerance", "rounds"), [(0.0, 0), (1.5, 0), (0.0, 2), (1.5, 3)])
def test_neighbours_have_neither_gaps_nor_overlaps(tolerance: float, rounds: int, tmp_path: Path) -> None:
    labels = patches()
    source = write(tmp_path / "c.tif", labels)

    shapes, fields = draw(source, tmp_path, simplify_px=tolerance, smooth_rounds=rounds)

    assert shapely.is_valid(shapes).all()
    whole = shapely.union_all(shapes)
    assert shapely.area(shapes).sum() == pytest.approx(whole.area, rel=1e-9)
    assert shapely.get_num_interior_rings(shapely.get_parts(whole)).sum() == 1
    assert whole.area == pytest.approx((labels > 0).sum() * 100, rel=0.01)
    for value in (1, 2, 3):
        area = fields["area_m2"][fields["class_id"] == value].sum()
        assert area == pytest.approx((labels == value).sum() * 100, rel=0.02)


def test_smoothing_follows_the_border() -> None:
    corners = shapely.Polygon([(0, 0), (4, 0), (4, 4), (8, 4), (8, 8), (0, 8)])
    other = shapely.Polygon([(4, 0), (8, 0), (8, 4), (4, 4)])
    one, two = smooth(np.array([corners, other], dtype=object), 2)

    assert one.intersection(two).area == pytest.approx(0, abs=1e-9)
    assert one.touches(two)
    assert len(one.exterior.coords) > 2 * len(corners.exterior.coords)
    assert one.hausdorff_distance(corners) < 1.5


def test_simplifying_takes_stairs_away() -> None:
    stairs = [(n // 2, (n + 1) // 2) for n in range(41)]
    below = shapely.Polygon([*stairs, (20, 0)])
    above = shapely.Polygon([*stairs, (0, 20)])

    one, two = simplify(np.array([below, above], dtype=object), 1.5)

    assert len(one.exterior.coords) < 12
    assert one.intersection(two).area == 0


def test_small_patches_go_to_their_neighbour(tmp_path: Path) -> None:
    labels = np.ones((40, 50), np.uint8)
    labels[10, 10] = 2
    labels[20:24, 20:24] = 3

    shapes, fields = draw(write(tmp_path / "c.tif", labels), tmp_path, least_area_m2=500.0)

    assert sorted(fields["class"]) == ["background", "pond"]
    assert shapely.area(shapes).sum() == pytest.approx(40 * 50 * 100, rel=0.01)


def test_only_the_chosen_classes_are_drawn(tmp_path: Path) -> None:
    source = write(tmp_path / "c.tif", patches())

    _, fields = draw(source, tmp_path, classes=("pond",))

    assert set(fields["class"]) == {"pond"}
    with pytest.raises(BadInputError, match="road"):
        draw(source, tmp_path, classes=("road",))


def test_measures_are_in_metres_where_the_grid_is_in_degrees(tmp_path: Path) -> None:
    labels = np.full((10, 10), 2, np.uint8)
    source = write(tmp_path / "c.tif", labels, Affine(0.001, 0, 141.0, 0, -0.001, 42.0), 4326)

    _, fields = draw(source, tmp_path, simplify_px=0.0, smooth_rounds=0)

    assert fields["area_m2"][0] == pytest.approx(111_050 * 0.01 * 82_850 * 0.01, rel=0.01)


PLANETS = {
    "Mars": 'GEOGCS["Mars 2000",DATUM["D_Mars_2000",SPHEROID["Mars_2000",3396190,169.894447223612]],'
            'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]',
    "grads": CRS.from_epsg(4807).to_wkt(),
    "degrees": CRS.from_epsg(4326).to_wkt(),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANETS)
def test_measures_are_those_of_the_pixels_on_any_ellipsoid(name: str) -> None:
    grid = Grid(40, 30, Affine(0.001, 0, 2.0, 0, -0.001, 48.0), CRS.from_wkt(PLANETS[name]))
    corners = [grid.transform @ corner for corner in ((0, 0), (40, 0), (40, 30), (0, 30))]
    (area,), _ = measured(np.array([shapely.Polygon(corners)]), grid)
    assert area == pytest.approx(40 * 30 * grid.pixel_area_m2, rel=1e-3)
    across, down = metres_per_pixel(grid)
    for end, metres in (((40, 0), 40 * across), ((0, 30), 30 * down)):
        line = shapely.LineString([grid.transform @ (0, 0), grid.transform @ end])
        assert _length_m(line, grid) == pytest.approx(metres, rel=2e-3)


def test_probabilities_of_another_raster_are_refused(tmp_path: Path) -> None:
    source = write(tmp_path / "c.tif", patches())
    write(tmp_path / "d.tif", patches()[:50])

    with pytest.raises(BadInputError, match="doesn't hold the probabilities"):
        draw(source, tmp_path, str(tmp_path / "d_probabilities.tif"))


def test_a_raster_without_classes_gives_an_empty_layer(tmp_path: Path) -> None:
    with rasterio.open(write(tmp_path / "c.tif", np.zeros((5, 5), np.uint8))) as file:
        assert not file.read(1).any()

    shapes, _ = draw(str(tmp_path / "c.tif"), tmp_path)

    assert len(shapes) == 0
