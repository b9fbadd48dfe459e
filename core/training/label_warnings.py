"""Warnings of labels: what is labelled so sparsely, or so much in one place, that a map of the rest is a guess."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..labels.label_index import LabelIndex
from ..message import Message
from ..model.architecture import NETWORK
from ..model.catalogue import architecture
from .data.scenes import PreparedScenes
from .data.tiles import LabelledScene
from .settings.jobs import TrainJob

_FEW_PIXELS = 20
"""A class of fewer pixels is hardly more than a point (ours)."""
_ONE = (
    "Class “{name}” has only one labelled pixel: what else belongs to it can only be guessed. Draw polygons over more "
    "of it."
)
_FEW = (
    "Class “{name}” has only {count} labelled pixels: what else belongs to it can only be guessed. Draw polygons over "
    "more of it."
)
_CORNER, _LEAST_SCENE_PX = 0.05, 256 * 256
"""Labels whose frame covers less of a scene lie in one corner of it, unless the scene is small (ours)."""


def label_warnings(job: TrainJob, prepared: PreparedScenes) -> Iterator[str]:
    """Say of which classes there are hardly any pixels, and in which scenes all labels lie in one corner."""
    labelling = prepared.labelling
    is_network = architecture(job.recipe.model).kind == NETWORK  # a classifier notes it of its sample
    for name in labelling.legend.names if is_network else ():
        pixels = sum(scene[name]["pixels"] for scene in labelling.counts if name in scene)
        if 0 < pixels < _FEW_PIXELS:
            yield Message(_ONE if pixels == 1 else _FEW, name=name, count=pixels)
    if not labelling.amount(job).is_few:
        return
    for source_scene, scene in zip(job.scenes, prepared.scenes):
        share = _framed_share(scene, len(labelling.legend))
        if 0 < share < _CORNER:
            yield Message(
                "All labels lie in {share:.1f} % of “{image}”: the figures say how well the ground around them is "
                "mapped, not the rest. Draw some polygons elsewhere too; “Where a model may be trusted” (outcrop "
                "applicability) maps where the model knows nothing.",
                share=100 * share, image=Path(source_scene.images[0]).name,
            )  # fmt: skip


def _framed_share(scene: LabelledScene, classes: int) -> float:
    """Give the share of a scene that the frame around its labels covers; 1 for a small scene."""
    grid = scene.stack.grid
    if grid.width * grid.height < _LEAST_SCENE_PX:
        return 1.0
    frame = LabelIndex.build(scene.labels_path, None, 0, classes).frame
    return frame.width * frame.height / (grid.width * grid.height) if frame is not None else 0.0
