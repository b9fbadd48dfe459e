"""The random forest gives scikit-learn's labels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.models import build
from outcrop.models.classifiers.forest import Forest, level_edges
from outcrop.models.classifiers.forest_walk import ForestWalk, TorchForest


def clouds(count: int, bands: int, classes: int, seed: int, spread: float = 0.7) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(7).normal(size=(3 * classes, bands))
    cloud = rng.integers(0, 3 * classes, count)
    samples = centres[cloud] + spread * rng.normal(size=(count, bands))
    return samples.astype(np.float32), cloud % classes + 1


def fitted(bands: int, classes: int, count: int = 1500, **parameters: Any) -> Any:
    forest = build("random_forest", bands, classes, **{"trees": 30, **parameters})
    forest.fit(*clouds(count, bands, classes, seed=0), seed=0)
    return forest


@pytest.mark.parametrize(
    ("bands", "classes", "parameters"),
    [
        (9, 8, {}),
        (1, 2, {}),
        (3, 2, {"trees": 100}),
        (14, 6, {"leaves_per_tree": 5}),
        (4, 3, {"leaves_per_tree": None}),
        (5, 20, {"leaves_per_tree": 400}),
        (4, 9, {"class_weights": "balanced", "samples_per_leaf": 4}),
        (6, 4, {"levels": 2}),
        (6, 4, {"levels": 256, "variables_per_split": None}),
        (2, 2, {"trees": 1, "samples_per_leaf": 1000}),
    ],
)
def test_labels_are_those_of_scikit_learn(bands: int, classes: int, parameters: dict[str, Any]) -> None:
    forest = fitted(bands, classes, **parameters)
    samples, _ = clouds(20_000, bands, classes, seed=1, spread=1.0)
    forest.estimator.n_jobs = 1
    expected = forest.estimator.predict_proba(forest.prepared(samples))
    np.testing.assert_array_equal(forest.labels(samples), expected.argmax(axis=1) + 1)
    np.testing.assert_allclose(forest.probabilities(samples), expected, atol=1e-6)


def test_ties_go_to_the_class_that_scikit_learn_takes() -> None:
    forest = fitted(2, 4, trees=4, leaves_per_tree=None)  # pure leaves of four trees: many ties
    samples, _ = clouds(20_000, 2, 4, seed=1, spread=1.5)
    forest.estimator.n_jobs = 1
    expected = forest.estimator.predict_proba(forest.prepared(samples))
    ordered = np.sort(expected, axis=1)
    assert (ordered[:, -1] == ordered[:, -2]).mean() > 0.02
    np.testing.assert_array_equal(forest.labels(samples), expected.argmax(axis=1) + 1)


def test_values_on_an_edge_stay_below() -> None:
    forest = fitted(3, 3)
    grown = Forest.from_arrays(forest.arrays())
    on_edges = np.stack([np.resize(grown.edges_of(feature), 500) for feature in range(3)], axis=1)
    for samples in (on_edges, np.nextafter(on_edges, np.float32(9)), np.nextafter(on_edges, np.float32(-9))):
        np.testing.assert_array_equal(forest.labels(samples), forest.estimator.predict(forest.prepared(samples)))


def test_the_engines_agree() -> None:
    forest = fitted(5, 3, trees=40)
    grown = Forest.from_arrays(forest.arrays())
    samples, _ = clouds(5000, 5, 3, seed=1)
    labels = forest.labels(samples)
    for engine in (ForestWalk(grown), TorchForest(grown, "cpu")):
        winners, shares = engine(samples)
        np.testing.assert_array_equal(winners + 1, labels)
        np.testing.assert_allclose(shares, forest.probabilities(samples), atol=1e-6)


def test_very_large_trees_are_walked() -> None:
    forest = build("random_forest", 4, 2, trees=2, leaves_per_tree=None, levels=256, samples_at_least=14_000)
    rng = np.random.default_rng(0)
    samples = rng.normal(size=(14_000, 4)).astype(np.float32)
    forest.fit(samples, rng.integers(1, 3, 14_000), seed=0)  # nothing to learn: a leaf for nearly every pixel
    assert max(tree.get_n_leaves() for tree in forest.estimator.estimators_) > 2500
    np.testing.assert_array_equal(forest.labels(samples), forest.estimator.predict(forest.prepared(samples)))


def test_levels_hold_alike_many_values_and_no_edge_is_a_value() -> None:
    column = np.random.default_rng(0).exponential(size=(4000, 1)).astype(np.float32)
    (edges,) = level_edges(column, 32)
    assert len(edges) == 31
    counts = np.bincount(np.searchsorted(edges, column[:, 0]), minlength=32)
    assert counts.min() > 100
    assert counts.max() < 150
    assert not np.isin(edges, column).any()


def test_few_values_keep_an_edge_between_each_two() -> None:
    (edges,) = level_edges(np.float32([[1], [4], [4], [2]]), 128)
    np.testing.assert_array_equal(edges, [1.5, 3.0])
    near = np.float32(1.0)
    (edges,) = level_edges(np.stack([[near], [np.nextafter(near, np.float32(2))]]), 128)
    np.testing.assert_array_equal(edges, [near])  # the lower value lies on it, and stays below


def test_the_papers_sample_is_a_tenth_of_each_class() -> None:
    forest = build("random_forest", 3, 2, trees=2, samples_at_least=10)
    samples, labels = clouds(4000, 3, 2, seed=0)
    forest.fit(samples, labels, seed=0)
    assert forest.fitted_on == {number: -(-int((labels == number).sum()) // 10) for number in (1, 2)}


def test_damaged_trees_are_refused() -> None:
    forest = fitted(3, 3)
    for name, value in (("nexts", 1), ("features", 40), ("levels", 255), ("tree_starts", 3)):
        arrays = forest.arrays()
        arrays[name] = arrays[name].copy()
        arrays[name][0] = value
        with pytest.raises(BadInputError, match="damaged"):
            build("random_forest", 3, 3).load_arrays(arrays)
