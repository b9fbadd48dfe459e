"""The companions: classifiers beside a network, trained on the same labels; what all make of a pixel is averaged.

A network sees shapes and surroundings, a classifier single colours, each in its own way: where they are wrong in
different places, their mean is right more often (Hansen & Salamon 1990, doi 10.1109/34.58871).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...labels.label_index import drawing_weights
from ...model.architecture import Classifier
from ...model.companion import Companion
from ..classifier.classifier_job import fitted_classifier
from ..data.scenes import PreparedScenes, SceneWindow
from ..data.shares_shown import shares_shown
from ..settings.choices import FOREST_ELSEWHERE, WITH_CLASSIFIERS
from ..settings.few_polygons import with_all_pixels
from ..settings.jobs import TrainJob
from ..settings.recipe import Recipe

_OF = {WITH_CLASSIFIERS: ("maximum_likelihood", "svm"), FOREST_ELSEWHERE: ("random_forest",)}
"""Of all sets of classifiers these two made the best committee of few labels (ours; see benchmarks/README.md); a forest
holds best where a scene looks different."""
_WEIGHTS = {WITH_CLASSIFIERS: 1 / 3, FOREST_ELSEWHERE: 0.0}
"""What a companion's vote counts on its own scene, the network's counting 1: of points the network is far ahead of them
(ours; see benchmarks/README.md)."""
_WEIGHTS_ELSEWHERE = {WITH_CLASSIFIERS: 1.0, FOREST_ELSEWHERE: 2.0}
"""What it counts where a scene looks different: a network is surer there of what is wrong than a forest of what is
right (ours; see benchmarks/README.md)."""
_MOST_PLACES = 64
"""Of 512 by 512 pixels, which take some twenty seconds: what a network learns from is seldom more (ours)."""


@dataclass(frozen=True)
class TrainedCompanion:
    """One classifier: the one that learned from what wasn't held back, and the one that is kept."""

    recipe: Recipe
    measured: Classifier
    kept: Classifier

    @property
    def key(self) -> str:
        """Its key in the list of models."""
        return self.recipe.model

    def described(self, temperature: float) -> Companion:
        """Describe the one that is kept, for the model's card."""
        committee = self.recipe.committee
        return Companion(
            self.key, dict(self.recipe.model_parameters), self.kept.margin_px, temperature, _WEIGHTS[committee],
            _WEIGHTS_ELSEWHERE[committee],
        )  # fmt: skip


@dataclass(frozen=True)
class TrainedCompanions:
    """All classifiers beside a network, for one of `COMMITTEES`.

    Attributes:
        committee: Which.
        members: The classifiers.
        shown: The shares (C,) in which training shows the classes; empty where they are taken for the scene's.
    """

    committee: str
    members: tuple[TrainedCompanion, ...]
    shown: tuple[float, ...] = ()

    @property
    def weight(self) -> float:
        """What each one's vote counts on its own scene, where the network's counts 1."""
        return _WEIGHTS[self.committee]

    def as_measured(self) -> TrainedCompanions:
        """Give the same with those kept that were measured."""
        return replace(self, members=tuple(replace(one, kept=one.measured) for one in self.members))


def train_companions(
    job: TrainJob, prepared: PreparedScenes, everything: Optional[PreparedScenes], events: Events
) -> Optional[TrainedCompanions]:
    """Fit a recipe's companions to the training part, and others to everything where that is given.

    None where the recipe has none, or one can't be fitted, which is warned about: the network is better than nothing.
    """
    committee, members = job.recipe.committee, []
    if committee not in _OF:
        return None
    events.progress(0.0, "Training the classifiers beside the network")
    try:
        for key in _OF[committee]:
            own = replace(job, recipe=_recipe(job.recipe, key))
            events.check_cancelled()
            measured = _fitted(own, prepared, events)
            kept = measured if everything is None else _fitted(own, everything, events)
            members.append(TrainedCompanion(own.recipe, measured, kept))
    except BadInputError as error:  # one that says what is wrong with the labels, for all of them
        events.warning("No classifier can be trained beside the network, which is kept alone: {reason}",
                       reason=error.message)  # fmt: skip
        return None
    shown = shares_shown(job, prepared.labelling) if _WEIGHTS[committee] else ()
    return TrainedCompanions(committee, tuple(members), shown)


def _recipe(recipe: Recipe, key: str) -> Recipe:
    """Give a companion's recipe; one that votes on its own scene learns from every pixel, as labels are few there."""
    own = replace(recipe, model=key, model_parameters={})
    return with_all_pixels(own) if _WEIGHTS[recipe.committee] else own


def _fitted(job: TrainJob, prepared: PreparedScenes, events: Events) -> Classifier:
    """Fit one to all labels, or to those in as many places as are soon read, drawn as a network's tiles are."""
    places: Sequence[SceneWindow] = prepared.training_places()
    if len(places) > _MOST_PLACES:
        rng, side = np.random.default_rng(job.seed), places[0][1].height
        weights = drawing_weights(prepared.indexes, job.recipe.balance)
        counts = np.ceil(_MOST_PLACES * weights.sum(axis=1) / weights.sum()).astype(int)
        places = [
            (scene, window)
            for scene, index in enumerate(prepared.indexes) if len(index)
            for window in index.draw(rng, counts[scene], side, weights[scene])
        ]  # fmt: skip
    return fitted_classifier(job, prepared, events.silent(), places)
