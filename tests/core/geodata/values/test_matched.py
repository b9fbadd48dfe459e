"""Scaling that is fitted to another scene: what it does to values, by percentiles and by the histogram."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.geodata.values.band_values import BandValues
from outcrop.core.geodata.values.matched import by_histogram, by_percentiles


def scaling(values: np.ndarray) -> Normalisation:
    """Give the scaling that training would learn from values (B, n)."""
    low, high = np.percentile(values, (2, 98), axis=1)
    numbers = [tuple(map(float, array)) for array in ((low + high) / 2, (high - low) / 2, low, high, low, high)]
    return Normalisation("percentiles", *numbers)


def skewed(seed: int, bands: int = 2) -> np.ndarray:
    return np.random.default_rng(seed).gamma(4, 20, (bands, 40_000))


@pytest.mark.parametrize("make", [by_percentiles, by_histogram])
@given(st.floats(0.2, 5), st.floats(-500, 500))
def test_another_gain_and_offset_are_undone(make: object, gain: float, offset: float) -> None:
    known = skewed(0)
    base, here = scaling(known), known * gain + offset
    fitted = make(base, BandValues.of(here).quantiles, BandValues.of(known).quantiles)  # type: ignore[operator]
    image, valid = here[:, :900].reshape(2, 30, 30), np.ones((30, 30), bool)
    wanted = base.apply(known[:, :900].reshape(2, 30, 30), valid)
    assert np.allclose(fitted.apply(image.astype(np.float32), valid), wanted, atol=0.02)


def test_the_histogram_undoes_what_percentiles_cant() -> None:
    known = skewed(0)
    bent = np.sqrt(known) * 30
    base, valid = scaling(known), np.ones((200, 200), bool)
    image, wanted = bent.reshape(2, 200, 200), base.apply(known.reshape(2, 200, 200), np.ones((200, 200), bool))
    away = [
        np.abs(make(base, BandValues.of(bent).quantiles, BandValues.of(known).quantiles).apply(image, valid) - wanted)
        for make in (by_percentiles, by_histogram)
    ]
    assert away[1].mean() < 0.02
    assert away[0].mean() > 0.1


@pytest.mark.parametrize("make", [by_percentiles, by_histogram])
def test_invalid_pixels_and_constant_bands_are_left_alone(make: object) -> None:
    known = skewed(0)
    known[1] = 5
    here = known * 2
    base = Normalisation("percentiles", (80.0, 5.0), (70.0, 1.0), (0.0, 5.0), (150.0, 5.0), (80.0, 5.0), (70.0, 0.0))
    fitted = make(base, BandValues.of(here).quantiles, BandValues.of(known).quantiles)  # type: ignore[operator]
    valid = np.ones((10, 10), bool)
    valid[0] = False
    found = fitted.apply(here[:, :100].reshape(2, 10, 10), valid)
    assert np.isfinite(found).all()
    assert (found[:, 0] == 0).all()
    assert np.allclose(found[1, 1:], 0)
    assert hash(fitted) == hash(make(base, BandValues.of(here).quantiles, BandValues.of(known).quantiles))  # type: ignore[operator]
