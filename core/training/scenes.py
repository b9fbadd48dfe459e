"""Prepared scenes: labels rasterised, split and counted once, in the run's folder, ready for any trainer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Window
from ..geodata.normalisation import Normalisation
from ..geodata.stack import Stack
from ..jobs.events import Events
from ..jobs.specs import TrainJob
from ..labels.label_index import LabelIndex
from ..labels.label_raster import label_scenes
from ..labels.legend import Legend
from ..labels.split import Split, split_labels
from ..whole_file import write_text
from .recipe import Recipe
from .statistics import learn_normalisation
from ..labels.parts import PART_NAMES, TRAINING, VALIDATION
from .tiles import LabelledScene

if TYPE_CHECKING:
    from .network_training import TrainingData

_PREPARED = "prepared.json"
_STATISTICS_WINDOWS = 400
_CLASSIFIER_TILE = 512

Place = tuple[int, Window]


@dataclass(frozen=True)
class PreparedScenes:
    """Scenes with labels and split on disk, and what was found out about them.

    Attributes:
        scenes: Stack, labels and split of every scene.
        indexes: Where the training pixels are, per scene.
        split: How labelled pixels are used.
        legend: The classes.
        bands: Names of the bands.
        normalisation: Learned from the training pixels.
        label_counts: Polygons, pixels and m² per class name.
        recipe: Of the training.
        seed: Of every draw.
    """

    scenes: tuple[LabelledScene, ...]
    indexes: tuple[LabelIndex, ...]
    split: Split
    legend: Legend
    bands: tuple[str, ...]
    normalisation: Normalisation
    label_counts: dict[str, Any]
    recipe: Recipe
    seed: int

    @property
    def description(self) -> str:
        """One sentence on the split, for the model card."""
        return self.split.description

    @property
    def training_part(self) -> int:
        """The part of the split that training may see."""
        return BOTH if self.split.kind == "random_tiles" else TRAINING

    @property
    def validation_part(self) -> int:
        """The part that is measured on: validation, or the training pixels themselves where nothing is held back."""
        if self.split.kind == "random_tiles":
            return BOTH
        return VALIDATION if self.pixel_counts.get("validation") else TRAINING

    @property
    def pixel_counts(self) -> dict[str, dict[str, int]]:
        """Labelled pixels of every part of the split by class name."""
        return self.split.pixel_counts

    @property
    def training_counts(self) -> np.ndarray:
        """Labelled training pixels of every class (C,)."""
        return np.sum([index.class_counts for index in self.indexes], axis=0)

    def training_places(self) -> list[Place]:
        """Give windows that cover the training pixels without overlap, for per-pixel classifiers."""
        return self._covering(self.training_part, _CLASSIFIER_TILE)

    def validation_places(self, side: int = _CLASSIFIER_TILE) -> list[Place]:
        """Give windows of a side that cover what is measured on without overlap."""
        return self._covering(self.validation_part, side)

    def training_data(self, processes: int) -> TrainingData:
        """Give what a network's training needs, for a number of processes that share the work."""
        from .batches import TrainingTiles
        from .network_training import TrainingData

        tiles = TrainingTiles(self.indexes, self.split.tile_windows, self.recipe, self.seed, processes)
        validation = self.validation_places(self.recipe.tile_px)
        return TrainingData(self.scenes, tiles, validation, self.validation_part, self.normalisation)

    def close(self) -> None:
        """Close every file."""
        for scene in self.scenes:
            scene.close()

    def _covering(self, part: int, side: int) -> list[Place]:
        indexes = self.indexes if part == TRAINING else [_index(scene, part) for scene in self.scenes]
        return [(number, window) for number, index in enumerate(indexes) for window in index.cover(side, side)]


def prepare_scenes(job: TrainJob, folder: Path, events: Events) -> PreparedScenes:
    """Rasterise, split and count a job's labels into a run's folder, or take up what is there already.

    A run that is resumed uses the labels as they were when it began, whatever has become of the layer since.

    Raises:
        BadInputError: For labels or imagery that can't be trained on.
    """
    stacks = _open_stacks(job)
    noted = folder / _PREPARED
    facts = _facts(noted) if noted.exists() else _prepare(job, stacks, folder, events)
    split: Split = facts["split"]
    scenes = tuple(LabelledScene(stack, folder / name, path) for stack, name, path in zip(stacks, facts["labels"], split.paths))
    part = BOTH if split.kind == "random_tiles" else TRAINING
    indexes = tuple(_index(scene, part) for scene in scenes)
    normalisation = facts["normalisation"] or _learn(job, scenes, indexes, part, events)
    facts["normalisation"] = normalisation
    write_text(noted, json.dumps(_plain(facts), ensure_ascii=False))
    return PreparedScenes(
        scenes, indexes, split, facts["legend"], stacks[0].names, normalisation, facts["label_counts"], job.recipe, job.seed
    )


def _open_stacks(job: TrainJob) -> list[Stack]:
    stacks = [Stack(scene.images, scene.bands) for scene in job.scenes]
    for scene, stack in zip(job.scenes, stacks):
        if stack.names != stacks[0].names:
            raise BadInputError(
                f"“{scene.images[0]}” has the bands {', '.join(stack.names)}, but “{job.scenes[0].images[0]}” has "
                f"{', '.join(stacks[0].names)}. Choose the same bands in every scene."
            )
    return stacks
