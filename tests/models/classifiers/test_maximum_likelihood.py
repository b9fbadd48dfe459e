"""Maximum likelihood gives the labels of scikit-learn's quadratic discriminant analysis."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.models import build
from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis


def clouds(count: int, bands: int, classes: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Make normal distributions of different shapes, the first class the most frequent."""
    rng, shapes = np.random.default_rng(seed), np.random.default_rng(7)
    labels = np.minimum(rng.integers(1, classes + 2, count), classes)
    centres, mixing = shapes.normal(size=(classes, bands)), shapes.normal(size=(classes, bands, bands))
    noise = np.einsum("nij,nj->ni", mixing[labels - 1], rng.normal(size=(count, bands)))
    return (centres[labels - 1] + 0.5 * noise).astype(np.float32), labels


@pytest.mark.parametrize(
    ("bands", "classes", "parameters"),
    [
        (9, 8, {}),
        (1, 2, {}),
        (14, 6, {"priors": "equal"}),
        (4, 3, {"regularisation": 0.2}),
        (3, 12, {"priors": "equal", "regularisation": 0.01}),
    ],
)
def test_labels_are_those_of_scikit_learn(bands: int, classes: int, parameters: dict[str, Any]) -> None:
    samples, labels = clouds(3000, bands, classes, seed=0)
    ours = build("maximum_likelihood", bands, classes, **parameters)
    ours.fit(samples, labels, seed=0)
    priors = np.full(classes, 1 / classes) if parameters.get("priors") == "equal" else None
    theirs = QuadraticDiscriminantAnalysis(priors=priors, reg_param=parameters.get("regularisation", 0.0), tol=0.0)
    theirs.fit(ours.prepared(samples), labels)
    new = np.random.default_rng(1).normal(0, 2, size=(20_000, bands)).astype(np.float32)
    np.testing.assert_array_equal(ours.labels(new), theirs.predict(ours.prepared(new)))
    np.testing.assert_allclose(ours.probabilities(new), theirs.predict_proba(ours.prepared(new)), atol=1e-5)
    assert ours.notes == ()


def test_priors_are_the_shares_unless_told_otherwise() -> None:
    rng = np.random.default_rng(0)
    labels = np.repeat([1, 2], [900, 100])
    samples = rng.normal(labels[:, None], 1.0, size=(1000, 1)).astype(np.float32)
    middle = np.float32([[1.5]])
    for priors, expected in (("shares", 1), ("equal", 2)):
        classifier = build("maximum_likelihood", 1, 2, priors=priors)
        classifier.fit(samples, labels, seed=0)
        assert classifier.labels(middle + np.float32(0.2))[0] == expected


def test_a_band_that_repeats_another_is_regularised_with_a_note() -> None:
    samples, labels = clouds(900, 3, 3, seed=0)
    alone = build("maximum_likelihood", 3, 3)
    alone.fit(samples, labels, seed=0)
    twice = build("maximum_likelihood", 4, 3)
    twice.fit(np.hstack([samples, samples[:, :1]]), labels, seed=0)
    assert sum("was regularised by 0.0001" in note for note in twice.notes) == 3
    new, _ = clouds(4000, 3, 3, seed=1)
    assert (twice.labels(np.hstack([new, new[:, :1]])) == alone.labels(new)).mean() > 0.97


def test_a_class_of_few_pixels_is_learned_with_a_note() -> None:
    samples, labels = clouds(900, 6, 2, seed=0)
    few = np.flatnonzero(labels == 2)[4:]
    samples, labels = np.delete(samples, few, axis=0), np.delete(labels, few)
    classifier = build("maximum_likelihood", 6, 2)
    classifier.fit(samples, labels, seed=0)
    assert any("Class 2: its pixels (4)" in note and "0.1" in note for note in classifier.notes)
    assert any("Class 2 has only 4 training pixels" in note for note in classifier.notes)
    assert set(classifier.labels(samples).tolist()) == {1, 2}


def test_even_one_pixel_of_a_class_is_learned() -> None:
    samples, labels = clouds(300, 3, 2, seed=0)
    first = np.flatnonzero(labels == 2)[0]
    kept = (labels == 1) | (np.arange(300) == first)
    classifier = build("maximum_likelihood", 3, 2)
    classifier.fit(samples[kept], labels[kept], seed=0)
    assert classifier.fitted_on[2] == 1
    assert np.isfinite(classifier.probabilities(samples)).all()


def test_damaged_distributions_are_refused() -> None:
    classifier = build("maximum_likelihood", 3, 2)
    classifier.fit(*clouds(300, 3, 2, seed=0), seed=0)
    arrays = classifier.arrays()
    arrays["directions"] = arrays["directions"][:, :2]
    with pytest.raises(BadInputError, match="doesn't fit"):
        build("maximum_likelihood", 3, 2).load_arrays(arrays)
