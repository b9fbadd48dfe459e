"""The committee: classifiers beside a network, trained on the same labels; what all make of a pixel is averaged.

A network sees shapes and surroundings, a classifier single colours, each in its own way: where they are wrong in
different places, their mean is right more often (Hansen & Salamon 1990, doi 10.1109/34.58871).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from typing import Any, Optional

import numpy as np
import torch

from ..assessment.agreement import Agreement
from ..assessment.calibration import tempered
from ..assessment.confusion import Confusion
from ..assessment.headline import headline
from ..assessment.prior_shift import class_factors, shifted, shown_shares
from ..errors import BadInputError
from ..events import Events
from ..geodata.grid import Window
from ..labels.legend import Legend
from ..model.architecture import Classifier
from ..model.companion import Companion, joined_arrays
from ..model.model_card import COMMITTEE
from ..prediction.operating_points import Held, count_probabilities
from .calibrating import picked
from .classifier_job import fitted_classifier
from .classifier_training import validate_classifier
from .data.batches import BatchReader, LabelledBatch
from .data.labelling import Labelling
from .data.scenes import PreparedScenes, SceneWindow
from .data.tiles import LabelledScene
from .network_training import NetworkTraining
from .settings.choices import FOREST_ELSEWHERE, WITH_CLASSIFIERS
from .settings.few_polygons import with_all_pixels
from .settings.jobs import TrainJob
from .settings.recipe import Recipe
from .settings.refit import are_few_labels
from .trained import Trained
from .validation import logits_of

_OF = {WITH_CLASSIFIERS: ("maximum_likelihood", "svm"), FOREST_ELSEWHERE: ("random_forest",)}
"""Of all sets of classifiers these two made the best committee of few labels (ours; see benchmarks/README.md); a forest
holds best where a scene looks different."""
_WEIGHTS = {WITH_CLASSIFIERS: 1 / 3, FOREST_ELSEWHERE: 0.0}
"""What a companion's vote counts on its own scene, the network's counting 1: of points the network is far ahead of them
(ours; see benchmarks/README.md)."""
_WEIGHTS_ELSEWHERE = {WITH_CLASSIFIERS: 1.0, FOREST_ELSEWHERE: 2.0}
"""What it counts where a scene looks different: a network is surer there of what is wrong than a forest of what is
right (ours; see benchmarks/README.md)."""
_CALIBRATED_TILES = 100
_ROUGH = 0.5, 2.0
"""Temperatures that a few polygons told are believed no further where shares are looked for (ours)."""
_AGREED_TILES, _AGREED_PX = 32, 192
"""On so many tiles of the imagery it is seen how far the models agree: that takes some seconds (ours)."""
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
    return TrainedCompanions(committee, tuple(members), _shown(job, prepared.labelling))


def _shown(job: TrainJob, labelling: Labelling) -> tuple[float, ...]:
    """Give the shares in which training shows the classes, where labels are few and by choice, of the scene to map."""
    recipe = job.recipe
    is_of_few = recipe.adapt_to_few and are_few_labels(labelling.polygons, labelling.pixels, job.has_area)
    if not is_of_few or recipe.maps_other_scenes or not _WEIGHTS[recipe.committee]:
        return ()
    shares = np.array([labelling.shares[name] for name in labelling.legend.names])
    return tuple(shown_shares(shares, recipe.balance).tolist())


def _recipe(recipe: Recipe, key: str) -> Recipe:
    """Give a companion's recipe; one that votes on its own scene learns from every pixel, as labels are few there."""
    own = replace(recipe, model=key, model_parameters={})
    return with_all_pixels(own) if _WEIGHTS[recipe.committee] else own


def _fitted(job: TrainJob, prepared: PreparedScenes, events: Events) -> Classifier:
    """Fit one to all labels, or to those in as many places as are soon read, drawn as a network's tiles are."""
    places: Sequence[SceneWindow] = prepared.training_places()
    if len(places) > _MOST_PLACES:
        rng, side = np.random.default_rng(job.seed), places[0][1].height
        total = int(prepared.training_counts.sum())
        places = [
            (scene, window)
            for scene, index in enumerate(prepared.indexes) if len(index)
            for window in index.draw(rng, -(-_MOST_PLACES * len(index) // total), side, job.recipe.balance)
        ]  # fmt: skip
    return fitted_classifier(job, prepared, events.silent(), places)


@dataclass(frozen=True)
class Together:
    """What a network and its companions find together of what is held back.

    Attributes:
        confusion: The confusion matrix.
        blocks: Pixels by group of tiles, true and predicted class (G, C, C).
        alone: What each finds alone, by the model's key.
        counts: What is held back by their probabilities; see `operating_points`.
    """

    confusion: Confusion
    blocks: np.ndarray
    alone: dict[str, Confusion]
    counts: dict[str, Any]

    def told(self, legend: Legend) -> dict[str, dict[str, float]]:
        """Give the headline measures of each model alone, by its key."""
        return {key: headline(confusion, legend) for key, confusion in self.alone.items()}


@dataclass(frozen=True)
class Voted:
    """The companions' temperatures, and what they find with their network where they vote on their own scene."""

    temperatures: tuple[float, ...]
    together: Optional[Together]


def measured_companions(
    training: NetworkTraining, temperature: float, companions: TrainedCompanions, model: str
) -> Voted:
    """Measure companions, and their network with them where they vote on their own scene, on its validation tiles.

    Args:
        training: Of the network, which is at its best epoch.
        temperature: Of the network.
        companions: Those that learned from the same part count.
        model: The network's key.
    """
    data, scene_windows = training.data, training.measured
    training.events.progress(1.0, "Measuring the committee")
    if not companions.weight:  # a few tiles tell their temperatures
        scene_windows = scene_windows[:: -(-len(scene_windows) // _CALIBRATED_TILES) or 1]
    alone = {
        one.key: validate_classifier(
            one.measured, data.scenes, scene_windows, data.validation_part, data.normalisation, data.legend,
            training.events.silent(), data.block_counts(len(scene_windows)),
        )
        for one in companions.members
    }  # fmt: skip
    found = tuple(validated.held.temperature for validated in alone.values())
    if not companions.weight:
        return Voted(found, None)
    confusions = {key: validated.confusion for key, validated in alone.items()}
    return Voted(found, _together(training, (temperature, *found), companions, confusions, model))


def _together(
    training: NetworkTraining, temperatures: Sequence[float], companions: TrainedCompanions,
    alone: dict[str, Confusion], model: str,
) -> Together:  # fmt: skip
    """Measure a network and its companions, their calibrated probabilities averaged."""
    data, scene_windows = training.data, training.measured
    classes = len(data.legend)
    confusion, of_network, blocks = Confusion(classes), Confusion(classes), data.block_counts(len(scene_windows))
    weights = 1.0, *[companions.weight] * len(companions.members)
    measured = [one.measured for one in companions.members]
    factors = _seen_all_over(training, measured, companions, temperatures)[0] if companions.shown else ()
    held: list[Held] = []
    random = np.random.default_rng(0)
    with _tiles(training, scene_windows, data.validation_part) as tiles:
        for tile in tiles:
            labels = tile.labels[0].numpy()
            if not (labels > 0).any():
                blocks.skip(1)
                continue
            every = _of_network(training, tile), *(_of_classifier(one.measured, tile) for one in companions.members)
            shares = _mean([shifted(own, factors) for own in every], temperatures, weights)
            mean: np.ndarray = shares.argmax(axis=0) + 1
            of_network.add(labels, every[0].argmax(axis=0) + 1)
            confusion.add(labels, mean)
            blocks.add(labels[None], mean[None])
            held.append(picked(shares, labels, random))
    return Together(confusion, blocks.counts, {model: of_network, **alone}, count_probabilities(held, data.legend))


def with_companions(
    trained: Trained, learned: NetworkTraining, companions: TrainedCompanions, voted: Voted, prepared: PreparedScenes
) -> Trained:
    """Give a network with its companions beside it; none learned from everything without the others.

    Where they vote on their own scene, what is told is what all find together, and how far they agree: unless labels
    lie all over, so that what is held back stands for the rest of the scene.

    Args:
        trained: The network that is kept.
        learned: Its training.
        companions: The classifiers.
        voted: What was measured of them.
        prepared: The data, some of which was held back.
    """
    companions = companions if trained.refit else companions.as_measured()
    together, members = voted.together, companions.members
    temperatures = voted.temperatures if prepared.holds_back else (1.0,) * len(members)
    every = replace(
        trained, arrays=joined_arrays(trained.arrays, [one.kept.arrays() for one in members]),
        companions=tuple(one.described(found) for one, found in zip(members, temperatures)),
        measured=trained.measured and joined_arrays(trained.measured, [one.measured.arrays() for one in members]),
    )  # fmt: skip
    if together is None:
        return every
    told: dict[str, Any] = {COMMITTEE: together.told(prepared.labelling.legend)}
    kept = [one.kept for one in members]
    factors, agreement = _seen_all_over(learned, kept, companions, (trained.held.temperature, *temperatures))
    return replace(
        every, held=replace(trained.held, counts=together.counts if prepared.holds_back else {}),
        confusion=together.confusion, blocks=together.blocks, provenance={**trained.provenance, **told},
        class_factors=factors,
        agreement={} if prepared.labelling.split.all_over else agreement,
    )  # fmt: skip


def _seen_all_over(
    training: NetworkTraining, classifiers: Sequence[Classifier], companions: TrainedCompanions,
    temperatures: Sequence[float],
) -> tuple[tuple[float, ...], dict[str, float]]:  # fmt: skip
    """Look at tiles all over the imagery, whose labels aren't looked at, with a network and its classifiers.

    Returns:
        What probabilities are multiplied by, by class, empty for nothing; and how far the network agrees with the
        classifiers, each mapping as the labels tell it: shares that are all models' mean say little of one alone.
    """
    agreement, random = Agreement(len(classifiers), training.data.legend), np.random.default_rng(0)
    weights, rough = (1.0, *[companions.weight] * len(classifiers)), np.clip(temperatures, *_ROUGH).tolist()
    total = np.zeros(len(training.data.legend))
    places = [_drawn(training.data.scenes, random) for _ in range(_AGREED_TILES)]
    with _tiles(training, places, None) as tiles:
        for tile in tiles:
            valid = tile.valid[0].numpy()
            every = _of_network(training, tile), *(_of_classifier(one, tile) for one in classifiers)
            total += _mean(every, rough, weights)[:, valid].sum(axis=1)
            classes, *others = (np.where(valid, own.argmax(axis=0) + 1, 0) for own in every)
            agreement.add(classes, others)
    shows = bool(companions.shown) and total.any()
    return class_factors(total / total.sum(), np.array(companions.shown)) if shows else (), agreement.told()


def _drawn(scenes: Sequence[LabelledScene], random: np.random.Generator) -> SceneWindow:
    """Draw a tile anywhere in one of the scenes, a large one as much oftener as it has more pixels."""
    shapes = [(scene.stack.grid.height, scene.stack.grid.width) for scene in scenes]
    pixels = np.array([height * width for height, width in shapes], float)
    number = int(random.choice(len(scenes), p=pixels / pixels.sum()))
    row, col = (int(random.integers(max(1, length - _AGREED_PX + 1))) for length in shapes[number])
    return number, Window(row, col, _AGREED_PX, _AGREED_PX)


@contextmanager
def _tiles(
    training: NetworkTraining, scene_windows: Sequence[SceneWindow], part: int | None
) -> Iterator[Iterator[LabelledBatch]]:
    """Read tiles one by one for a network that doesn't learn meanwhile, with the labels of a part, None for all."""
    data, network = training.data, training.learner.network

    def heard(tile: LabelledBatch) -> LabelledBatch:
        training.events.check_cancelled()
        return tile

    was_training = network.training
    network.eval()
    try:
        with closing(BatchReader(data.scenes, data.normalisation)) as reader:
            alone = [[scene_window] for scene_window in scene_windows]
            yield map(heard, reader.read(alone, part, _as_it_is, shows_all=True))
    finally:
        network.train(was_training)


def _as_it_is(_position: int, _number: int, tile: LabelledBatch) -> LabelledBatch:
    return tile


def _mean(shares: Sequence[np.ndarray], temperatures: Sequence[float], weights: Sequence[float]) -> np.ndarray:
    """Give the weighted mean of probabilities (C, H, W), each with its temperature."""
    calibrated = [tempered(own, temperature) for own, temperature in zip(shares, temperatures)]
    return np.asarray(np.average(calibrated, axis=0, weights=weights))


def _of_network(training: NetworkTraining, tile: LabelledBatch) -> np.ndarray:
    """Give a network's probabilities (C, H, W) of a tile."""
    shares: np.ndarray = (
        torch.softmax(logits_of(training.learner.network, tile, training.device)[0], dim=0).cpu().numpy()
    )
    return shares


def _of_classifier(classifier: Classifier, tile: LabelledBatch) -> np.ndarray:
    """Give a classifier's probabilities (C, H, W) of a tile; 0 where it has no data."""
    valid = tile.valid[0].numpy()
    features = classifier.features(tile.images[0].numpy(), valid)
    probabilities = classifier.probabilities(np.ascontiguousarray(features[:, valid].T, np.float32))
    shares = np.zeros((probabilities.shape[1], *valid.shape), np.float32)
    shares[:, valid] = probabilities.T
    return shares
