"""Joining equal rows."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.models.classifiers import distinct_rows as module
from outcrop.models.classifiers.distinct_rows import distinct_rows


def test_equal_rows_are_joined_and_found_again() -> None:
    samples = np.random.default_rng(0).integers(0, 5, (5000, 3)).astype(np.float32)
    rows, places = distinct_rows(samples)
    assert places is not None
    assert len(rows) == len(np.unique(samples, axis=0)) == 125
    np.testing.assert_array_equal(rows[places], samples)


def test_rows_that_hardly_repeat_come_back_as_they_are() -> None:
    samples = np.random.default_rng(0).normal(size=(5000, 3)).astype(np.float32)
    rows, places = distinct_rows(samples)
    assert places is None
    assert rows is samples


def test_zeros_of_either_sign_are_equal() -> None:
    rows, places = distinct_rows(np.float32([[0.0, 1.0], [-0.0, 1.0], [0.0, 1.0]]))
    assert places is not None
    assert len(rows) == 1


def test_rows_that_share_a_hash_are_not_confused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_hashes", lambda samples: np.zeros(len(samples), np.uint64))
    samples = np.random.default_rng(0).integers(0, 5, (100, 3)).astype(np.float32)
    rows, places = distinct_rows(samples)
    assert places is None
    np.testing.assert_array_equal(rows, samples)
