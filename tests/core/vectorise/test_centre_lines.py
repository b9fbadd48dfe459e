"""Linear features as lines along their middle."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.vectorise.centre_lines import make_centre_lines
from outcrop.core.vectorise.parameters import CentreLineParameters
from outcrop.core.vectorise.skeleton import middle_lines
from rasterio.crs import CRS
from rasterio.features import rasterize
from scipy.ndimage import binary_erosion

LEGEND = Legend.from_names(["background", "dike"])
PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)


def band(line: Any, width: float, shape: tuple[int, int] = (300, 300)) -> np.ndarray:
    """Burn a line, in pixels, as a band so many pixels wide with flat ends."""
    drawn = shapely.buffer(line, width / 2, cap_style="flat", join_style="mitre")
    return rasterize([drawn], out_shape=shape) > 0


def lines_of(
    features: np.ndarray, folder: Path, transform: Affine = PLACE, crs: int = 32654, **parameters: Any
) -> list[dict[str, Any]]:
    labels = np.where(features, 2, 1).astype(np.uint8)
    grid = Grid(labels.shape[1], labels.shape[0], transform, CRS.from_epsg(crs))
    with Outputs(Wanted(folder / "c.tif", LEGEND), grid) as out:
        out.write(grid.window, labels, labels > 0)
    target = str(folder / "l.gpkg")
    result = make_centre_lines(str(folder / "c.tif"), target, "dike", CentreLineParameters(**parameters), Events())
    meta, _, geometry, columns = pyogrio.raw.read(target, layer=result["layer"])
    assert len(geometry) == result["lines"]
    shapes = shapely.from_wkb(geometry)
    return [
        {"shape": shape, **{name: column[n] for name, column in zip(meta["fields"], columns)}}
        for n, shape in enumerate(shapes)
    ]


@pytest.mark.parametrize("strike", [0, 20, 45, 70, 90, 110, 135, 170])
@pytest.mark.parametrize("width", [3, 8])
def test_a_straight_dike_is_one_line_with_its_measures(strike: int, width: int, tmp_path: Path) -> None:
    east, north = math.sin(math.radians(strike)), math.cos(math.radians(strike))
    start, end = (150 - 100 * east, 150 + 100 * north), (150 + 100 * east, 150 - 100 * north)

    (line,) = lines_of(band(shapely.LineString([start, end]), width), tmp_path)

    assert line["length_m"] == pytest.approx(2000, rel=0.03)
    assert line["width_m"] == pytest.approx(10 * width, abs=6)
    assert (line["strike"] - strike + 90) % 180 - 90 == pytest.approx(0, abs=1)
    middle = shapely.LineString([(400_000 + 10 * x, 4_700_000 - 10 * y) for x, y in (start, end)])
    assert line["shape"].hausdorff_distance(middle) < 40


def test_a_bent_dike_stays_one_line(tmp_path: Path) -> None:
    turn = np.linspace(0, math.pi / 2, 50)
    arc = shapely.LineString(np.column_stack([50 + 200 * np.sin(turn), 250 - 200 * np.cos(turn)]))

    (line,) = lines_of(band(arc, 5), tmp_path)

    assert line["length_m"] == pytest.approx(10 * arc.length, rel=0.03)
    assert line["strike"] == pytest.approx(135, abs=2)


def test_crossing_dikes_go_through_each_other(tmp_path: Path) -> None:
    one, two = shapely.LineString([(20, 150), (280, 150)]), shapely.LineString([(100, 20), (180, 280)])

    found = lines_of(band(one, 4) | band(two, 4), tmp_path, least_length_m=200)

    assert len(found) == 2
    assert {line["feature"] for line in found} == {1}
    assert sorted(round(line["strike"]) for line in found) == [90, pytest.approx(163, abs=2)]
    assert sorted(line["length_m"] for line in found) == [pytest.approx(2600, rel=0.03), pytest.approx(2720, rel=0.04)]


def test_a_frayed_edge_makes_no_branches(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    dike = band(shapely.LineString([(20, 150), (280, 150)]), 9)
    rows, cols = np.nonzero(dike)
    frayed = dike.copy()
    frayed[rows[rng.random(len(rows)) < 0.03] + 1, cols[rng.random(len(cols)) < 0.03][0]] = True
    for col in range(30, 270, 12):
        frayed[143:145, col : col + 2] = frayed[145, col : col + 2] = True

    (line,) = lines_of(frayed, tmp_path, least_length_m=100)

    assert line["strike"] == pytest.approx(90, abs=2)


def test_every_feature_has_its_own_number_and_short_ones_are_left_out(tmp_path: Path) -> None:
    features = band(shapely.LineString([(20, 50), (280, 50)]), 4) | band(shapely.LineString([(20, 90), (50, 90)]), 4)
    features |= band(shapely.LineString([(20, 200), (280, 220)]), 4)

    found = lines_of(features, tmp_path, least_length_m=1000)

    assert len(found) == 2
    assert len({line["feature"] for line in found}) == 2


def test_lengths_are_in_metres_where_the_grid_is_in_degrees(tmp_path: Path) -> None:
    place = Affine(0.0001, 0, 141.0, 0, -0.0001, 60.0)
    diagonal = band(shapely.LineString([(50, 250), (250, 50)]), 5)

    (line,) = lines_of(diagonal, tmp_path, place, 4326)

    assert line["length_m"] == pytest.approx(math.hypot(200 * 5.58, 200 * 11.14), rel=0.03)
    assert line["strike"] == pytest.approx(math.degrees(math.atan2(0.5, 1)), abs=1)


def test_a_ring_closes() -> None:
    ring = band(shapely.Point(100, 100).buffer(60).exterior, 5, (200, 200))

    (line,) = middle_lines(ring)

    assert (line.points[0] == line.points[-1]).all()
    assert shapely.LineString(line.points).length == pytest.approx(2 * math.pi * 60, rel=0.03)


def test_a_single_pixel_is_a_line_of_its_size() -> None:
    (line,) = middle_lines(np.ones((1, 1), bool))

    assert line.points.tolist() == [[0.0, 0.5], [1.0, 0.5]]
    assert line.width == 1


def test_pixels_missing_in_a_band_part_no_line() -> None:
    whole = band(shapely.LineString([(20, 50), (180, 60)]), 9, (110, 200))
    holed = whole.copy()
    inner = np.argwhere(binary_erosion(whole, iterations=2))
    holed[tuple(inner[::17].T)] = False

    (expected,), (line,) = middle_lines(whole), middle_lines(holed)

    np.testing.assert_array_equal(line.points, expected.points)
    assert line.width == expected.width


def test_a_hole_that_can_be_seen_is_gone_around() -> None:
    feature = band(shapely.LineString([(20, 50), (180, 50)]), 15, (100, 200))
    feature[47:54, 90:100] = False

    assert len(middle_lines(feature)) > 1


def test_a_class_without_pixels_gives_an_empty_layer(tmp_path: Path) -> None:
    assert lines_of(np.zeros((20, 20), bool), tmp_path) == []


def test_an_unknown_class_is_refused(tmp_path: Path) -> None:
    lines_of(np.zeros((20, 20), bool), tmp_path)

    with pytest.raises(BadInputError, match="road"):
        make_centre_lines(str(tmp_path / "c.tif"), str(tmp_path / "l.gpkg"), "road", CentreLineParameters(), Events())
