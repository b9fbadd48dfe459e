"""Sample sizes: the example of Olofsson et al. 2014, and what every allocation keeps to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.assessment.sampling.allocation import allocate, needed
from outcrop.core.assessment.sampling.settings import ALLOCATIONS, SampleSettings
from outcrop.core.errors import BadInputError

NAMES = ("deforestation", "gain", "forest", "other")
PIXELS = np.array([200_000, 150_000, 3_200_000, 6_450_000])
EXPECTED = {"deforestation": 0.7, "gain": 0.6, "forest": 0.9, "other": 0.95}


def test_the_example_of_olofsson_2014() -> None:
    spread = np.sqrt([0.7 * 0.3, 0.6 * 0.4, 0.9 * 0.1, 0.95 * 0.05])
    assert needed(PIXELS / PIXELS.sum(), spread, 10_000_000, 0.01) == pytest.approx(641, abs=1)
    points = allocate(NAMES, PIXELS, SampleSettings(standard_error=0.01, expected=EXPECTED, least_per_class=75))
    assert points[:2].tolist() == [75, 75]
    assert points[2:].tolist() == pytest.approx([165, 325], abs=5)  # rounded by the paper


@given(
    st.lists(st.integers(0, 10**7), min_size=1, max_size=8).filter(lambda sizes: max(sizes) >= 2),
    st.sampled_from(ALLOCATIONS),
    st.integers(2, 3000),
)
def test_no_stratum_gets_more_than_it_has_or_too_few(sizes: list[int], allocation: str, total: int) -> None:
    pixels = np.array(sizes)
    points = allocate([str(n) for n in range(len(sizes))], pixels, SampleSettings(points=total, allocation=allocation))
    assert (points <= pixels).all()
    assert (points[pixels >= 2] >= 2).all()
    assert points.sum() >= min(total, pixels.sum()) or allocation in ("equal", "balanced", "optimal")


def test_a_narrower_interval_needs_more_points() -> None:
    wide, narrow = (allocate(NAMES, PIXELS, SampleSettings(half_width=half)).sum() for half in (0.06, 0.02))
    assert narrow > 4 * wide


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(BadInputError, match="“dike”, but the map has: deforestation"):
        allocate(NAMES, PIXELS, SampleSettings(expected={"dike": 0.5}))
    with pytest.raises(BadInputError, match="between 0 and 1, not 70"):
        allocate(NAMES, PIXELS, SampleSettings(expected={"gain": 70}))
    with pytest.raises(BadInputError, match="nothing to draw"):
        allocate(NAMES, np.zeros(4), SampleSettings())


@pytest.mark.parametrize("allocation", ["balanced", "proportional", "equal", "optimal"])
def test_a_class_of_one_pixel_gets_no_point(allocation: str) -> None:
    points = allocate(["a", "b", "c"], np.array([9_000, 1_000, 1]), SampleSettings(points=40, allocation=allocation))
    assert points[2] == 0
    assert (points[:2] >= 2).all()
