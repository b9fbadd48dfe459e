"""Training and validation of a per-pixel classifier: samples gathered window by window, then one fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...assessment.confusion import Confusion
from ...assessment.prior_shift import shifted
from ...assessment.spread import BlockCounts
from ...errors import BadInputError
from ...events import Events
from ...geodata.normalisation import Normalisation
from ...labels.legend import Legend
from ...labels.origins import unmarked
from ...model.architecture import Classifier
from ...prediction.operating_points import Held
from ..data.layer_hiding import LayerHiding
from ..data.scenes import SceneWindow
from ..data.tiles import LabelledScene
from ..results.calibrated import Calibrated, calibrated

MOST_SAMPLES = 200_000
"""Pixels kept per class, drawn at random: more doesn't make a per-pixel classifier better, only slower."""

_CALIBRATED_PLACES, _CALIBRATED_PIXELS = 100, 2000


@dataclass(frozen=True)
class ValidatedClassifier:
    """What was found: the confusion, its calibration, pixels by place, true and predicted class (G, C, C)."""

    confusion: Confusion
    held: Calibrated
    blocks: np.ndarray


def train_classifier(
    classifier: Classifier, scenes: Sequence[LabelledScene], scene_windows: Sequence[SceneWindow], part: int | None,
    normalisation: Normalisation, seed: int, events: Events, origin_weights: Sequence[float] = (),
    hiding: Optional[LayerHiding] = None,
) -> None:  # fmt: skip
    """Gather labelled pixels and fit; one that weighs 2.5 by its origin is learned from two or three times.

    Args:
        classifier: Is fitted.
        scenes: The scenes that the places refer to.
        scene_windows: Windows that cover the training pixels without overlap.
        part: The part of the split to learn from.
        normalisation: Scaling of the images.
        seed: Of the sample and of the classifier.
        events: Hears the progress.
        origin_weights: Weights by the code of where a label comes from (`labels.origins`).
        hiding: Hides layers from the share of the pixels that it says, where some may be missing.

    Raises:
        BadInputError: When fewer than two classes have pixels.
    """
    gathered: dict[int, np.ndarray] = {}
    shares: dict[int, float] = {}
    rng = np.random.default_rng(seed)
    labelled = _labelled(
        classifier, scenes, scene_windows, part, normalisation, with_origins=bool(origin_weights), hiding=hiding
    )
    for number, (pixels, marks) in enumerate(labelled):
        events.progress(0.6 * number / len(scene_windows), "Gathering training pixels")
        samples, labels = _weighed(pixels, marks, origin_weights, rng)
        for class_id in np.unique(labels).tolist():
            _gather(gathered, shares, class_id, samples[labels == class_id], rng)
    if len(gathered) < 2:
        raise BadInputError("Training needs pixels of at least two classes. Draw polygons of another class too.")
    events.progress(0.6, "Fitting the classifier")
    kept = {class_id: _thinned(pixels, MOST_SAMPLES, rng) for class_id, pixels in sorted(gathered.items())}
    labels = np.concatenate([np.full(len(pixels), class_id) for class_id, pixels in kept.items()])
    classifier.fit(np.concatenate(list(kept.values())), labels, seed)


def validate_classifier(
    classifier: Classifier, scenes: Sequence[LabelledScene], scene_windows: Sequence[SceneWindow], part: int | None,
    normalisation: Normalisation, legend: Legend, events: Events, blocks: BlockCounts,
    factors: Sequence[float] = (),
) -> ValidatedClassifier:  # fmt: skip
    """Compare a fitted classifier with labels it has not learned from, and see what its probabilities keep.

    What is found is counted by place in `blocks`, planned for as many tiles as there are windows. Probabilities are
    multiplied by `factors`, by class.
    """
    confusion = Confusion(len(legend))
    random = np.random.default_rng(0)
    held: list[Held] = []
    apart = -(-len(scene_windows) // _CALIBRATED_PLACES)
    shown = _labelled(classifier, scenes, scene_windows, part, normalisation, shows_all=True)
    for number, (samples, labels) in enumerate(shown):
        events.progress(0.8 + 0.2 * number / len(scene_windows), "Validating")
        probabilities = shifted(classifier.probabilities(samples).T[..., None], factors)[..., 0].T
        predicted = probabilities.argmax(axis=1) + 1
        confusion.add(labels, predicted)
        blocks.add(labels[None], predicted[None])
        if number % apart == 0:
            picked = random.choice(len(labels), min(_CALIBRATED_PIXELS, len(labels)), replace=False)
            held.append(Held(probabilities[picked].T, labels[picked], len(labels) / len(picked)))
    return ValidatedClassifier(confusion, calibrated(held, legend), blocks.counts)


def _labelled(
    classifier: Classifier,
    scenes: Sequence[LabelledScene],
    scene_windows: Sequence[SceneWindow],
    part: int | None,
    normalisation: Normalisation,
    shows_all: bool = False,
    with_origins: bool = False,
    hiding: Optional[LayerHiding] = None,
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Give features (n, F) and class ids (n,) of the labelled pixels of every place that has any."""
    margin, random = classifier.margin_px, np.random.default_rng(0)
    for scene, window in scene_windows:
        tile = scenes[scene].tile(window.padded(margin), part, normalisation, shows_all, with_origins)
        inner = (slice(margin, margin + window.height), slice(margin, margin + window.width))
        labels = tile.labels[inner]
        chosen = labels > 0
        if chosen.any():
            features = classifier.features(tile.image, tile.valid)[:, inner[0], inner[1]][:, chosen]
            if hiding is not None:
                image = hiding.of_image(tile.image, tile.valid, random)
                without = classifier.features(image, tile.valid)[:, inner[0], inner[1]][:, chosen]
                features = np.where(random.random(features.shape[1]) < hiding.share, without, features)
            yield np.ascontiguousarray(features.T), labels[chosen]


def _weighed(
    pixels: np.ndarray, marks: np.ndarray, weights: Sequence[float], rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Repeat pixels (n, F) by the weight of their origin: on average as often as they weigh; give them with labels."""
    labels, origins = unmarked(marks)
    if not origins.any():
        return pixels, labels
    times = np.floor(np.asarray(weights)[origins] + rng.random(len(origins))).astype(np.int64)
    return np.repeat(pixels, times, axis=0), np.repeat(labels, times)


def _gather(
    gathered: dict[int, np.ndarray],
    shares: dict[int, float],
    class_id: int,
    pixels: np.ndarray,
    rng: np.random.Generator,
) -> None:
    """Add samples of a class, thinning so that every pixel of the scene keeps the same chance."""
    share = shares.setdefault(class_id, 1.0)
    if share < 1.0:
        pixels = pixels[rng.random(len(pixels)) < share]
    together = np.concatenate([gathered[class_id], pixels]) if class_id in gathered else pixels
    while len(together) > 2 * MOST_SAMPLES:
        together = together[rng.random(len(together)) < 0.5]
        shares[class_id] /= 2
    gathered[class_id] = together


def _thinned(samples: np.ndarray, most: int, rng: np.random.Generator) -> np.ndarray:
    return samples if len(samples) <= most else samples[np.sort(rng.choice(len(samples), most, replace=False))]
