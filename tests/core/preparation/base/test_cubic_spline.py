"""The cubic spline at regular places."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.preparation.base.cubic_spline import at_places
from scipy.ndimage import map_coordinates, spline_filter

_PLACES = st.lists(st.floats(-30, 60), min_size=1, max_size=20).map(sorted)


@given(st.integers(1, 40), st.integers(1, 40), _PLACES, _PLACES, st.integers(0, 99))
def test_it_is_scipys(height: int, width: int, rows: list[float], cols: list[float], seed: int) -> None:
    coefficients = spline_filter(np.random.default_rng(seed).normal(size=(height, width)), mode="mirror")
    at = np.meshgrid(rows, cols, indexing="ij")
    slow = map_coordinates(coefficients, at, order=3, mode="mirror", prefilter=False)
    assert np.allclose(at_places(coefficients, np.array(rows), np.array(cols)), slow, atol=1e-9)
