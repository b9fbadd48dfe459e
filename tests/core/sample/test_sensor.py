"""The sensor: numbers, noise, the edge of the swath."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.sample.light import Light
from outcrop.core.sample.rocks import BANDS, SCHIST, plain
from outcrop.core.sample.sensor import HIGHEST_DN, NODATA, inside_swath, observe

SHAPE = (120, 140)


def even_light(strength: float) -> Light:
    return Light(np.full(SHAPE, strength, np.float32), np.ones(SHAPE, np.float32))


def look(ground: np.ndarray, strength: float = 0.6) -> np.ndarray:
    return observe(np.random.default_rng(5), ground, even_light(strength))


def test_the_north_west_corner_was_not_seen() -> None:
    seen = inside_swath(SHAPE)
    assert not seen[0, 0]
    assert seen[0, -1]
    assert seen[-1, 0]
    assert seen[-1, -1]
    picture = look(plain(SCHIST, SHAPE))
    np.testing.assert_array_equal(picture == NODATA, np.broadcast_to(~seen, picture.shape))


def test_even_ground_gives_even_numbers_with_a_little_noise() -> None:
    picture = look(plain(SCHIST, SHAPE))[:, :, 40:].astype(float)
    assert picture.shape[0] == len(BANDS)
    assert 1 < picture[0].std() < 8


def test_more_light_and_paler_ground_are_brighter() -> None:
    dark, lit, pale = (
        look(plain(SCHIST, SHAPE), 0.1),
        look(plain(SCHIST, SHAPE), 0.8),
        look(2 * plain(SCHIST, SHAPE), 0.8),
    )
    assert dark[2, 60, 100] + 40 < lit[2, 60, 100]
    assert lit[2, 60, 100] + 40 < pale[2, 60, 100]


def test_numbers_have_ten_bits_and_darkness_is_not_nodata() -> None:
    assert look(plain((5.0, 5.0, 5.0, 5.0), SHAPE)).max() == HIGHEST_DN
    night = observe(np.random.default_rng(1), plain(SCHIST, SHAPE) * 0, Light(*np.zeros((2, *SHAPE), np.float32)))
    assert night[:, inside_swath(SHAPE)].min() >= 1


def test_a_thin_dike_becomes_mixed_pixels() -> None:
    ground = plain(SCHIST, SHAPE)
    ground[:, :, 100] *= 3
    row = look(ground)[2, 20:100].astype(float).mean(axis=0)
    rise = row - row[120:130].mean()
    assert rise[99] > 0.1 * rise[100] > 0
    assert rise[100] < 1.8 * (row[120:130].mean())


@pytest.mark.parametrize("band", range(4))
def test_noise_differs_between_bands(band: int) -> None:
    picture = look(plain(SCHIST, SHAPE))[:, :, 40:].astype(float)
    other = picture[(band + 1) % 4]
    assert abs(np.corrcoef(picture[band].ravel(), other.ravel())[0, 1]) < 0.3
