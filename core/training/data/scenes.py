"""Prepared scenes: stacks, labels and split of a run with what was found out about them, ready for any trainer."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Optional

import numpy as np

from ...assessment.spread import BlockCounts
from ...errors import BadInputError
from ...events import Events
from ...files.json_text import read_json, shape_told
from ...files.whole_file import write_text
from ...geodata.grid import Window
from ...geodata.normalisation import Normalisation
from ...geodata.sources.settings import EMBEDDING
from ...geodata.stack import Stack
from ...geodata.values.band_values import BandValues, Numbers
from ...geodata.values.scene_values import scene_values
from ...labels.label_index import LabelIndex
from ...labels.parts import TRAINING, UNUSED, VALIDATION
from ...labels.splitting.everything import write_everything
from ...labels.splitting.kept import KeptSplit
from ...message import Message
from ...model.base_model import BaseScaling
from ...model.model_card import MASKED
from ..settings.choices import OTHER_SCENES
from ..settings.jobs import TrainJob
from .labelling import Labelling, labelling
from .layer_hiding import LayerHiding
from .missing_data import EmptyBandsError, check_classes, empty_bands
from .statistics import NoValidPixelError, learn_normalisation
from .tiles import LabelledScene

_NORMALISATION, _NORMALISATION_OF_ALL = "normalisation.json", "normalisation_of_all.json"
_STATISTICS_WINDOWS = 400
_STATISTICS_SIDE = 64
_CLASSIFIER_SIDE = 512

SceneWindow = tuple[int, Window]
"""A scene's number and a window in it."""


@dataclass(frozen=True)
class PreparedScenes:
    """What any trainer needs of the data.

    Attributes:
        scenes: Stack, labels and split of every scene.
        indexes: Where the training pixels are, per scene.
        labelling: Legend, split and counts.
        normalisation: Learned from the training pixels.
        values: How the values of the whole scenes are distributed; None where there are hardly any.
        scales_by_scene: Whether each scene is brought to the values of all of them.
    """

    scenes: tuple[LabelledScene, ...]
    indexes: tuple[LabelIndex, ...]
    labelling: Labelling
    normalisation: Normalisation
    values: Optional[BandValues] = None
    scales_by_scene: bool = False

    @property
    def bands(self) -> tuple[str, ...]:
        """Names of the bands, the same in every scene."""
        return self.scenes[0].stack.names

    @property
    def training_part(self) -> int | None:
        """The part of the split that training may see; None where nothing is hidden, as in the leaking protocol."""
        return None if self.labelling.split.leaks else TRAINING

    @property
    def validation_part(self) -> int | None:
        """The part that is measured on; the training pixels themselves where nothing is held back."""
        return None if self.labelling.split.leaks else self._measured

    @property
    def holds_back(self) -> bool:
        """Whether what is measured on isn't what trains."""
        return self.labelling.split.kind != "none"

    @property
    def training_counts(self) -> np.ndarray:
        """Labelled training pixels of every class (C,)."""
        counts: np.ndarray = np.sum([index.class_counts for index in self.indexes], axis=0)
        return counts

    def block_counts(self, tiles: int) -> BlockCounts:
        """Give a count by place of what so many tiles show: of parts of them where labels lie all over."""
        return BlockCounts(len(self.labelling.legend), tiles, self.labelling.split.all_over)

    def training_places(self, side: int = _CLASSIFIER_SIDE) -> list[SceneWindow]:
        """Give windows of a side that cover the training pixels without overlap."""
        return self._covering(TRAINING, side)

    def validation_places(self, side: int = _CLASSIFIER_SIDE) -> list[SceneWindow]:
        """Give windows of a side that cover what is measured on, every pixel once; the leaking protocol's own tiles."""
        return self.fixed_places(VALIDATION) or self._covering(self._measured, side)

    def gap_places(self, side: int) -> list[SceneWindow]:
        """Give windows of a side that cover the labelled pixels between the parts, every pixel once."""
        return self._covering(UNUSED, side)

    def fixed_places(self, part: int) -> list[SceneWindow]:
        """Give the tiles of a part that the leaking protocol has drawn; none for any other split."""
        windows = self.labelling.split.tile_windows
        return [(number, window) for number, by_part in enumerate(windows) for window in by_part.get(part, ())]

    def pictures(self, side: int, most: int) -> list[np.ndarray]:
        """Give normalised images (B, H, W) around training pixels, at most so large and so many."""
        pictures = []
        for scene, index in zip(self.scenes, self.indexes):
            windows = index.cover(side, side)
            for window in windows[:: max(1, len(windows) // most)][:most]:
                inside = window.clipped(scene.stack.grid.height, scene.stack.grid.width)
                pictures.append(scene.scaling(self.normalisation).apply(*scene.stack.read(inside)))
        return pictures[:most]

    def hiding(self, share: float) -> Optional[LayerHiding]:
        """Give what hides layers from training tiles; None where none may be missing, or there is one alone."""
        stack = self.scenes[0].stack
        if not stack.is_masked or len(stack.sources) < 2 or not share:
            return None
        return LayerHiding(tuple(source.places for source in stack.sources), self.normalisation.fill, share)

    def close(self) -> None:
        """Close every file."""
        for scene in self.scenes:
            scene.close()

    @property
    def _measured(self) -> int:
        return VALIDATION if self.labelling.split.pixels(VALIDATION) else TRAINING

    def _covering(self, part: int, side: int) -> list[SceneWindow]:
        indexes = self.indexes if part == TRAINING else [_index(scene, part, self.labelling) for scene in self.scenes]
        return [
            (number, _on_pattern(window, side))
            for number, index in enumerate(indexes)
            for window in index.cover(side, side)
        ]


def prepare_scenes(
    job: TrainJob,
    folder: Path,
    events: Events,
    base: Optional[BaseScaling] = None,
    kept: Optional[KeptSplit] = None,
) -> PreparedScenes:
    """Open a job's scenes, label and split them into a folder, and learn how to scale them.

    What a folder holds already is taken up: a run that is resumed has the labels and the scaling that it began with.

    Args:
        job: Says which scenes, and how to split and scale them.
        folder: The run's.
        events: Hears what is odd.
        base: How the model file to start from scales, kept where it fits the imagery.
        kept: The split of an earlier run of the same scenes, which is gone on with.

    Raises:
        BadInputError: For labels or imagery that can't be trained on.
    """
    stacks = _open_stacks(job)
    for warning in dict.fromkeys(text for stack in stacks for text in stack.warnings):
        events.warning(warning)
    events.progress(0.0, "Rasterising the labels")
    labelled = labelling(job, stacks, folder, events, kept)
    values = scene_values(stacks)
    brought = _brought(stacks, values) if job.recipe.used_on == OTHER_SCENES else [None] * len(stacks)
    scenes = tuple(
        LabelledScene(*files) for files in zip(stacks, labelled.labels, labelled.split.paths, labelled.origins, brought)
    )
    indexes = tuple(_index(scene, TRAINING, labelled) for scene in scenes)
    if not sum(len(index) for index in indexes):
        raise BadInputError("No labelled pixel is left to train on. Draw more polygons, or hold back a smaller share.")
    events.progress(0.0, "Looking at the imagery's values")
    is_new = not (folder / _NORMALISATION).exists()
    normalisation = _noted_normalisation(folder / _NORMALISATION, job, scenes, indexes, events, base, values)
    if is_new:
        check_classes(scenes, indexes, labelled.legend.names, events)
    return PreparedScenes(scenes, indexes, labelled, normalisation, values, any(brought))


def of_everything(prepared: PreparedScenes, job: TrainJob, folder: Path) -> PreparedScenes:
    """Give the same scenes with all labels in the training part, but those of a test part; scaled by all of them.

    A training that goes on from a model stays with the scaling that its weights know.

    What the folder holds already is taken up. The imagery is that of `prepared`, which stays open.
    """
    split = prepared.labelling.split
    paths = tuple(path.with_name(f"{path.stem}_of_all.tif") for path in split.paths)
    for scene, path in zip(prepared.scenes, paths):
        if not path.exists():
            write_everything(scene.labels_path, scene.split_path, path)
    labelled = replace(prepared.labelling, split=replace(split, kind="none", paths=paths, tile_windows=()))
    scenes = tuple(scene.parted(path) for scene, path in zip(prepared.scenes, paths))
    indexes = tuple(_index(scene, TRAINING, labelled) for scene in scenes)
    normalisation = prepared.normalisation
    if not job.start_from:
        noted = folder / _NORMALISATION_OF_ALL
        normalisation = _noted_normalisation(noted, job, scenes, indexes, Events(), None)
    return PreparedScenes(scenes, indexes, labelled, normalisation, scales_by_scene=prepared.scales_by_scene)


def _brought(stacks: Sequence[Stack], together: Optional[BandValues]) -> list[Optional[tuple[Numbers, Numbers]]]:
    """Give for each of several scenes its values' quantiles and those of all; None where it has hardly any values."""
    if together is None or len(stacks) < 2:
        return [None] * len(stacks)
    by_scene = [scene_values([stack]) for stack in stacks]
    return [(values.quantiles, together.quantiles) if values is not None else None for values in by_scene]


def _noted_normalisation(
    noted: Path,
    job: TrainJob,
    scenes: Sequence[LabelledScene],
    indexes: Sequence[LabelIndex],
    events: Events,
    base: Optional[BaseScaling],
    seen: Optional[BandValues] = None,
) -> Normalisation:
    """Learn how to scale the bands and note it, or take up what was noted."""
    if not noted.exists():
        write_text(noted, json.dumps(_normalisation(job, scenes, indexes, events, base, seen).to_dict()))
    with shape_told(f"“{noted}”", "the record of a training's scaling"):
        return Normalisation.from_dict(read_json(noted, "the record of a training's scaling"))


def _normalisation(
    job: TrainJob,
    scenes: Sequence[LabelledScene],
    indexes: Sequence[LabelIndex],
    events: Events,
    base: Optional[BaseScaling],
    seen: Optional[BandValues],
) -> Normalisation:
    names = scenes[0].stack.names
    try:
        learned, warnings = learn_normalisation(
            _samples(scenes, indexes, job.seed), names, job.recipe.normalisation, job.seed,
            embeddings=_embeddings(scenes[0].stack), is_masked=scenes[0].stack.is_masked,
        )  # fmt: skip
    except NoValidPixelError as error:
        empty = empty_bands(scenes, indexes)
        if not 0 < len(empty) < len(names):
            raise
        raise EmptyBandsError(job.scenes[0].images[0], names, empty) from error
    for warning in warnings:
        events.warning(warning)
    if base is None:
        return learned
    fitting = base.fitted(learned, seen)
    if fitting is learned:
        events.warning(
            "The imagery's values are of another range than those the model was trained on; they are scaled anew, "
            "and the model has to get used to that."
        )
    elif fitting is not base.normalisation:
        events.log(
            "The imagery looks different from what the model was trained on: its values are brought to those by their "
            "percentiles."
        )
    return fitting


def _open_stacks(job: TrainJob) -> list[Stack]:
    is_masked = job.recipe.missing_layers == MASKED
    stacks = [Stack(scene.images, scene.bands, scene.sources, is_masked=is_masked) for scene in job.scenes]
    for scene, stack in zip(job.scenes, stacks):
        if _neutral_names(stack) != _neutral_names(stacks[0]):
            raise BadInputError(
                (
                    "“{image}” has the bands {names}, but “{scene_images}” has {stack_names}. Choose the same bands in "
                    "every scene."
                ),
                image=scene.images[0],
                names=", ".join(stack.names),
                scene_images=job.scenes[0].images[0],
                stack_names=", ".join(stacks[0].names),
            )
        _check_kinds(stack, stacks[0])
    return stacks


def _check_kinds(stack: Stack, first: Stack) -> None:
    """Refuse scenes whose bands of one name aren't the same kind of number, or not of the same unit."""
    for band, other in zip(stack.bands, first.bands):
        kinds = {one.settings.role for one in (band, other)}
        units = {one.unit for one in (band, other)} - {""}
        for what, found in ((Message("role"), kinds), (Message("unit"), units)):
            if len(found) > 1:
                raise BadInputError(
                    "“{band}” has another {what} in “{image}” than in “{first}”: {found}. Bring both to one.",
                    band=band.name,
                    what=what,
                    image=stack.images[band.image],
                    first=first.images[other.image],
                    found=", ".join(sorted(found)),
                )


def _embeddings(stack: Stack) -> list[tuple[int, ...]]:
    return [source.places for source in stack.sources if source.settings.role == EMBEDDING]


def _neutral_names(stack: Stack) -> list[str]:
    """Give the bands' names without those of their files, which bands without a name of their own are called after."""
    stems = [f"{Path(stack.images[band.image]).stem} " for band in stack.bands]
    return [name[len(stem) :] if name.startswith(stem) else name for name, stem in zip(stack.names, stems)]


def _index(scene: LabelledScene, part: int, labelled: Labelling) -> LabelIndex:
    return LabelIndex.build(scene.labels_path, scene.split_path, part, len(labelled.legend))


def _samples(
    scenes: Sequence[LabelledScene], indexes: Sequence[LabelIndex], seed: int
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Give images and masks of labelled training pixels: all small windows, or a random choice of them."""
    scene_windows = [
        (scene, window)
        for scene, index in zip(scenes, indexes)
        for window in index.cover(_STATISTICS_SIDE, _STATISTICS_SIDE)
    ]
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(scene_windows), min(len(scene_windows), _STATISTICS_WINDOWS), replace=False)
    for scene, window in (scene_windows[index] for index in np.sort(chosen)):
        yield scene.labelled_pixels(window, TRAINING)


def _on_pattern(window: Window, side: int) -> Window:
    """Put a window that was shifted to end with the grid back on the pattern, so that windows never overlap."""
    row, col = (start if start < 0 else -(-start // side) * side for start in (window.row, window.col))
    return Window(row, col, side, side)
