"""Random fields: their statistics, scale and direction."""

from __future__ import annotations

import math

import numpy as np
import pytest
from outcrop.core.sample.noise import azimuth_vector, curve, fractal, quantile, step

SHAPE = (96, 130)


def similarity(field: np.ndarray, azimuth_deg: float, distance_px: int) -> float:
    """Correlate a field with itself, moved along an azimuth."""
    east, south = azimuth_vector(azimuth_deg)
    moved = np.roll(field, (round(south * distance_px), round(east * distance_px)), axis=(0, 1))
    return float((field * moved).mean())


@pytest.mark.parametrize("shape", [(1, 1), (7, 300), (64, 33)])
def test_a_field_is_standardised_at_every_shape(shape: tuple[int, int]) -> None:
    field = fractal(np.random.default_rng(3), shape, longest_px=20)
    assert field.shape == shape
    assert field.dtype == np.float32
    assert abs(float(field.mean())) < 1e-4
    assert float(field.std()) == pytest.approx(0.0 if shape == (1, 1) else 1.0, abs=1e-3)


def test_the_same_stream_gives_the_same_field() -> None:
    one, two, other = (fractal(np.random.default_rng(seed), SHAPE, longest_px=20) for seed in (5, 5, 6))
    np.testing.assert_array_equal(one, two)
    assert not np.array_equal(one, other)


def test_a_longer_wavelength_is_smoother() -> None:
    rough, smooth = (
        fractal(np.random.default_rng(1), SHAPE, longest_px=40, shortest_px=shortest, slope=1.0)
        for shortest in (0.5, 8)
    )
    assert np.abs(np.diff(smooth)).mean() < 0.4 * np.abs(np.diff(rough)).mean()


@pytest.mark.parametrize("trend_deg", [0.0, 45.0, 90.0, 315.0])
def test_features_are_long_along_their_trend(trend_deg: float) -> None:
    field = fractal(
        np.random.default_rng(2), (256, 256), longest_px=40, shortest_px=2, stretch=5.0, trend_deg=trend_deg
    )
    assert similarity(field, trend_deg, 12) > similarity(field, trend_deg + 90, 12) + 0.2


def test_azimuths_run_clockwise_from_north() -> None:
    np.testing.assert_allclose(azimuth_vector(0), (0, -1), atol=1e-12)
    np.testing.assert_allclose(azimuth_vector(90), (1, 0), atol=1e-12)
    np.testing.assert_allclose(azimuth_vector(315), (-math.sqrt(0.5), -math.sqrt(0.5)))


@pytest.mark.parametrize("correlation", [1.0, 6.0, 25.0])
def test_a_curve_has_unit_spread_whatever_its_smoothness(correlation: float) -> None:
    assert curve(np.random.default_rng(4), 20_000, correlation).std() == pytest.approx(1.0, abs=0.15)


def test_a_step_is_half_at_its_edge() -> None:
    np.testing.assert_allclose(step(np.array([0.0, 1.5, 2.0, 2.5, 9.0]), 2.0, 1.0), [0, 0.25, 0.5, 0.75, 1])


def test_a_quantile_leaves_that_share_above() -> None:
    field = np.random.default_rng(0).random((400, 400))
    assert float((field > quantile(field, 0.1)).mean()) == pytest.approx(0.1, abs=0.01)
