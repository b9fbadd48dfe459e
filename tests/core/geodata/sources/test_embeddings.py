"""Embeddings' bytes stand for the numbers that their publishers say, and come back from them."""

from __future__ import annotations

import numpy as np
from outcrop.core.geodata.sources.embeddings import dequantised, quantised, unit_vectors


def test_bytes_stand_for_signed_squares() -> None:
    stored = np.array([-127, -64, -1, 0, 1, 64, 127], np.int8)
    expected = np.sign(stored) * (np.abs(stored.astype(np.float64)) / 127.5) ** 2
    assert np.allclose(dequantised(stored), expected, rtol=1e-6, atol=0)


def test_every_byte_comes_back() -> None:
    stored = np.arange(-127, 128).astype(np.int8)
    assert np.array_equal(quantised(dequantised(stored)), stored)


def test_vectors_are_brought_to_length_one() -> None:
    vectors = np.random.default_rng(0).normal(size=(64, 5, 7))
    vectors[:, 2, 3] = 0
    lengths = np.linalg.norm(unit_vectors(vectors), axis=0)
    assert np.isclose(np.delete(lengths.ravel(), 2 * 7 + 3), 1).all()
    assert lengths[2, 3] == 0
