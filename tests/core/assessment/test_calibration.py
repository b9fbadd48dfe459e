"""Calibration against scikit-learn and by models whose temperature is known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcrop.core.assessment.calibration import CalibrationTally, fit_temperature, tempered
from sklearn.calibration import calibration_curve


def honest(count: int, temperature: float, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Give probabilities (3, N) that are too sure by a temperature, and labels drawn from the honest ones."""
    random = np.random.default_rng(seed)
    logits = random.normal(0, 2, (3, count))
    true = np.exp(logits) / np.exp(logits).sum(axis=0)
    labels = (true.cumsum(axis=0) < random.random(count)).sum(axis=0) + 1
    shown = np.exp(logits * temperature)
    return shown / shown.sum(axis=0), labels


@pytest.mark.parametrize("temperature", [0.5, 1.0, 2.5])
def test_the_temperature_of_a_model_too_sure_or_too_timid_is_found(temperature: float) -> None:
    probabilities, labels = honest(40_000, temperature)
    assert fit_temperature(probabilities, labels) == pytest.approx(temperature, rel=0.04)


def test_scaling_makes_the_error_small() -> None:
    probabilities, labels = honest(40_000, 2.5)
    before, after = CalibrationTally(), CalibrationTally()
    before.add(probabilities, labels)
    after.add(tempered(probabilities[:, None], fit_temperature(probabilities, labels))[:, 0], labels)
    assert before.error > 0.1
    assert after.error < 0.01


def test_the_curve_is_scikit_learn_s() -> None:
    probabilities, labels = honest(5000, 1.7)
    tally = CalibrationTally(10)
    for part in np.array_split(np.arange(5000), 3):
        own = CalibrationTally(10)
        own.add(probabilities[:, part], labels[part])
        tally.merge(own)
    right = probabilities.argmax(axis=0) + 1 == labels
    accuracy, confidence = calibration_curve(right, probabilities.max(axis=0), n_bins=10)
    assert [own["accuracy"] for own in tally.curve()] == pytest.approx(accuracy.tolist())
    assert [own["confidence"] for own in tally.curve()] == pytest.approx(confidence.tolist())
    counts = np.array([own["pixels"] for own in tally.curve()])
    assert tally.error == pytest.approx(float((counts * np.abs(accuracy - confidence)).sum() / 5000))


def test_where_nothing_can_be_told_probabilities_stay() -> None:
    probabilities, labels = honest(40, 2.0)
    assert fit_temperature(probabilities, labels) == 1.0
    assert fit_temperature(np.tile([[0.9], [0.1]], 100), np.ones(100, int)) == 1.0
    assert CalibrationTally().report() == {"error": 0.0, "curve": [], "pixels": 0}


@given(st.floats(0.05, 20), st.integers(0, 2**32 - 1))
@settings(max_examples=30)
def test_scaling_keeps_classes_sums_and_what_has_no_data(temperature: float, seed: int) -> None:
    random = np.random.default_rng(seed)
    probabilities = random.dirichlet(np.ones(4), (2, 3, 5)).transpose(0, 3, 1, 2).astype(np.float32)
    probabilities[0, :, 0, 0] = 0
    scaled = tempered(probabilities, temperature)
    assert not scaled[0, :, 0, 0].any()
    np.testing.assert_allclose(scaled.sum(axis=1)[probabilities.sum(axis=1) > 0], 1, rtol=1e-4)
    best = probabilities.argmax(axis=1)
    np.testing.assert_allclose(np.take_along_axis(scaled, best[:, None], 1)[:, 0], scaled.max(axis=1), rtol=1e-5)
