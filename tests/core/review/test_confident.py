"""Confident disagreement: a label is suspected by all models together, each as sure as it usually is."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.review.confident import folds, suspects


def test_a_label_that_all_models_contradict_is_suspected() -> None:
    given = np.array([0, 0, 0, 1, 1, 1])
    clear = np.array([[0.9, 0.1], [0.8, 0.2], [0.05, 0.95], [0.1, 0.9], [0.2, 0.8], [0.15, 0.85]])
    (found,) = suspects(np.stack([clear, clear]), given)
    assert (found.place, found.other) == (2, 1)
    assert (found.own_share, found.other_share) == (0.05, 0.95)


def test_one_model_alone_suspects_nothing() -> None:
    given = np.array([0, 0, 0, 1, 1, 1])
    clear = np.array([[0.9, 0.1], [0.8, 0.2], [0.05, 0.95], [0.1, 0.9], [0.2, 0.8], [0.15, 0.85]])
    loyal = clear.copy()
    loyal[2] = [0.7, 0.3]
    assert suspects(np.stack([clear, loyal]), given) == []


def test_a_class_that_is_hard_to_tell_is_not_suspected_as_a_whole() -> None:
    given = np.array([0, 0, 0, 0, 1, 1, 1, 1])
    vague = np.array([[0.45, 0.55]] * 4 + [[0.1, 0.9]] * 4)
    assert suspects(np.stack([vague, vague]), given) == []


def test_what_no_model_could_judge_is_left_out() -> None:
    given = np.array([0, 0, 1, 1, 2])
    shares = np.full((2, 5, 3), np.nan)
    shares[:, :4] = [[0.9, 0.1, 0.0], [0.1, 0.9, 0.0], [0.1, 0.9, 0.0], [0.2, 0.8, 0.0]]
    assert [one.place for one in suspects(shares, given)] == [1]


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=60), st.integers(2, 10), st.integers(0, 1000)
)  # fmt: skip
def test_folds_part_every_class_evenly(labels: list[int], most: int, seed: int) -> None:
    given_ = np.array(labels)
    dealt = folds(given_, most, np.random.default_rng(seed))
    assert dealt.max(initial=-1) < most
    for number in np.unique(given_):
        own = dealt[given_ == number]
        if len(own) == 1:
            assert own[0] == -1
        else:
            counts = np.bincount(own, minlength=most)
            assert own.min() >= 0
            assert counts.max() - counts.min() <= 1
            assert np.count_nonzero(counts) > 1  # whoever is held back, some of its class are learned from
