"""Sun and sky on a surface."""

from __future__ import annotations

import math

import numpy as np
import pytest
from outcrop.core.sample.light import SUN_AZIMUTH_DEG, SUN_HEIGHT_DEG, light_on
from outcrop.core.sample.noise import azimuth_vector


def towards_sun(size: int) -> np.ndarray:
    """Measure how far every pixel lies towards the sun."""
    east, south = azimuth_vector(SUN_AZIMUTH_DEG)
    row, col = np.indices((size, size)) - size / 2
    return col * east + row * south


def test_flat_ground_gets_the_sun_s_height() -> None:
    light = light_on(np.zeros((60, 60), np.float32))
    np.testing.assert_allclose(light.sun, math.sin(math.radians(SUN_HEIGHT_DEG)), atol=0.01)
    np.testing.assert_allclose(light.sky, 1.0, atol=0.01)


def test_a_slope_square_to_the_sun_gets_all_and_its_back_none() -> None:
    lean = 1 / math.tan(math.radians(SUN_HEIGHT_DEG))
    facing, turned = (light_on((sign * lean * towards_sun(60)).astype(np.float32)).sun for sign in (-1, 1))
    assert facing[20:-20, 20:-20].mean() == pytest.approx(1.0, abs=0.02)
    assert turned[20:-20, 20:-20].max() == 0


def test_a_wall_throws_its_shadow_away_from_the_sun() -> None:
    distance = towards_sun(120)
    wall = np.where(np.abs(distance) < 3, 20.0, 0.0).astype(np.float32)
    sun = light_on(wall).sun
    inner = np.zeros_like(wall, dtype=bool)
    inner[15:-15, 15:-15] = True
    shadow = 20 / math.tan(math.radians(SUN_HEIGHT_DEG))
    assert sun[inner & (distance < -7) & (distance > -shadow + 6)].mean() < 0.1
    assert sun[inner & (distance < -shadow - 8)].mean() > 0.5
    assert sun[inner & (distance > 8)].mean() > 0.5


def test_a_hollow_sees_less_sky() -> None:
    row, col = np.indices((120, 120)) - 60
    hollow = -10 * np.exp(-(row**2 + col**2) / 200).astype(np.float32)
    sky = light_on(hollow).sky
    assert sky[60, 60] < sky[10, 10] - 0.02
