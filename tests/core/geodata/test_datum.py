"""Datums between which no exact transformation is known here."""

from __future__ import annotations

import pyproj
import pytest
from affine import Affine
from outcrop.core.geodata.datum import datum_warnings
from outcrop.core.geodata.grid import Grid
from rasterio.crs import CRS


@pytest.mark.parametrize(
    ("source", "said"), [("EPSG:4610", "50 to 200 m"), ("EPSG:4326", ""), ("EPSG:32647", ""), ("EPSG:4490", "")]
)
def test_a_shift_that_is_not_known_is_said_with_its_size(source: str, said: str) -> None:
    grid = Grid(100, 100, Affine(10, 0, 500_000, 0, -10, 3_400_000), CRS.from_epsg(32648))
    warnings = datum_warnings("labels", pyproj.CRS.from_user_input(source), grid)
    assert len(warnings) == bool(said)
    assert all(said in text and "“labels”" in text for text in warnings)


def test_a_rough_shift_matters_where_pixels_are_small() -> None:
    crs, place = CRS.from_epsg(32617), (400_000, 3_500_000)
    fine, coarse = (Grid(9, 9, Affine(side, 0, place[0], 0, -side, place[1]), crs) for side in (1, 100))
    (text,) = datum_warnings("labels", pyproj.CRS.from_epsg(4267), fine)
    assert "pixels" in text
    assert not datum_warnings("labels", pyproj.CRS.from_epsg(4267), coarse)
