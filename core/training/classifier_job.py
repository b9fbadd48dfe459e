"""A per-pixel classifier's part of the training job: fitted and measured, without torch."""

from __future__ import annotations

from ..events import Events
from ..model.catalogue import build
from ..model.classifier_device import classifier_device
from .classifier_training import train_classifier, validate_classifier
from .data.scenes import PreparedScenes
from .settings.jobs import TrainJob
from .trained import Trained


def fit_classifier(job: TrainJob, prepared: PreparedScenes, events: Events) -> Trained:
    """Fit a job's classifier.

    Raises:
        BadInputError: When fewer than two classes have pixels to train on, or when there is no such device.
        CancelledError: When the job was stopped.
    """
    recipe, legend, scaling = job.recipe, prepared.labelling.legend, prepared.normalisation
    device = classifier_device(job.device, job.threads)
    classifier = build(recipe.model, prepared.bands, len(legend), recipe.model_parameters)
    train_classifier(
        classifier,
        prepared.scenes,
        prepared.training_places(),
        prepared.training_part,
        scaling,
        job.seed,
        events,
        recipe.origin_weights,
    )
    for note in getattr(classifier, "notes", ()):
        events.warning(note)
    classifier.to(device)
    held_back = prepared.validation_places()
    confusion, temperature = validate_classifier(
        classifier, prepared.scenes, held_back, prepared.validation_part, scaling, len(legend), events
    )
    learned_from = {legend.classes[class_id - 1].name: count for class_id, count in classifier.fitted_on.items()}
    return Trained(
        classifier.arrays(), confusion, classifier.margin_px, {"pixels_learned_from": learned_from},
        temperature=temperature if prepared.holds_back else 1.0,
    )  # fmt: skip
