"""Log-ratios: what theory says of them, and of what stands for zeros."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from outcrop.core.errors import UnknownNameError
from outcrop.core.preparation.compositions.log_ratio import (
    additive,
    centred,
    isometric,
    place_of,
    ratio_names,
    replaced,
)

PARTS = arrays(np.float64, st.tuples(st.integers(2, 7), st.integers(1, 9)), elements=st.floats(1e-6, 1e6))


def test_published_example() -> None:
    # scikit-bio's documentation of clr and ilr: closure of [.1, .3, .4, .2]
    parts = np.array([[0.1], [0.3], [0.4], [0.2]])
    assert np.allclose(centred(parts)[:, 0], [-0.79451346, 0.30409883, 0.5917809, -0.10136628])
    assert np.allclose(isometric(parts)[:, 0], [-0.7768362, -0.68339802, 0.11704769])


@given(PARTS)
def test_centred_sums_to_0_and_scale_is_nothing(parts: np.ndarray) -> None:
    assert np.allclose(centred(parts).sum(axis=0), 0, atol=1e-9)
    for take in (centred, isometric, lambda values: additive(values, 0)):
        assert np.allclose(take(parts), take(parts * 37.0), atol=1e-9)


@given(PARTS)
def test_isometric_keeps_distances(parts: np.ndarray) -> None:
    assert np.allclose(
        np.linalg.norm(centred(parts), axis=0), np.linalg.norm(isometric(parts), axis=0), rtol=1e-9, atol=1e-9
    )


@given(PARTS)
def test_additive_can_be_undone(parts: np.ndarray) -> None:
    back = np.exp(np.insert(additive(parts, 1), 1, 0.0, axis=0))
    assert np.allclose(back / back.sum(axis=0), parts / parts.sum(axis=0), rtol=1e-9)


@given(PARTS, st.data())
def test_replacement_keeps_the_sum_and_the_ratios_of_the_others(parts: np.ndarray, data: st.DataObject) -> None:
    censored = data.draw(arrays(bool, parts.shape))
    censored[0] = False
    amounts = np.where(censored, parts[0] * 1e-3, np.nan)
    made = replaced(parts, censored, amounts)
    assert np.allclose(made.sum(axis=0), np.where(censored, 0, parts).sum(axis=0))
    assert np.allclose(made[censored], amounts[censored])
    for part in range(1, len(parts)):
        both = ~censored[part]
        assert np.allclose((made[part] / made[0])[both], (parts[part] / parts[0])[both])


def test_amounts_that_are_more_than_was_measured_give_nothing() -> None:
    assert np.isnan(replaced(np.array([[1.0], [0.0]]), np.array([[False], [True]]), np.array([[0.0], [2.0]]))).all()


def test_names() -> None:
    names = ("SiO2", "Al2O3", "MgO")
    assert ratio_names(names, "centred", 2) == ("clr SiO2", "clr Al2O3", "clr MgO")
    assert ratio_names(names, "additive", place_of("al2o3", names)) == ("ln SiO2/Al2O3", "ln MgO/Al2O3")
    assert ratio_names(names, "isometric", 2) == ("ilr 1", "ilr 2")
    with pytest.raises(UnknownNameError, match="CaO"):
        place_of("CaO", names)
