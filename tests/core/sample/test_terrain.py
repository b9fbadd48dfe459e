"""The land: relief, gullies, the valley."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.sample.terrain import Terrain, downhill, make_terrain, steepness

SHAPE = (320, 280)


@pytest.fixture(scope="module")
def terrain() -> Terrain:
    return make_terrain(np.random.default_rng(7), SHAPE)


def test_every_part_has_the_scene_s_shape(terrain: Terrain) -> None:
    assert terrain.elevation.shape == terrain.gullies.shape == terrain.valley_distance.shape == SHAPE
    assert terrain.valley_row.shape == (SHAPE[1],)


def test_it_is_a_mountain_side(terrain: Terrain) -> None:
    slope = steepness(terrain.elevation)
    assert terrain.elevation.min() == 0
    assert 0.3 < slope.mean() < 0.9
    assert np.ptp(terrain.elevation) > 30


def test_the_valley_is_low_and_flat(terrain: Terrain) -> None:
    floor = np.abs(terrain.valley_distance) < 6
    slope = steepness(terrain.elevation)
    assert terrain.elevation[floor].mean() < 0.35 * terrain.elevation.mean()
    assert slope[floor].mean() < 0.5 * slope.mean()


def test_gullies_lie_below_their_surroundings(terrain: Terrain) -> None:
    slopes = np.abs(terrain.valley_distance) > 40
    wet = terrain.gullies > np.quantile(terrain.gullies[slopes], 0.95)
    down, right = downhill(terrain.elevation, 3)
    gathering = -(np.gradient(down, axis=0) + np.gradient(right, axis=1))
    assert gathering[wet & slopes].mean() > gathering[slopes].mean() + 0.01


def test_downhill_points_down_and_is_a_unit_vector() -> None:
    plane = np.broadcast_to(np.arange(60.0)[:, None] * 0.5, (60, 60)).astype(np.float32)
    down, right = downhill(plane, 1)
    np.testing.assert_allclose(down[10:-10, 10:-10], -1, atol=0.01)
    np.testing.assert_allclose(right, 0, atol=1e-6)
