"""The choice of tiles to look at next: by score, stratified, with noise, apart from each other, with known chances.

Scores alone would serve the same kind of place again and again, and leave no way to tell how likely a tile was to be
served. So the logarithm of every score is disturbed (Gumbel noise, which makes a top list a sample without replacement,
Kool et al. 2019, arXiv 1903.06059), strata take turns, and tiles near to those that were served are passed over. The
noise decays from round to round (arXiv 2601.13677).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FIRST_NOISE, DECAY, LEAST_NOISE = 1.0, 0.7, 0.2
_DRAWS, _MOST_KEYS = 400, 20_000_000


@dataclass(frozen=True)
class Served:
    """Tiles that were chosen.

    Attributes:
        tiles: Their places in the list (n,), in the order in which they are offered.
        probabilities: The chance that each tile of the list had to be among them (N,); all above 0, n in sum.
    """

    tiles: np.ndarray
    probabilities: np.ndarray


def noise_of(number: int) -> float:
    """Give the noise of a round, counted from 0."""
    return max(LEAST_NOISE, FIRST_NOISE * DECAY**number)


def choose(
    scores: np.ndarray, strata: np.ndarray, positions: np.ndarray, count: int, rng: np.random.Generator,
    noise: float = FIRST_NOISE, taken: np.ndarray | None = None, distance: float = 2.0,
) -> Served:  # fmt: skip
    """Choose tiles.

    Args:
        scores: How much there is to learn from each (N,), 0 or more.
        strata: The group of each (N,), such as the class that it stands for; groups take turns.
        positions: Row and column of each (N, 2), in tiles.
        count: How many are wanted; fewer come where there are fewer.
        rng: Source of chance.
        noise: The deviation of chance against the logarithm of the scores: 0 would take the highest alone.
        taken: Row and column of tiles that were served before (M, 2).
        distance: Tiles nearer than this to one served are passed over as long as others are left.
    """
    log_scores = np.log(np.maximum(scores, 0.0) + 1e-3) / max(noise, 1e-6)
    before = np.zeros((0, 2)) if taken is None else np.asarray(taken, float).reshape(-1, 2)
    near = _near(positions, before, distance)
    count = min(count, len(scores))
    tiles = _draw(log_scores, strata, positions, count, rng, near, distance)
    draws = int(np.clip(_MOST_KEYS // max(len(scores), 1), 20, _DRAWS))
    hits = np.full(len(scores), count / max(len(scores), 1))
    for _ in range(draws):
        hits[_draw(log_scores, strata, positions, count, rng, near, distance)] += 1.0
    return Served(tiles, hits / (draws + 1))


def rarity(shares: np.ndarray) -> np.ndarray:
    """Say how much more a tile holds of some class than tiles do on average (N,), by shares of the classes (N, C).

    What a map shows seldom is worth the most: there is least to learn it from.
    """
    mean = shares.mean(axis=0)
    return np.asarray((shares / np.maximum(mean, 1e-9)).max(axis=1))


def _near(positions: np.ndarray, others: np.ndarray, distance: float) -> np.ndarray:
    """Say which places (N,) lie nearer than a distance to any other (M, 2)."""
    near = np.zeros(len(positions), bool)
    for other in others:
        near |= ((positions - other) ** 2).sum(axis=1) < distance**2
    return near


def _draw(
    log_scores: np.ndarray, strata: np.ndarray, positions: np.ndarray, count: int, rng: np.random.Generator,
    near: np.ndarray, distance: float,
) -> np.ndarray:  # fmt: skip
    """Draw once: the strata in turn, each by its disturbed scores; what is near comes last."""
    keys = log_scores + rng.gumbel(size=len(log_scores))
    groups = rng.permutation(np.unique(strata))
    queues = {group: iter(_ordered(np.flatnonzero(strata == group), keys)) for group in groups}
    chosen: list[int] = []
    passed: list[int] = []
    while queues and len(chosen) < count:
        for group in list(queues):
            if len(chosen) == count:
                break
            for tile in queues[group]:
                if near[tile] or _near(positions[[tile]], positions[chosen], distance)[0]:
                    passed.append(tile)
                    continue
                chosen.append(tile)
                break
            else:
                del queues[group]
    if len(chosen) < count:
        chosen += _ordered(np.array(passed, int), keys)[: count - len(chosen)]
    return np.array(chosen, int)


def _ordered(tiles: np.ndarray, keys: np.ndarray) -> list[int]:
    return [int(tile) for tile in tiles[np.argsort(-keys[tiles], kind="stable")]]
