"""The choice of tiles: chances that are true, strata in turn, tiles apart."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.review.choice import choose, noise_of, rarity


def tiles(rows: int = 12, cols: int = 15) -> np.ndarray:
    return np.stack(np.mgrid[:rows, :cols], axis=-1).reshape(-1, 2)


@pytest.mark.parametrize("count", [1, 10])
def test_chances_sum_up_and_none_is_nought(count: int) -> None:
    places, rng = tiles(), np.random.default_rng(0)
    served = choose(rng.random(len(places)), rng.integers(0, 3, len(places)), places, count, rng)
    assert len(served.tiles) == len(set(served.tiles.tolist())) == count
    assert served.probabilities.sum() == pytest.approx(count)
    assert (served.probabilities > 0).all()
    assert (served.probabilities <= 1).all()


def test_chances_are_how_often_a_tile_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    places, scores = tiles(6, 6), np.random.default_rng(1).random(36) ** 2
    strata = np.arange(36) % 2
    told = choose(scores, strata, places, 4, np.random.default_rng(0)).probabilities
    counts = np.zeros(36)
    monkeypatch.setattr("outcrop.core.review.choice._MOST_KEYS", 0)  # these chances aren't looked at
    for seed in range(300):
        counts[choose(scores, strata, places, 4, np.random.default_rng(1000 + seed)).tiles] += 1
    assert np.abs(counts / 300 - told).max() < 0.13
    assert np.corrcoef(counts, told)[0, 1] > 0.9


def test_strata_take_turns() -> None:
    places, rng = tiles(), np.random.default_rng(0)
    strata = np.where(np.arange(len(places)) < 12, 1, 0)
    served = choose(np.where(strata == 1, 0.01, 0.9), strata, places, 8, rng, distance=1.0)
    assert (strata[served.tiles] == 1).sum() == 4


def test_tiles_stay_apart_and_away_from_those_served() -> None:
    places, rng = tiles(), np.random.default_rng(0)
    taken = np.array([[6, 7]])
    served = choose(np.ones(len(places)), np.zeros(len(places)), places, 10, rng, taken=taken, distance=2.5)
    chosen = np.concatenate([places[served.tiles], taken])
    gaps = np.sqrt(((chosen[:, None] - chosen[None]) ** 2).sum(axis=2)) + 99 * np.eye(len(chosen))
    assert gaps.min() >= 2.5


def test_where_no_tile_is_far_enough_near_ones_are_served() -> None:
    places, rng = tiles(3, 3), np.random.default_rng(0)
    served = choose(np.ones(9), np.zeros(9), places, 7, rng, distance=5.0)
    assert len(set(served.tiles.tolist())) == 7
    assert len(choose(np.ones(9), np.zeros(9), places, 20, rng).tiles) == 9


def test_noise_decays_and_little_of_it_takes_the_highest() -> None:
    assert [noise_of(number) for number in range(3)] == pytest.approx([1.0, 0.7, 0.49])
    assert noise_of(50) == 0.2
    places, scores = tiles(), np.linspace(0.001, 1, 180) ** 8
    low = choose(scores, np.zeros(180), places, 5, np.random.default_rng(0), noise=0.01, distance=0.0)
    assert set(low.tiles.tolist()) == {175, 176, 177, 178, 179}


def test_what_holds_more_of_a_rare_class_than_others_is_rare() -> None:
    shares = np.array([[1.0, 0.0, 0.0], [0.8, 0.2, 0.0], [0.6, 0.4, 0.0], [0.9, 0.0, 0.0]])
    found = rarity(shares)
    assert found.argmax() == 2
    assert found[1] > found[0]
    assert np.isfinite(found).all()  # of a class that is nowhere too
