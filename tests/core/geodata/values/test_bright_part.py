"""The bright part of a scene: clouds are set apart from the ground, other light is not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.geodata.values.band_values import BandValues
from outcrop.core.geodata.values.bright_part import bright_part


def ground(count: int, seed: int = 0) -> np.ndarray:
    """Give two bands (2, n) of ground."""
    rng = np.random.default_rng(seed)
    return np.clip(rng.normal(500, 120, count) + rng.normal(0, 30, (2, count)), 1, None)


KNOWN = BandValues.of(ground(5000, 1))


@pytest.mark.parametrize("share", [0.05, 0.3, 0.7])
def test_clouds_are_set_apart(share: float) -> None:
    values, clouds = ground(4000), round(4000 * share)
    values[:, :clouds] = np.random.default_rng(2).normal(3000, 300, (2, clouds))
    np.testing.assert_array_equal(np.flatnonzero(bright_part(values, KNOWN)), np.arange(clouds))


@given(gain=st.floats(0.3, 6), offset=st.floats(-200, 1500))
def test_other_light_is_no_cloud(gain: float, offset: float) -> None:
    assert not bright_part(ground(2000) * gain + offset, KNOWN).any()


@pytest.mark.parametrize(("clouds", "which"), [(20, "too few clouds"), (3600, "too little ground")])
def test_too_little_of_either_says_nothing(clouds: int, which: str) -> None:
    values = ground(4000)
    values[:, :clouds] = 3000
    assert not bright_part(values, KNOWN).any(), which


def test_what_is_bright_in_one_band_alone_is_no_cloud() -> None:
    values = ground(4000)
    values[0, :1000] = 3000
    assert not bright_part(values, KNOWN).any()
