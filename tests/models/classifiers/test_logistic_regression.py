"""Logistic regression: scikit-learn's labels and probabilities, from plain arrays."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.models import build


@pytest.mark.parametrize("classes", [2, 4])
def test_it_says_what_scikit_learn_says(classes: int) -> None:
    rng = np.random.default_rng(0)
    labels = rng.integers(1, classes + 1, 500)
    samples = (rng.normal(size=(500, 5)) + labels[:, None] * np.arange(5)).astype(np.float32)
    classifier = build("logistic_regression", 5, classes)
    classifier.fit(samples, labels, seed=0)
    new = rng.normal(size=(3000, 5)).astype(np.float32) * 4
    expected = classifier.estimator.predict_proba(classifier.prepared(new))
    np.testing.assert_allclose(classifier.probabilities(new), expected, atol=1e-6)
    np.testing.assert_array_equal(classifier.labels(new), classifier.estimator.predict(classifier.prepared(new)))


def test_balanced_classes_favour_the_rare_one() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat([1, 2], [950, 50])
    samples = (rng.normal(size=(1000, 2)) + (labels[:, None] == 2)).astype(np.float32)
    shares = []
    for weights in ("none", "balanced"):
        classifier = build("logistic_regression", 2, 2, class_weights=weights)
        classifier.fit(samples, labels, seed=0)
        shares.append((classifier.labels(samples) == 2).mean())
    assert shares[1] > 2 * shares[0]
