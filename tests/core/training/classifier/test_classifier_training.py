"""Per-pixel classifiers: every training pixel is gathered once, no other one is learned from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.parts import TRAINING, VALIDATION
from outcrop.core.training.classifier import classifier_training
from outcrop.core.training.classifier.classifier_training import train_classifier, validate_classifier
from outcrop.core.training.classifier.scene_factors import scene_factors


class Remembering:
    """Remembers its samples; its features are a pixel's values and the mean of its surroundings' validity."""

    margin_px = 2

    def __init__(self) -> None:
        self.samples, self.labels = np.zeros((0, 0)), np.zeros(0)
        self.fitted_on: dict[int, int] = {}

    def to(self, device: str) -> Remembering:
        assert device == "cpu"
        return self

    def features(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        return np.concatenate([image, valid[None].astype(np.float32)])

    def fit(self, samples: np.ndarray, labels: np.ndarray, seed: int) -> None:
        self.samples, self.labels = samples, labels
        self.fitted_on = {number: int((labels == number).sum()) for number in np.unique(labels).tolist()}

    def probabilities(self, samples: np.ndarray) -> np.ndarray:
        return np.tile(np.array([0.2, 0.8], np.float32), (len(samples), 1))

    def arrays(self) -> dict[str, np.ndarray]:
        return {}

    def load_arrays(self, arrays: Mapping[str, np.ndarray]) -> None:
        del arrays


def gather(prepared: Any, events: Events | None = None) -> tuple[Remembering, dict[int, int]]:
    classifier = Remembering()
    train_classifier(
        classifier, prepared.scenes, prepared.training_places(), prepared.training_part, prepared.normalisation, 0,
        events or Events(),
    )  # fmt: skip
    return classifier, classifier.fitted_on


def test_every_training_pixel_is_gathered_once(ground: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    image = np.arange(2 * 64 * 64, dtype=np.float32).reshape(2, 64, 64) / 4096
    prepared = ground.prepare(ground.job(ground.scene(image=image), normalisation="none"))
    classifier, counts = gather(prepared)
    with rasterio.open(prepared.labelling.split.paths[0]) as split, rasterio.open(prepared.labelling.labels[0]) as file:
        training, labels = split.read(1) == TRAINING, file.read(1)
    found = np.rint(classifier.samples[:, 0] * 4096).astype(int)
    assert sorted(found) == np.flatnonzero(training).tolist()
    assert np.array_equal(classifier.labels, labels.ravel()[found])
    assert counts == {number: int((labels[training] == number).sum()) for number in (1, 2)}


def test_too_many_pixels_are_thinned_evenly(ground: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier_training, "MOST_SAMPLES", 300)
    image = np.arange(64 * 64, dtype=np.float32).reshape(1, 64, 64) / 1024
    prepared = ground.prepare(ground.job(ground.scene(image=image), normalisation="none", split="none"))
    classifier, counts = gather(prepared)
    assert counts == {1: 300, 2: 300}
    rows = np.rint(classifier.samples[:, 0] * 1024) // 64
    assert abs(rows.mean() - 31.5) < 3


@pytest.mark.parametrize(("factors", "never_found"), [((), 0), ((1.0, 0.5), 0), ((1.0, 0.1), 1)])
def test_held_pixels_are_measured_once(factors: tuple[float, ...], never_found: int, ground: Any) -> None:
    prepared = ground.prepare()
    confusion = validate_classifier(
        Remembering(), prepared.scenes, prepared.validation_places(), prepared.validation_part, prepared.normalisation,
        Legend.from_names(["one", "two"]), Events(), prepared.block_counts(len(prepared.validation_places())), factors,
    ).confusion  # fmt: skip
    assert confusion.total == prepared.labelling.split.pixels(VALIDATION)
    assert confusion.matrix[:, never_found].sum() == 0


def test_factors_bring_what_was_shown_to_what_the_scene_has(ground: Any) -> None:
    """The classifier finds 0.2 and 0.8 everywhere."""
    prepared, events = ground.prepare(), Events()

    def factors(shown: tuple[float, ...], temperature: float = 1.0) -> tuple[float, ...]:
        return scene_factors(Remembering(), prepared, shown, temperature, events)

    first, second = factors((0.8, 0.2))
    assert second == 1
    assert 0 < first < 1 / 4
    assert factors((0.2, 0.8)) == pytest.approx((1, 1), abs=1e-3)
    assert factors((0.8, 0.2), 9.0) == factors((0.8, 0.2), 2.0)  # few labels are believed no further
    assert factors((0.8, 0.2), 2.0)[0] < first
    assert factors(()) == ()
    events.cancel()
    with pytest.raises(CancelledError):
        factors((0.8, 0.2))


def test_one_class_with_data_is_refused(ground: Any) -> None:
    labels = np.ones((64, 64), np.uint8)
    labels[:4, :4] = 2
    image = np.random.default_rng(0).normal(0, 1, (1, 64, 64)).astype(np.float32)
    image[:, :8, :8] = np.nan
    with pytest.raises(BadInputError, match="Fewer than two classes are left"):
        ground.prepare(ground.job(ground.scene(labels, image), split="none"))


def test_a_stop_is_heard(ground: Any) -> None:
    prepared = ground.prepare(ground.job(ground.scene(), split="none"))
    events = Events()
    events.cancel()
    with pytest.raises(CancelledError):
        gather(prepared, events)
