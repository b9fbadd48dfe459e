"""The closed loop with a simulated analyst: what a queue of tiles is worth against random tiles and a scanning eye.

    python -m benchmarks.accuracy.closed_loop [--scenes hokkaido sample diamantina] [--seeds 1 2 … 10] [--rounds 6]

From 12 polygons a random forest maps the scene; then, round by round, ten tiles are answered from the truth and the
forest learns anew. Ours: the committee's disagreement (forest and logistic regression) with their uncertainty, times
how rare the classes are that a tile holds; noisy, apart. Against it: tiles at random with the map's classes in turn
(stratified), tiles at random (uniform), and the tiles with most confident errors (scanning: an analyst who sees them
all). Asked for by name besides: ours with the share of pixels that are truly wrong instead of disagreement and doubt
(oracle: what the best guess at errors could give), and ours with less chance (steeper). F1 is measured on tiles that
none of them may choose. The cost is told in labelled pixels and in vertices that the analyst draws: those of the
outlines of what the map has wrong in its tiles.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio.raw
import rasterio
import shapely
from outcrop.core.labels.burner import Burner
from outcrop.core.review.choice import choose, noise_of, rarity
from outcrop.models.classifiers.multiscale import layers, multiscale
from scipy.stats import t
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from benchmarks import DATA
from benchmarks.accuracy.few_polygons import draw, hokkaido, sample

STRATEGIES = ("ours", "stratified", "uniform", "scanning")
FURTHER = ("oracle", "steeper")
TILES, POLYGONS, HELD_BACK = 10, 12, 0.4
_SCALES, _MOST, _TREES, _STEEPER = 2, 20_000, 40, 0.4
LITHOLOGY = DATA / "diamantina_lithology"


@dataclass(frozen=True)
class World:
    """A scene as the analyst's answers know it.

    Attributes:
        features: (F, H, W) float32.
        truth: Class ids from 1 (H, W); 0 where nobody knows.
        start: Labels of the first polygons (H, W).
        side: Of the tiles, in pixels.
        target: The class whose F1 counts; 0 averages over all.
    """

    features: np.ndarray
    truth: np.ndarray
    start: np.ndarray
    side: int
    target: int

    @property
    def tiles(self) -> np.ndarray:
        """The number of each pixel's tile (H, W)."""
        height, width = self.truth.shape
        rows, cols = np.arange(height) // self.side, np.arange(width) // self.side
        return rows[:, None] * (cols[-1] + 1) + cols[None, :]


def main() -> None:
    """Go through scenes, seeds and strategies, and print the table."""
    given = _arguments()
    for name in given.scenes:
        curves: dict[str, list[list[dict[str, float]]]] = {strategy: [] for strategy in given.strategies}
        for seed in given.seeds:
            with tempfile.TemporaryDirectory() as folder:
                world = WORLDS[name](seed, Path(folder))
            for strategy in given.strategies:
                curve = simulate(world, strategy, seed, given.rounds, (given.corrected, given.reviewed))
                curves[strategy].append(curve)
                told = {"scene": name, "seed": seed, "strategy": strategy, "f1": [round(c["f1"], 3) for c in curve]}
                print(json.dumps(told), file=sys.stderr, flush=True)
        _print(name, curves)


def simulate(
    world: World, strategy: str, seed: int, rounds: int, weights: tuple[float, float]
) -> list[dict[str, float]]:
    """Run the loop; give F1 and cost after every round, the start included."""
    rng = np.random.default_rng(seed)
    tiles = world.tiles
    known = np.bincount(tiles.ravel(), world.truth.ravel() > 0) > 0.5 * world.side**2
    numbers = np.flatnonzero(known)
    held_back = np.random.default_rng(seed).choice(numbers, int(HELD_BACK * len(numbers)), replace=False)
    offered = np.setdiff1d(numbers, held_back)
    test = np.isin(tiles, held_back) & (world.truth > 0)
    labels = np.where(test, 0, world.start)
    weight = np.where(labels > 0, 1.0, 0.0)
    columns = int(tiles[0].max()) + 1
    taken: list[int] = []
    cost = {"pixels": float((labels > 0).sum()), "vertices": 0.0}
    curve = []
    for number in range(rounds + 1):
        forest, other = _committee(world, labels, weight, seed)
        curve.append({"f1": _f1(world, forest.argmax(axis=0) + 1, test), **cost})
        if number == rounds:
            return curve
        left = np.setdiff1d(offered, taken)
        chosen = _chosen(strategy, world, forest, other, left, np.array(taken, int), columns, number, rng)
        taken += chosen.tolist()
        mapped = forest.argmax(axis=0) + 1
        answered = np.isin(tiles, chosen) & (world.truth > 0)
        wrong = answered & (mapped != world.truth)
        labels = np.where(answered, world.truth, labels)
        weight = np.where(answered, np.where(wrong, weights[0], weights[1]), weight)
        cost = {"pixels": cost["pixels"] + answered.sum(), "vertices": cost["vertices"] + _vertices(wrong, world.truth)}
    return curve


def _committee(world: World, labels: np.ndarray, weight: np.ndarray, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Fit forest and regression to the labels; give their probabilities (C, H, W)."""
    rows, cols = np.nonzero(labels)
    if len(rows) > _MOST:
        kept = np.random.default_rng(seed).choice(len(rows), _MOST, replace=False)
        rows, cols = rows[kept], cols[kept]
    samples, ids, own = world.features[:, rows, cols].T, labels[rows, cols], weight[rows, cols]
    mean, spread = samples.mean(axis=0), samples.std(axis=0) + 1e-9
    forest = RandomForestClassifier(_TREES, max_leaf_nodes=128, n_jobs=1, random_state=seed).fit(samples, ids, own)
    line = LogisticRegression(C=0.1, max_iter=200).fit((samples - mean) / spread, ids, own)
    flat = world.features.reshape(len(world.features), -1).T
    count = int(world.truth.max())
    found = []
    for model, points in ((forest, flat), (line, (flat - mean) / spread)):
        shares = np.zeros((count, len(flat)), np.float32)
        shares[model.classes_.astype(int) - 1] = model.predict_proba(points).T
        found.append(shares.reshape(count, *world.truth.shape))
    return found[0], found[1]


def _chosen(
    strategy: str, world: World, forest: np.ndarray, other: np.ndarray, left: np.ndarray, taken: np.ndarray,
    columns: int, number: int, rng: np.random.Generator,
) -> np.ndarray:  # fmt: skip
    tiles, mapped = world.tiles.ravel(), forest.argmax(axis=0).ravel()
    size = np.bincount(tiles)
    shares = np.stack([np.bincount(tiles, mapped == c, len(size)) / size for c in range(len(forest))], axis=1)[left]
    overall = np.maximum(shares.mean(axis=0), 1e-9)
    strata = (shares / overall).argmax(axis=1)
    places = np.stack([left // columns, left % columns], axis=1)
    before = np.stack([taken // columns, taken % columns], axis=1)
    if strategy == "uniform":
        return np.asarray(left[rng.choice(len(left), TILES, replace=False)])
    if strategy == "stratified":
        same = np.ones(len(left))
        return np.asarray(left[choose(same, strata, places, TILES, rng, distance=0.0).tiles])
    errors = (mapped + 1 != world.truth.ravel()) & (world.truth.ravel() > 0)
    if strategy == "scanning":
        sure = errors * np.maximum(forest.max(axis=0).ravel() - 0.5, 0.0)
        return np.asarray(left[np.argsort(-np.bincount(tiles, sure)[left])[:TILES]])
    disagree = (mapped != other.argmax(axis=0).ravel()).astype(float)
    entropy = -(forest * np.log(np.maximum(forest, 1e-9))).sum(axis=0).ravel() / np.log(len(forest))
    guessed = errors if strategy == "oracle" else disagree + 0.5 * entropy
    scores = (np.bincount(tiles, guessed) / size)[left]
    second = np.stack([np.bincount(tiles, own.ravel()) / size for own in other], axis=1)[left]
    scores = scores * rarity((shares + second) / 2)
    alike = np.zeros(len(left), int)
    noise = noise_of(number) * (_STEEPER if strategy == "steeper" else 1.0)
    return np.asarray(left[choose(scores, alike, places, TILES, rng, noise, before).tiles])


def _f1(world: World, mapped: np.ndarray, test: np.ndarray) -> float:
    truth, found = world.truth[test], mapped[test]
    if world.target:
        return float(f1_score(truth == world.target, found == world.target))
    return float(f1_score(truth, found, average="macro"))


def _vertices(wrong: np.ndarray, truth: np.ndarray) -> float:
    """Count the corners of the outlines of what is wrong, by its true class."""
    total = 0
    for value in np.unique(truth[wrong]):
        inside = np.pad(wrong & (truth == value), 1).astype(int)
        around = inside[:-1, :-1] + inside[1:, :-1] + inside[:-1, 1:] + inside[1:, 1:]
        crossed = (inside[:-1, :-1] == inside[1:, 1:]) & (around == 2)
        total += int(
            ((around == 1) | (around == 3)).sum() + 2 * (crossed & (inside[:-1, :-1] != inside[1:, :-1])).sum()
        )
    return float(total)


def _features(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    low, high = (np.percentile(image[:, valid], p, axis=1)[:, None, None] for p in (2, 98))
    scaled = np.clip((image - (low + high) / 2) / np.maximum((high - low) / 2, 1e-9), -5, 5).astype(np.float32)
    scaled[:, ~valid] = 0.0
    return np.concatenate([scaled, *(multiscale(layer, valid, _SCALES) for layer in layers(scaled))])


def _of_ground(make: Callable[[int, Path], Any], side: int) -> Callable[[int, Path], World]:
    def world(seed: int, folder: Path) -> World:
        ground = make(seed, folder)
        drawn = draw(ground, seed, POLYGONS // 2, folder / "polygons.gpkg")
        with rasterio.open(ground.image) as file:
            image, valid = file.read().astype(np.float32), file.dataset_mask() > 0
        truth = np.where((ground.mask < 2) & valid, ground.mask + 1, 0)
        start = np.where(drawn.covered, truth, 0)
        return _coarser(World(_features(image, valid), truth, start, side, 2))

    return world


def _coarser(world: World, step: int = 4) -> World:
    """Keep every fourth pixel each way: a sixteenth of the work, the same tiles."""
    cut = (slice(None, None, step), slice(None, None, step))
    return World(
        world.features[:, cut[0], cut[1]], world.truth[cut], world.start[cut], world.side // step, world.target
    )


def _diamantina(seed: int, folder: Path) -> World:
    del folder
    with rasterio.open(LITHOLOGY / "stack14.tif") as file:
        image, valid = file.read(), file.dataset_mask() > 0
        grid = file.transform
        shape = file.shape
    _, _, wkb, (ids,) = pyogrio.raw.read(LITHOLOGY / "lithology.gpkg", columns=["class_id"])
    inverse = ~grid
    shapes = shapely.transform(shapely.from_wkb(wkb), lambda xy: np.column_stack(inverse @ (xy[:, 0], xy[:, 1])))
    from outcrop.core.geodata.grid import Window

    order = {value: number for number, value in enumerate(sorted(set(ids.tolist())), start=1)}
    numbers = np.array([order[value] for value in ids.tolist()], np.uint8)
    truth = np.where(valid, Burner(shapes).burn(Window(0, 0, *shape), numbers), 0)
    rng, start = np.random.default_rng(seed), np.zeros_like(truth)
    for number in list(order.values()) * (POLYGONS // len(order)):  # two small squares of each unit
        rows, cols = np.nonzero(truth == number)
        place = rng.integers(len(rows))
        around = (slice(max(0, rows[place] - 2), rows[place] + 2), slice(max(0, cols[place] - 2), cols[place] + 2))
        start[around] = np.where(truth[around] == number, number, start[around])
    return World(_features(image, valid), truth, start, 6, 0)


WORLDS: dict[str, Callable[[int, Path], World]] = {
    "hokkaido": _of_ground(lambda _seed, _folder: hokkaido(), 32),
    "sample": _of_ground(lambda seed, folder: sample(seed, folder / "scene"), 32),
    "diamantina": _diamantina,
}


def _print(name: str, curves: dict[str, list[list[dict[str, float]]]]) -> None:
    f1 = {strategy: np.array([[c["f1"] for c in curve] for curve in own]) for strategy, own in curves.items()}
    cost = {key: {s: np.mean([[c[key] for c in curve] for curve in own], axis=0) for s, own in curves.items()}
            for key in ("pixels", "vertices")}  # fmt: skip
    areas = {strategy: np.trapezoid(own, axis=1) / (own.shape[1] - 1) for strategy, own in f1.items()}
    print(f"\n{name}, {len(next(iter(f1.values())))} seeds\n")
    print("| tiles | start | end | area under the curve | ours − it (95 %) | labelled pixels | vertices |")
    print("|---|---|---|---|---|---|---|")
    for strategy in curves:
        gap = areas[next(iter(areas))] - areas[strategy]
        reach = t.ppf(0.975, len(gap) - 1) * gap.std(ddof=1) / np.sqrt(len(gap)) if len(gap) > 1 else float("nan")
        against = f"{gap.mean():+.3f} ± {reach:.3f}" if strategy != "ours" else ""
        print(
            f"| {strategy} | {f1[strategy][:, 0].mean():.3f} | {f1[strategy][:, -1].mean():.3f} | "
            f"{areas[strategy].mean():.3f} | {against} | {cost['pixels'][strategy][-1]:.0f} | "
            f"{cost['vertices'][strategy][-1]:.0f} |"
        )
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scenes", nargs="+", choices=list(WORLDS), default=list(WORLDS))
    parser.add_argument("--seeds", type=int, nargs="+", default=list(range(1, 11)))
    parser.add_argument("--strategies", nargs="+", choices=(*STRATEGIES, *FURTHER), default=list(STRATEGIES))
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--corrected", type=float, default=1.0, help="weight of pixels that the map had wrong")
    parser.add_argument("--reviewed", type=float, default=1.0, help="weight of those that it had right")
    return parser.parse_args()


if __name__ == "__main__":
    main()
