"""Scene factors: what a classifier’s probabilities are multiplied by, so that it finds what a scene has of a class."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...assessment.calibration import tempered
from ...assessment.prior_shift import believed, class_factors
from ...events import Events
from ...model.architecture import Classifier
from ..data.all_over import places_all_over
from ..data.scenes import PreparedScenes
from ..data.shares_shown import shares_shown
from ..settings.few_polygons import finds_too_much
from ..settings.jobs import TrainJob

_TELLING = 0.1
"""Labels on more of the imagery tell a classifier how often classes occur (ours; benchmarks/README.md measures it)."""
_APART = 8
"""One of so many pixels is looked at, which takes less than a second (ours)."""


def shares_to_leave(job: TrainJob, prepared: PreparedScenes) -> tuple[float, ...]:
    """Give the shares of the classes (C,) that a job's classifier was shown, where the scene's are taken instead.

    Empty where they aren't: for those that don't find too much, and where much of the imagery is labelled.
    """
    imagery = sum(scene.stack.grid.width * scene.stack.grid.height for scene in prepared.scenes)
    if not finds_too_much(job.recipe) or prepared.labelling.pixels > _TELLING * imagery:
        return ()
    return shares_shown(job, prepared.labelling)


def scene_factors(
    classifier: Classifier, prepared: PreparedScenes, shown: Sequence[float], temperature: float, events: Events
) -> tuple[float, ...]:
    """Look at tiles all over the imagery, and give the factors by class (C,); empty where nothing was shown or is seen.

    Args:
        classifier: One that is fitted.
        prepared: The imagery, scaled as it was for the fit.
        shown: The shares in which training showed the classes (C,); empty where none are looked for.
        temperature: What its probabilities were found to need.
        events: Hears a stop.

    Raises:
        CancelledError: When the job was stopped.
    """
    if not shown:
        return ()
    total, at = np.zeros(len(shown)), believed(temperature)
    for scene, window in places_all_over(prepared.scenes):
        events.check_cancelled()
        tile = prepared.scenes[scene].tile(window, None, prepared.normalisation, shows_all=True)
        if tile.valid.any():
            features = classifier.features(tile.image, tile.valid)[:, tile.valid]
            probabilities = classifier.probabilities(np.ascontiguousarray(features[:, ::_APART].T, np.float32))
            total += tempered(probabilities.T[..., None], at).sum(axis=(1, 2))
    return class_factors(total / total.sum(), np.array(shown), at) if total.any() else ()
