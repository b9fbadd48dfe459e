"""The classifier engine: labels and probabilities of valid pixels alone, on the device that it is given."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.model.catalogue import build
from outcrop.core.prediction.engines.classifier_engine import ClassifierEngine
from outcrop.core.prediction.engines.engine import LABELS, PROBABILITIES, EngineRequest


@pytest.fixture
def fitted() -> Any:
    rng = np.random.default_rng(0)
    samples = rng.normal(0, 1, (300, 2)).astype(np.float32)
    classifier = build("maximum_likelihood", ("a", "b"), 3, {})
    classifier.fit(samples, (samples[:, 0] > 0).astype(int) + (samples[:, 1] > 0.5) + 1, 0)
    return classifier


@pytest.mark.parametrize("crop", [0, 3])
def test_pixels_are_computed_where_they_are_valid(fitted: Any, crop: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from outcrop.core.prediction.engines import classifier_engine

    monkeypatch.setattr(classifier_engine, "_CHUNK", 37)
    rng = np.random.default_rng(1)
    images, valid = rng.normal(0, 1, (2, 2, 16, 20)).astype(np.float32), rng.random((2, 16, 20)) > 0.3
    inner = (slice(crop, 16 - crop), slice(crop, 20 - crop))
    labels = ClassifierEngine(fitted, 3, EngineRequest(LABELS, crop, (2, 16, 20))).start(images, valid)()
    shares = ClassifierEngine(fitted, 3, EngineRequest(PROBABILITIES, crop, (2, 16, 20))).start(images, valid)()
    for number in range(2):
        expected = fitted.labels(images[number].reshape(2, -1).T).reshape(16, 20) * valid[number]
        assert np.array_equal(labels[number], expected[inner])
        assert np.array_equal(shares[number].argmax(axis=0) + 1, np.where(valid[number], expected, 1)[inner])
    assert shares.sum(axis=1) == pytest.approx(valid[(slice(None), *inner)].astype(float))


def test_the_classifier_is_brought_to_the_device(fitted: Any) -> None:
    request = EngineRequest(LABELS, 0, (2, 16, 16))
    assert ClassifierEngine(fitted, 3, request, "cuda:1").name == "classifier on cuda:1"
    assert fitted.device == "cuda:1"
    assert ClassifierEngine(fitted, 3, request).name == "classifier"
    assert fitted.device == "cpu"
