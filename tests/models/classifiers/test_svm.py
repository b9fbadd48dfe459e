"""The support vector machine gives scikit-learn's labels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.models import build
from outcrop.models.classifiers import svm_engine
from outcrop.models.classifiers.standardisation import Standardisation
from outcrop.models.classifiers.svm_engine import SupportVectors, VotingSvm


def clouds(count: int, bands: int, classes: int, seed: int, spread: float = 0.8) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(7).normal(size=(2 * classes, bands))
    cloud = rng.integers(0, 2 * classes, count)
    samples = centres[cloud] + spread * rng.normal(size=(count, bands))
    return samples.astype(np.float32), cloud % classes + 1


def fitted(bands: int, classes: int, **parameters: Any) -> Any:
    machine = build("svm", bands, classes, **parameters)
    machine.fit(*clouds(600, bands, classes, seed=0), seed=0)
    return machine


@pytest.mark.parametrize(
    ("bands", "classes", "parameters"),
    [
        (9, 8, {}),
        (1, 2, {}),
        (3, 2, {"c": 1.0}),
        (14, 3, {"gamma": 1.5}),
        (4, 5, {"class_weights": "balanced"}),
        (5, 12, {"c": 1000.0, "gamma": 3.0}),
    ],
)
def test_labels_are_those_of_scikit_learn(bands: int, classes: int, parameters: dict[str, Any]) -> None:
    machine = fitted(bands, classes, **parameters)
    samples, _ = clouds(4000, bands, classes, seed=1, spread=1.2)
    np.testing.assert_array_equal(machine.labels(samples), machine.estimator.predict(machine.prepared(samples)))


def test_numpy_alone_gives_the_same_labels(monkeypatch: pytest.MonkeyPatch) -> None:
    machine = fitted(5, 6)
    samples, _ = clouds(4000, 5, 6, seed=1, spread=1.2)
    labels = machine.labels(samples)
    monkeypatch.setattr(svm_engine, "torch_if_it_loads", lambda: None)
    alone = build("svm", 5, 6)
    alone.load_arrays(machine.arrays())
    np.testing.assert_array_equal(alone.labels(samples), labels)


def test_decisions_are_those_of_scikit_learn() -> None:
    machine = fitted(4, 4)
    machine.estimator.decision_function_shape = "ovo"
    points = machine.prepared(clouds(300, 4, 4, seed=1)[0])
    decisions = SupportVectors.from_arrays(machine.arrays()).decisions(points)
    np.testing.assert_allclose(decisions, machine.estimator.decision_function(points), rtol=1e-9, atol=1e-9)


def test_what_single_precision_cannot_tell_is_computed_again() -> None:
    machine = fitted(4, 6)
    arrays = machine.arrays()
    vectors = SupportVectors.from_arrays(arrays)
    samples, _ = clouds(3000, 4, 6, seed=1, spread=1.5)
    coarse = VotingSvm(vectors, Standardisation(arrays["mean"], arrays["factor"]), "cpu")

    def with_noise(points: np.ndarray) -> np.ndarray:
        exact = vectors.decisions(points)
        return (exact + np.random.default_rng(0).uniform(-0.05, 0.05, exact.shape)).astype(np.float32)

    coarse._duels, coarse._tolerance = with_noise, 0.05
    expected = machine.estimator.predict(machine.prepared(samples))
    np.testing.assert_array_equal(coarse(samples)[0] + 1, expected)
    coarse._tolerance = 0.0
    assert (coarse(samples)[0] + 1 != expected).any()


def test_a_tie_goes_to_the_lower_class() -> None:
    # Three classes that each win one duel against the next, wherever a pixel lies.
    vectors = SupportVectors(
        gamma=1.0,
        vectors=np.zeros((1, 2)),
        weights=np.zeros((1, 3)),
        intercepts=np.array([1.0, -1.0, 1.0]),
        pairs=np.array([[0, 1], [0, 2], [1, 2]]),
        classes=3,
    )
    winners, shares = VotingSvm(vectors, Standardisation(np.zeros(2), np.ones(2)), "cpu")(np.zeros((4, 2), np.float32))
    np.testing.assert_array_equal(winners, 0)
    np.testing.assert_allclose(shares, 1 / 3, rtol=1e-6)


def test_of_two_classes_the_probability_is_the_duels_chance() -> None:
    machine = fitted(3, 2)
    samples, _ = clouds(500, 3, 2, seed=1)
    decision = machine.estimator.decision_function(machine.prepared(samples))
    np.testing.assert_allclose(machine.probabilities(samples)[:, 1], 1 / (1 + np.exp(-2 * decision)), atol=1e-4)


def test_the_sample_is_capped_and_keeps_the_classes_shares() -> None:
    samples, labels = clouds(9000, 3, 2, seed=0)
    rare = (labels == 1) & (np.arange(9000) % 9 > 0)
    machine = build("svm", 3, 2, samples_at_most=500)
    machine.fit(samples[~rare], labels[~rare], seed=0)
    share = 500 / (~rare).sum()
    assert machine.fitted_on == {number: int((labels[~rare] == number).sum() * share) for number in (1, 2)}
    assert any(f"Learned from 499 of {(~rare).sum():,} training pixels" in note for note in machine.notes)
    assert not fitted(3, 2).notes


def test_damaged_support_vectors_are_refused() -> None:
    arrays = fitted(3, 3).arrays()
    arrays["vector_counts"] = arrays["vector_counts"] + 1
    with pytest.raises(BadInputError, match="damaged"):
        build("svm", 3, 3).load_arrays(arrays)
