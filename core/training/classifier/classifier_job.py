"""A per-pixel classifier's part of the training job: fitted and measured, without torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...events import Events
from ...message import Message
from ...model.architecture import Classifier
from ...model.catalogue import build
from ...model.classifier_device import classifier_device
from ...model.model_card import FEATURE_IMPORTANCE
from ..data.scenes import PreparedScenes, SceneWindow
from ..results.calibrated import Calibrated
from ..results.measured_pixels import check_measured
from ..results.trained import Trained
from ..settings.jobs import TrainJob
from .classifier_training import ValidatedClassifier, train_classifier, validate_classifier
from .scene_factors import scene_factors, shares_to_leave

_BLOCK_PX = 128
"""Side of the windows that it is measured in, by which its measures spread."""


def fit_classifier(
    job: TrainJob, prepared: PreparedScenes, events: Events, everything: Optional[PreparedScenes] = None
) -> Trained:
    """Fit a job's classifier, measure it, and fit it anew to everything where that is given.

    Raises:
        BadInputError: When fewer than two classes have pixels to train on, or when there is no such device.
        CancelledError: When the job was stopped.
    """
    legend, scaling = prepared.labelling.legend, prepared.normalisation
    classifier = fitted_classifier(job, prepared, events)
    shown = shares_to_leave(job, prepared)
    measured = _measured(classifier, prepared, shown, events)
    validated, factors = measured.validated, measured.factors
    held = validated.held if prepared.holds_back else Calibrated()
    kept = classifier
    if everything is not None:
        events.log("Learning from everything, held back or not.")
        kept, scaling = fitted_classifier(job, everything, events), everything.normalisation
        factors = scene_factors(kept, everything, shown, measured.temperature, events)
    for note in _told_by_name(getattr(kept, "notes", ()), legend.names, prepared.training_counts):
        events.warning(note)
    learned_from = {legend.classes[class_id - 1].name: count for class_id, count in kept.fitted_on.items()}
    told = {"pixels_learned_from": learned_from, FEATURE_IMPORTANCE: getattr(kept, "importance", {})}
    return Trained(
        kept.arrays(), validated.confusion, kept.margin_px, {key: value for key, value in told.items() if value},
        held=held,
        blocks=validated.blocks, refit={} if everything is None else {"fits": 1},
        normalisation=None if everything is None else scaling,
        measured=None if everything is None else classifier.arrays(), class_factors=factors,
    )  # fmt: skip


@dataclass(frozen=True)
class _Measured:
    """What a classifier finds of what is held back, with what its probabilities are multiplied by, and without."""

    validated: ValidatedClassifier
    factors: tuple[float, ...]
    temperature: float


def _measured(classifier: Classifier, prepared: PreparedScenes, shown: Sequence[float], events: Events) -> _Measured:
    """Measure a classifier; where shares were shown, with probabilities brought to those of the scene."""
    places = prepared.validation_places(_BLOCK_PX)

    def validated(factors: Sequence[float] = ()) -> ValidatedClassifier:
        return validate_classifier(
            classifier, prepared.scenes, places, prepared.validation_part, prepared.normalisation,
            prepared.labelling.legend, events, prepared.block_counts(len(places)), factors,
        )  # fmt: skip

    plain = validated()
    check_measured(plain.confusion.total)
    temperature = plain.held.temperature if prepared.holds_back else 1.0
    factors = scene_factors(classifier, prepared, shown, temperature, events)
    return _Measured(validated(factors) if factors else plain, factors, temperature)


def _told_by_name(notes: Sequence[str], names: Sequence[str], counts: np.ndarray) -> Iterator[str]:
    """Call classes in a classifier's notes by name, of which it knows the ids (C,) alone.

    That it saw no pixel of a class that has labelled ones, by `counts` (C,), was told before: they have no data.
    """
    for note in notes:
        class_id = note.values.get("class_id") if isinstance(note, Message) else None
        if not isinstance(note, Message) or not isinstance(class_id, int):
            yield note
        elif note.values.get("count") != 0 or not counts[class_id - 1]:
            yield Message(note.text, **{**note.values, "class_id": f"“{names[class_id - 1]}”"})


def fitted_classifier(
    job: TrainJob, prepared: PreparedScenes, events: Events, places: Optional[Sequence[SceneWindow]] = None
) -> Classifier:
    """Build a job's classifier and fit it to the training part, all of it or what lies in some places.

    Raises:
        BadInputError: When fewer than two classes have pixels to train on, or when there is no such device.
    """
    recipe, classes = job.recipe, len(prepared.labelling.legend)
    classifier: Classifier = build(recipe.model, prepared.bands, classes, recipe.model_parameters)
    train_classifier(
        classifier, prepared.scenes, prepared.training_places() if places is None else places, prepared.training_part,
        prepared.normalisation, job.seed, events, recipe.origin_weights, prepared.hiding(recipe.hidden_share),
    )  # fmt: skip
    classifier.to(classifier_device(job.device, job.threads))
    return classifier
