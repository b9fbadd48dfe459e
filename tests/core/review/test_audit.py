"""The audit sample: chances that are true, intervals that hold what they promise."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.review.audit import AuditPlace, accuracy, drawn_places, quotas


def draw(ids: np.ndarray, count: int, seed: int, block: int = 16) -> tuple[list[AuditPlace], dict[int, int]]:
    values, counts = np.unique(ids[ids > 0], return_counts=True)
    pixels = {int(value): int(own) for value, own in zip(values, counts)}
    wanted, rng = quotas(pixels, count), np.random.default_rng(seed)
    keys: dict[int, list[tuple[float, AuditPlace]]] = {value: [] for value in wanted}
    for row in range(0, ids.shape[0], block):
        for col in range(0, ids.shape[1], block):
            drawn_places(ids[row : row + block, col : col + block], wanted, pixels, (row, col), keys, rng)
    return [place for own in keys.values() for _, place in own], pixels


def a_map(seed: int = 0) -> np.ndarray:
    ids = np.ones((48, 64), np.uint8)
    ids[:, :16] = 2
    ids[:6, :6] = 3
    ids[40:, 60:] = 0
    return ids


def test_every_class_has_places_and_chances_sum_up() -> None:
    places, pixels = draw(a_map(), 60, 0)
    assert len({(place.row, place.col) for place in places}) == len(places) == 60
    for value, own in pixels.items():
        mine = [place for place in places if place.mapped == value]
        assert len(mine) >= 5
        assert mine[0].probability * own == pytest.approx(len(mine))
        assert all(a_map()[place.row, place.col] == value for place in mine)


def test_blocks_change_no_chance() -> None:
    hits = np.zeros((48, 64))
    for seed in range(400):
        for place in draw(a_map(), 40, seed)[0]:
            hits[place.row, place.col] += 1
    ids = a_map()
    for value in (1, 2, 3):
        halves = hits[ids == value].reshape(2, -1) if (ids == value).sum() % 2 == 0 else None
        if halves is not None:
            first, second = halves.sum(axis=1)
            assert abs(first - second) < 4 * np.sqrt(first + second)


def test_the_interval_holds_the_truth_as_often_as_it_says() -> None:
    rng, ids = np.random.default_rng(0), a_map()
    wrong = (rng.random(ids.shape) < np.where(ids == 1, 0.1, 0.4)) & (ids > 0)
    truth = 1 - wrong.sum() / (ids > 0).sum()
    held, shares = 0, []
    for seed in range(300):
        places, pixels = draw(ids, 80, seed)
        found = accuracy([(place.mapped, not wrong[place.row, place.col]) for place in places], pixels)
        assert found is not None
        shares.append(found.share)
        held += found.low <= truth <= found.high
    assert abs(np.mean(shares) - truth) < 0.01
    assert held / 300 > 0.92


def test_four_times_the_answers_halve_the_interval() -> None:
    few = accuracy([(1, number % 5 > 0) for number in range(100)], {1: 1000})
    many = accuracy([(1, number % 5 > 0) for number in range(400)], {1: 1000})
    assert few is not None
    assert many is not None
    assert few.more == 300
    assert (many.high - many.low) / (few.high - few.low) == pytest.approx(0.5, abs=0.02)


def test_nothing_is_told_while_a_class_has_no_answer() -> None:
    assert accuracy([(1, True)], {1: 10, 2: 10}) is None
    assert accuracy([], {}) is None
