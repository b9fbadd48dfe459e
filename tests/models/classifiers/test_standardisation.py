"""Features of mean 0 and deviation 1."""

from __future__ import annotations

import numpy as np
from outcrop.models.classifiers.standardisation import Standardisation


def test_mean_and_deviation_become_0_and_1() -> None:
    samples = np.random.default_rng(0).normal([5, -200], [0.01, 30], (1000, 2)).astype(np.float32)
    found = Standardisation.of(samples).apply(samples)
    assert found.dtype == np.float64
    np.testing.assert_allclose(found.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(found.std(axis=0), 1)


def test_a_constant_feature_stays_0_whatever_comes() -> None:
    samples = np.float32([[1, 7.1], [2, 7.1], [4, 7.1]])
    standardisation = Standardisation.of(samples)
    assert (standardisation.apply(np.float32([[1, 7.1], [1, -99]]))[:, 1] == 0).all()
