"""What every classifier of the table promises, whatever it learns with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.model.architecture import CLASSIFIER
from outcrop.models import TABLE, build
from safetensors.numpy import load_file, save_file

CLASSIFIERS = [key for key, entry in TABLE.items() if entry.kind == CLASSIFIER]
SMALL: dict[str, dict[str, Any]] = {"random_forest": {"trees": 20, "leaves_per_tree": 32}}

every_classifier = pytest.mark.parametrize("key", CLASSIFIERS)


def pixels(bands: int, classes: int, count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Make overlapping clouds, two for each class."""
    rng = np.random.default_rng(seed)
    centres = np.random.default_rng(99).normal(size=(2 * classes, bands))
    cloud = rng.integers(0, 2 * classes, count)
    samples = centres[cloud] + 0.6 * rng.normal(size=(count, bands))
    return samples.astype(np.float32), cloud % classes + 1


def fitted(key: str, bands: int = 4, classes: int = 3, seed: int = 0, **parameters: Any) -> Any:
    classifier = build(key, bands, classes, **SMALL.get(key, {}), **parameters)
    classifier.fit(*pixels(bands, classes, 600), seed=seed)
    return classifier


@pytest.mark.parametrize(("bands", "classes"), [(1, 2), (3, 2), (14, 2), (1, 8), (3, 8), (14, 8), (4, 11)])
@every_classifier
def test_any_bands_and_classes(key: str, bands: int, classes: int) -> None:
    classifier = fitted(key, bands, classes)
    samples, truth = pixels(bands, classes, 700, seed=1)
    probabilities = classifier.probabilities(samples)
    assert probabilities.shape == (700, classes)
    assert probabilities.dtype == np.float32
    np.testing.assert_allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    labels = classifier.labels(samples)
    assert labels.dtype == np.uint8
    np.testing.assert_array_equal(labels, probabilities.argmax(axis=1) + 1)
    assert (labels == truth).mean() > 1.05 / classes


@every_classifier
def test_what_the_file_holds_predicts_the_same(key: str, tmp_path: Path) -> None:
    classifier = fitted(key)
    samples, _ = pixels(4, 3, 3000, seed=1)
    save_file(classifier.arrays(), tmp_path / "model.safetensors")
    again = build(key, 4, 3, **SMALL.get(key, {}))
    again.load_arrays(load_file(tmp_path / "model.safetensors"))
    np.testing.assert_array_equal(again.probabilities(samples), classifier.probabilities(samples))
    assert again.fitted_on == classifier.fitted_on == {1: 199, 2: 197, 3: 204}
    assert all(array.dtype != object for array in again.arrays().values())


@every_classifier
def test_the_seed_decides(key: str) -> None:
    first, second = fitted(key, seed=3).arrays(), fitted(key, seed=3).arrays()
    assert first.keys() == second.keys()
    for name, array in first.items():
        np.testing.assert_array_equal(array, second[name])
    samples_at_most = {"samples_at_most": 100}
    one, other = (fitted(key, seed=seed, **samples_at_most).arrays() for seed in (1, 2))
    assert any(not np.array_equal(one[name], other[name]) for name in one)


@every_classifier
def test_a_pixel_does_not_depend_on_the_others(key: str) -> None:
    classifier = fitted(key)
    samples, _ = pixels(4, 3, 20_000, seed=1)
    together = classifier.labels(samples)
    for start, count in ((0, 1), (5, 63), (100, 64), (1000, 65), (3000, 7001)):
        part = slice(start, start + count)
        np.testing.assert_array_equal(classifier.labels(samples[part]), together[part])
    assert classifier.labels(samples[:0]).shape == (0,)


@every_classifier
def test_the_threads_change_nothing(key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    classifier = fitted(key)
    samples, _ = pixels(4, 3, 20_000, seed=1)
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    alone = classifier.labels(samples)
    monkeypatch.setenv("OMP_NUM_THREADS", "5")
    np.testing.assert_array_equal(classifier.labels(samples), alone)


@every_classifier
def test_equal_pixels_are_joined_without_a_trace(key: str) -> None:
    classifier = fitted(key)
    samples, _ = pixels(4, 3, 200, seed=1)
    order = np.random.default_rng(2).integers(0, 200, 10_000)
    np.testing.assert_array_equal(classifier.labels(samples[order]), classifier.labels(samples)[order])


@every_classifier
def test_the_units_of_the_bands_do_not_matter(key: str) -> None:
    samples, labels = pixels(4, 3, 600)
    new, _ = pixels(4, 3, 2000, seed=1)
    scale, offset = np.float32([1, 1024, 1 / 1024, 64]), np.float32([0, 512, 0, -4])
    plain = fitted(key)
    scaled = build(key, 4, 3, **SMALL.get(key, {}))
    scaled.fit(samples * scale + offset, labels, seed=0)
    assert (scaled.labels(new * scale + offset) == plain.labels(new)).mean() > 0.99


@every_classifier
def test_a_class_without_pixels_is_never_predicted(key: str) -> None:
    samples, labels = pixels(4, 5, 800)
    kept = (labels != 2) & (labels != 5)
    classifier = build(key, 4, 5, **SMALL.get(key, {}))
    classifier.fit(samples[kept], labels[kept], seed=0)
    probabilities = classifier.probabilities(samples)
    assert (probabilities[:, [1, 4]] == 0).all()
    assert set(classifier.labels(samples).tolist()) == {1, 3, 4}
    assert set(classifier.fitted_on) == {1, 3, 4}
    assert any("Class 2 has no training pixels" in note for note in classifier.notes)


@every_classifier
def test_one_class_is_refused(key: str) -> None:
    samples, _ = pixels(4, 3, 100)
    with pytest.raises(BadInputError, match="all training pixels belong to class 2"):
        build(key, 4, 3).fit(samples, np.full(100, 2), seed=0)


@every_classifier
def test_a_constant_band_is_left_out(key: str) -> None:
    samples, labels = pixels(4, 3, 600)
    samples[:, 2] = 7.0
    classifier = build(key, ("red", "green", "thermal", "nir"), 3, **SMALL.get(key, {}))
    classifier.fit(samples, labels, seed=0)
    assert any("“thermal” has one and the same value" in note for note in classifier.notes)
    new, truth = pixels(4, 3, 1000, seed=1)
    varying = classifier.labels(new)
    new[:, 2] = 7.0
    np.testing.assert_array_equal(classifier.labels(new), varying)
    assert (varying == truth).mean() > 0.5


@every_classifier
def test_values_that_are_no_numbers_are_refused(key: str) -> None:
    samples, labels = pixels(4, 3, 100)
    samples[7, 1] = np.nan
    with pytest.raises(BadInputError, match=r"1 of 100 training pixels .* “band 2”"):
        build(key, 4, 3).fit(samples, labels, seed=0)
    with pytest.raises(BadInputError, match="no numbers"):
        fitted(key).probabilities(samples)


@every_classifier
def test_another_number_of_bands_is_refused(key: str) -> None:
    with pytest.raises(BadInputError, match="a model of 4 features"):
        fitted(key).probabilities(np.zeros((5, 3), np.float32))


@every_classifier
def test_it_must_be_trained_first(key: str) -> None:
    with pytest.raises(BadInputError, match="has not been trained"):
        build(key, 4, 3).probabilities(np.zeros((5, 4), np.float32))


@every_classifier
def test_a_model_of_another_kind_is_refused(key: str) -> None:
    arrays = fitted(key).arrays()
    for name in arrays:
        less = {other: array for other, array in arrays.items() if other != name}
        with pytest.raises(BadInputError, match="doesn't fit"):
            build(key, 4, 3).load_arrays(less)
    with pytest.raises(BadInputError, match="doesn't fit"):
        build(key, 5, 3).load_arrays(arrays)
    with pytest.raises(BadInputError, match="doesn't fit"):
        build(key, 4, 2).load_arrays(arrays)


@every_classifier
def test_features_reach_as_far_as_they_say(key: str) -> None:
    classifier = build(key, ("a", "b"), 2, local_radius_px=3, ratios="all")
    assert classifier.margin_px == 3
    image = np.random.default_rng(0).normal(size=(2, 20, 30)).astype(np.float32)
    features = classifier.features(image, np.ones((20, 30), bool))
    assert features.shape == (len(classifier.feature_names), 20, 30)
    assert build(key, 2, 2).margin_px == 0
