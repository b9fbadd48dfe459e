"""The classifiers against scikit-learn's own prediction, and what their defaults cost in accuracy.

    .venv/bin/python -m benchmarks.performance.classifiers [--tables speed accuracy] [--rounds 5]

Speed: nine bands, eight classes, pixels drawn from 24 overlapping clouds; the best of several rounds, in which both
predict in turn on all cores. Core time is what the process was given, so that other work on the machine falsifies it
less than it does the rate (with `OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1` no core waits for another either).
Accuracy: the Diamantina data (fnaghetini/Mapa-Preditivo), fourteen bands, six rock units, 797 training points, 10,621
test points, as its author split them.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from outcrop.core.model.catalogue import build
from outcrop.models.classifiers.parallel import core_count
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis
from sklearn.metrics import f1_score

from benchmarks import DATA

BANDS, CLASSES, TRAINING, FEWER, PIXELS = 9, 8, 20_000, 4000, 1 << 18
SLOW_PIXELS = 1 << 12
"""What scikit-learn's support vector machine is given; it takes a minute for a quarter of a million pixels."""
SEEDS = range(3)
TABLES = ("speed", "accuracy")
MODELS: dict[str, dict[str, Any]] = {
    "random_forest": {},
    "svm": {"samples_at_most": 2510, "c": 1.0},
    "maximum_likelihood": {},
}
VARIANTS: dict[str, list[dict[str, Any]]] = {
    "random_forest": [
        {},
        {"leaves_per_tree": None},
        {"leaves_per_tree": 256},
        {"leaves_per_tree": 96},
        {"leaves_per_tree": 64},
        {"leaves_per_tree": 32},
        {"samples_per_leaf": 3},
        {"samples_per_leaf": 5},
        {"levels": 256},
        {"levels": 64},
        {"levels": 32},
        {"trees": 100},
        {"samples_at_least": 75},
        {"class_weights": "balanced"},
        {"ratios": "all"},
    ],
    "svm": [
        {},
        {"c": 1.0},
        {"c": 100.0},
        {"gamma": 0.2},
        {"samples_at_most": 400},
        {"class_weights": "balanced"},
        {"ratios": "all"},
    ],
    "maximum_likelihood": [{}, {"priors": "equal"}, {"regularisation": 0.001}, {"regularisation": 0.1}],
}


def clouds(count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw pixels (n, 9) and their classes (n,) from three clouds for each class."""
    centres = np.random.default_rng(0).normal(size=(3 * CLASSES, BANDS))
    rng = np.random.default_rng(seed)
    cloud = rng.integers(0, 3 * CLASSES, count)
    samples = 0.8 * centres[cloud] + 0.7 * rng.normal(size=(count, BANDS))
    return samples.astype(np.float32), cloud % CLASSES + 1


def diamantina(folder: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Read training and test pixels and their classes, scaled by the training pixels' 2nd and 98th percentiles."""
    with rasterio.open(folder / "stack14.tif") as source:
        image, transform = source.read(), source.transform
    found = []
    for layer in ("train", "test"):
        _, _, points, fields = pyogrio.raw.read(folder / "points.gpkg", layer=layer, columns=["class_id"])
        x, y = shapely.get_coordinates(shapely.from_wkb(points)).T
        rows, columns = rasterio.transform.rowcol(transform, x, y)
        found += [image[:, rows, columns].T, fields[0]]
    low, high = np.percentile(found[0], [2, 98], axis=0)
    train, test = ((samples - (low + high) / 2) / (high - low) * 2 for samples in (found[0], found[2]))
    return train.astype(np.float32), found[1], test.astype(np.float32), found[3]


def seconds(action: Callable[[], Any]) -> float:
    """Measure how long something takes."""
    return seconds_and_core_seconds(action)[0]


def seconds_and_core_seconds(action: Callable[[], Any]) -> np.ndarray:
    """Measure how long something takes, and how long all cores together worked on it for this process."""
    began, core_began = time.perf_counter(), time.process_time()
    action()
    return np.array([time.perf_counter() - began, time.process_time() - core_began])


def scikit_learn(classifier: Any, samples: np.ndarray, labels: np.ndarray) -> Any:
    """Give the scikit-learn estimator of a fitted classifier."""
    if classifier.estimator is not None:
        if hasattr(classifier.estimator, "n_jobs"):
            classifier.estimator.n_jobs = core_count()
        return classifier.estimator
    return QuadraticDiscriminantAnalysis(tol=0.0).fit(classifier.prepared(samples), labels)


def speed_row(key: str, rounds: int) -> str:
    """Fit one classifier and let it and scikit-learn predict in turn."""
    samples, labels = clouds(TRAINING, 1)
    pixels, _ = clouds(PIXELS, 2)
    classifier = build(key, names(BANDS), CLASSES, MODELS[key])
    fitting = seconds(lambda: classifier.fit(samples, labels, 0))
    theirs = scikit_learn(classifier, samples, labels)
    fewer = classifier.prepared(pixels[:SLOW_PIXELS] if key == "svm" else pixels)
    equal = np.array_equal(theirs.predict(fewer), classifier.labels(pixels)[: len(fewer)])
    ours, sklearns = np.full(2, np.inf), np.full(2, np.inf)
    for _ in range(rounds):
        ours = np.minimum(ours, seconds_and_core_seconds(lambda: classifier.probabilities(pixels)) / PIXELS)
        sklearns = np.minimum(sklearns, seconds_and_core_seconds(lambda: theirs.predict(fewer)) / len(fewer))
    arrays = classifier.arrays()
    size = {
        "random_forest": lambda: (
            f"{len(arrays['tree_starts']) - 1} trees of ≤ {classifier.parameters.leaves_per_tree} leaves"
        ),
        "svm": lambda: f"{len(arrays['vectors']):,} support vectors",
        "maximum_likelihood": lambda: f"{len(arrays['centres'])} normal distributions",
    }[key]()
    rate, core = 1e-6 / np.array([ours[0], sklearns[0]]), 1e6 * np.array([ours[1], sklearns[1]])
    return (
        f"| `{key}` | {size} | {fitting:.1f} | {rate[0]:.2f} | {rate[1]:.3f} | {core[0]:.2f} | {core[1]:.1f}"
        f" | {core[1] / core[0]:.1f} | {'all' if equal else 'NOT all'} of {len(fewer):,} |"
    )


def accuracy_row(key: str, changes: dict[str, Any], data: tuple[np.ndarray, ...]) -> str:
    """Train on the training points with several seeds, and compare with the test points."""
    train, train_labels, test, test_labels = data
    scores = []
    for seed in SEEDS if key == "random_forest" else [0]:
        classifier = build(key, names(train.shape[1]), 6, changes)
        features = [
            classifier.features(part.T[:, None], np.ones((1, len(part)), bool))[:, 0].T for part in (train, test)
        ]
        classifier.fit(features[0], train_labels, seed)
        found = classifier.labels(features[1])
        scores.append([(found == test_labels).mean(), f1_score(test_labels, found, average="macro")])
    accuracy, f1 = np.mean(scores, axis=0)
    changed = ", ".join(f"{name} = {value}" for name, value in changes.items()) or "**defaults**"
    return f"| `{key}` | {changed} | {accuracy:.3f} | {f1:.3f} | {core_time(key, changes):.2f} |"


def core_time(key: str, changes: dict[str, Any]) -> float:
    """Measure the core time in µs a pixel on the clouds, with the parameters changed."""
    classifier = build(key, names(BANDS), CLASSES, changes)
    features = [classifier.features(clouds(count, seed)[0].T[:, None], np.ones((1, count), bool))[:, 0].T
                for count, seed in ((FEWER, 1), (PIXELS // 4, 2))]  # fmt: skip
    classifier.fit(features[0], clouds(FEWER, 1)[1], 0)
    pixels = np.ascontiguousarray(features[1])
    classifier.probabilities(pixels[:1000])
    return (
        1e6 * min(seconds_and_core_seconds(lambda: classifier.probabilities(pixels))[1] for _ in range(3)) / len(pixels)
    )


def names(bands: int) -> tuple[str, ...]:
    """Name the bands."""
    return tuple(f"band {number}" for number in range(1, bands + 1))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of prediction, of which the best counts")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--tables", nargs="+", choices=TABLES, default=list(TABLES), help="what to measure")
    given = parser.parse_args()
    warnings.filterwarnings("ignore", message="The covariance matrix")
    if "speed" in given.tables:
        print_speed(given.rounds)
    if "accuracy" in given.tables:
        print_accuracy(diamantina(given.data / "diamantina_lithology"))


def print_speed(rounds: int) -> None:
    """Print the table of rates."""
    print("| model | size | fit s | Mpx/s | sklearn Mpx/s | core µs/px | sklearn core µs/px | times | labels equal |")
    print("|---|---|---|---|---|---|---|---|---|")
    for key in MODELS:
        print(speed_row(key, rounds), flush=True)


def print_accuracy(data: tuple[np.ndarray, ...]) -> None:
    """Print the table of what changed parameters cost."""
    print("\n| model | changed | accuracy | macro F1 | core µs/px |")
    print("|---|---|---|---|---|")
    for key, variants in VARIANTS.items():
        for changes in variants:
            print(accuracy_row(key, changes, data), flush=True)


if __name__ == "__main__":
    main()
