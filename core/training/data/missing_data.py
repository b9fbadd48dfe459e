"""Missing data: bands and classes that have no value where the labels are, told by name before anything is learned."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...errors import BadInputError
from ...events import Events
from ...labels.label_index import LabelIndex
from ...labels.parts import TRAINING
from ...message import Message
from .tiles import LabelledScene

_SIDE, _MOST_NAMED = 256, 10


class EmptyBandsError(BadInputError):
    """Some bands, though not all, have no value wherever there are labels; `facts` name them by place from 0."""

    def __init__(self, image: str, names: Sequence[str], empty: Sequence[int]) -> None:
        listed = _listed([names[index] for index in empty])
        super().__init__(
            "“{image}” has no data in band {bands} wherever there are labels. Leave it out, or draw polygons where it "
            "has data."
            if len(empty) == 1
            else "“{image}” has no data in bands {bands} wherever there are labels. Leave them out, or draw polygons "
            "where these have data.",
            image=Path(image).name,
            bands=listed,
        )
        self.facts = {"empty_bands": list(empty)}


def empty_bands(scenes: Sequence[LabelledScene], indexes: Sequence[LabelIndex]) -> list[int]:
    """Find the bands, by place in the stack, that have no value at any labelled training pixel of any scene."""
    empty = np.ones(len(scenes[0].stack.bands), bool)
    for scene, index in zip(scenes, indexes):
        for window in index.cover(_SIDE, _SIDE):
            labelled = scene.labels(window, TRAINING) > 0
            empty &= ~(scene.stack.valid_by_band(window) & labelled).any(axis=(1, 2))
    return np.flatnonzero(empty).tolist()


def check_classes(
    scenes: Sequence[LabelledScene], indexes: Sequence[LabelIndex], names: Sequence[str], events: Events
) -> None:
    """Tell which classes lie only where the imagery has no data, as beyond its edge or under masked clouds.

    Args:
        scenes: The scenes.
        indexes: Their training pixels.
        names: The classes' names, of ids 1…C.
        events: Hears which classes won't be found.

    Raises:
        BadInputError: Fewer than two classes are left.
    """
    labelled = {class_index + 1 for index in indexes for class_index in np.flatnonzero(index.class_counts).tolist()}
    without = sorted(_without_data(scenes, indexes, labelled))
    if not without:
        return
    listed = _listed([names[number - 1] for number in without])
    if len(labelled) - len(without) < 2:
        raise BadInputError(
            "Fewer than two classes are left: {classes} lies only where some band of the imagery has no data. Draw "
            "polygons elsewhere, leave out bands with gaps, or give a labelled area: what else lies inside it is "
            "background."
            if len(without) == 1
            else "Fewer than two classes are left: {classes} lie only where some band of the imagery has no data. Draw "
            "polygons elsewhere, leave out bands with gaps, or give a labelled area: what else lies inside it is "
            "background.",
            classes=listed,
        )
    events.warning(
        Message(
            "{classes} lies only where some band of the imagery has no data, and will not be found. Draw polygons "
            "elsewhere, or leave out bands with gaps."
            if len(without) == 1
            else "{classes} lie only where some band of the imagery has no data, and will not be found. Draw polygons "
            "elsewhere, or leave out bands with gaps.",
            classes=listed,
        )
    )


def _without_data(scenes: Sequence[LabelledScene], indexes: Sequence[LabelIndex], labelled: set[int]) -> set[int]:
    """Look for a pixel with data of every class; imagery is read only where a class is that has none yet."""
    wanted = set(labelled)
    for scene, index in zip(scenes, indexes):
        for window in index.cover(_SIDE, _SIDE):
            if not wanted:
                return wanted
            labels = scene.labels(window, TRAINING)
            if wanted.intersection(np.unique(labels).tolist()):
                _image, valid = scene.stack.read(window)
                wanted.difference_update(np.unique(labels[valid]).tolist())
    return wanted


def _listed(names: Sequence[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in names[:_MOST_NAMED])
    if len(names) <= _MOST_NAMED:
        return listed
    return Message("{bands} and {count} more", bands=listed, count=len(names) - _MOST_NAMED)
