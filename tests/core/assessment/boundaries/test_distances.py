"""Distances to what trained, against SciPy and by hand."""

from __future__ import annotations

import numpy as np
import pytest
from affine import Affine
from outcrop.core.assessment.boundaries.distances import PlaceSample, distances
from outcrop.core.geodata.grid import Grid, Window
from rasterio.crs import CRS

from tests.core.ground import length_scale

GRID = Grid(100, 1, Affine(10, 0, 500_000, 0, -10, 4_000_000), CRS.from_epsg(32633))


def sample(columns: list[int]) -> PlaceSample:
    mask = np.zeros((1, 100), bool)
    mask[0, columns] = True
    made = PlaceSample(GRID)
    made.add(Window(0, 0, 1, 100), mask)
    return made


def test_w_is_the_area_between_the_two_distributions() -> None:
    found = distances(sample([0]), sample([1, 2]), sample([3, 5]))
    assert found is not None
    metre = length_scale(GRID)
    assert found.w_m == pytest.approx((20 + 30) / 2 * metre, rel=1e-8)
    assert (found.test_median_m, found.map_median_m) == pytest.approx((10.0 * metre, 30.0 * metre), rel=1e-8)


def test_places_as_far_off_as_the_map_have_no_w() -> None:
    found = distances(sample([50]), sample(list(range(100))), sample(list(range(100))))
    assert found is not None
    assert found.w_m == 0.0


def test_without_training_places_there_is_none() -> None:
    assert distances(PlaceSample(GRID), sample([1]), sample([2])) is None
