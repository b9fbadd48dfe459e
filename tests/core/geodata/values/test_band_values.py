"""Values of bands: what tells scenes apart, and what a file may say of them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.geodata.values.band_values import LEVELS, MOST_TOGETHER, BandValues


def colours(count: int = 20_000, seed: int = 0) -> np.ndarray:
    """Draw three bands (3, n) that vary mostly together, as the visible ones do."""
    rng = np.random.default_rng(seed)
    return 100 + rng.normal(0, 20, count) + rng.normal(0, 4, (3, count))


def test_a_shift_of_one_band_tells_more_than_one_of_all() -> None:
    known = BandValues.of(colours())
    assert known.distance(known) == 0
    brighter, redder = colours(seed=1) + 10, colours(seed=1)
    redder[0] += 10
    together, alone = known.distance(BandValues.of(brighter)), known.distance(BandValues.of(redder))
    assert together < 0.6 < alone


@given(st.integers(1, 6), st.integers(0, 2**32 - 1), st.floats(0.001, 1000), st.floats(-1000, 1000))
def test_the_unit_of_the_values_doesnt_matter(bands: int, seed: int, factor: float, offset: float) -> None:
    rng = np.random.default_rng(seed)
    one, other = rng.normal(0, 1, (bands, 500)), rng.normal(0.5, 1, (bands, 500))
    here = BandValues.of(one).distance(BandValues.of(other))
    there = BandValues.of(one * factor + offset).distance(BandValues.of(other * factor + offset))
    assert there == pytest.approx(here, rel=0.05, abs=0.02)


@pytest.mark.parametrize("bands", [1, 2, MOST_TOGETHER + 1])
def test_any_number_of_bands_is_told_and_kept(bands: int) -> None:
    values = np.random.default_rng(0).normal(50, 10, (bands, 800))
    known = BandValues.of(values)
    assert BandValues.from_dict(json.loads(json.dumps(known.to_dict()))) == known
    assert len(known.quantiles) == bands
    assert len(known.quantiles[0]) == len(LEVELS)
    assert known.distance(BandValues.of(values + 20)) > 0.6
    assert known.distance(known) == 0


def test_constant_bands_say_nothing() -> None:
    values = colours()
    values[1] = 7
    other = colours(seed=1)
    other[1] = 9
    assert BandValues.of(values).distance(BandValues.of(other)) < 0.1
    still = np.full((2, 600), 3.0)
    assert BandValues.of(still).distance(BandValues.of(still + 1)) == 0


def test_bands_are_taken_in_another_order() -> None:
    values = colours() * np.array([[1.0], [2.0], [3.0]])
    known = BandValues.of(values)
    assert known.chosen((2, 0)) == BandValues.of(values[[2, 0]])


def test_some_are_taken_of_more_bands_than_are_told_together() -> None:
    values = np.random.default_rng(0).normal(50, 10, (MOST_TOGETHER + 10, 800))
    chosen = BandValues.of(values).chosen((70, 0, 3))
    few = BandValues.of(values[[70, 0, 3]])
    assert (chosen.quantiles, chosen.mean, chosen.covariance) == (few.quantiles, few.mean, ())
    assert few.distance(chosen) == 0


@pytest.mark.parametrize("damage", [
    {"mean": [1.0]}, {"quantiles": [[1.0, 2.0]]}, {"covariance": [[1.0]]}, {"mean": [float("nan"), 1.0]},
])  # fmt: skip
def test_what_doesnt_belong_together_is_refused(damage: dict[str, object]) -> None:
    plain = BandValues.of(colours()[:2]).to_dict()
    with pytest.raises(ValueError, match="belong together"):
        BandValues.from_dict({**plain, **damage})
