"""The sample that classifiers learn from."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.models.classifiers.training_sample import SampleSize, draw

NAMES = ("red", "nir")


def numbered(*counts: int) -> tuple[np.ndarray, np.ndarray]:
    """Make pixels that can be told apart, so many of each class."""
    labels = np.repeat(np.arange(1, len(counts) + 1), counts)
    return np.stack([np.arange(len(labels)), np.arange(len(labels)) % 7], axis=1).astype(np.float32), labels


def test_a_share_of_each_class_but_not_too_few() -> None:
    samples, labels = numbered(5000, 300, 30)
    drawn = draw(samples, labels, 3, NAMES, SampleSize(share=0.1, at_least=100), seed=0)
    assert drawn.counts == {1: 500, 2: 100, 3: 30}
    for number, count in drawn.counts.items():
        rows = drawn.samples[drawn.labels == number, 0].astype(int)
        assert len(set(rows.tolist())) == count
        assert (labels[rows] == number).all()


def test_a_cap_keeps_the_shares_and_every_class() -> None:
    samples, labels = numbered(8000, 1990, 10)
    drawn = draw(samples, labels, 3, NAMES, SampleSize(at_most=1000), seed=0)
    assert drawn.counts == {1: 800, 2: 199, 3: 2}


def test_the_seed_decides_the_draw() -> None:
    samples, labels = numbered(500, 500)
    first, again, other = (draw(samples, labels, 2, NAMES, SampleSize(0.2), seed).samples for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_unlabelled_pixels_are_left_out() -> None:
    samples, labels = numbered(50, 50)
    samples[:10], labels[:10] = np.nan, 0
    assert draw(samples, labels, 2, NAMES, SampleSize(), seed=0).counts == {1: 40, 2: 50}


def test_notes_name_what_is_wrong() -> None:
    samples, labels = numbered(50, 1)
    samples[:, 1] = 3.0
    notes = draw(samples, labels, 3, NAMES, SampleSize(), seed=0).notes
    assert [note for note in notes if "“nir” has one and the same value" in note]
    assert [note for note in notes if "Class 3 has no training pixels" in note]
    assert [note for note in notes if "Class 2 has only 1 training pixel." in note]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s, y: (s, y * 0), "there are no training pixels"),
        (lambda s, y: (s, y * 0 + 2), "all training pixels belong to class 2"),
        (lambda s, y: (s, y + 5), "must be 1 to 3, but 6 to 7 occur"),
        (lambda s, y: (s[:, :1], y), "don't fit a model of 2 features"),
        (lambda s, y: (s * 0, y), "Every band has one and the same value"),
        (lambda s, y: (s / 0, y), "100 of 100 training pixels have values that are no numbers"),
    ],
)
@pytest.mark.filterwarnings("ignore:divide by zero", "ignore:invalid value")
def test_what_cannot_be_learned_from_is_refused(change: object, message: str) -> None:
    samples, labels = change(*numbered(50, 50))  # type: ignore[operator]
    with pytest.raises(BadInputError, match=message):
        draw(samples, labels, 3, NAMES, SampleSize(), seed=0)
