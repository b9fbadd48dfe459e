"""The labelling of a run: label and split rasters with their facts, made once and kept in the run's folder.

A run that is resumed uses the labels as they were when it began, whatever has become of the layer since.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ...events import Events
from ...files.json_text import read_json, shape_told
from ...files.whole_file import write_text
from ...geodata.grid import Grid, Window
from ...geodata.stack import Stack
from ...labels.few_pixels import few_pixels_notes
from ...labels.legend import Legend
from ...labels.origins import DRAWN, ORIGIN_NAMES
from ...labels.parts import PART_NAMES, UNUSED
from ...labels.sources.label_raster import Labels, label_scenes
from ...labels.splitting.kept import KeptSplit, votes_of_polygons
from ...labels.splitting.split import Split, split_labels
from ...message import Message
from ..settings.jobs import TrainJob
from ..settings.label_amount import LabelAmount
from .known_ground import KnownGround

LABELS = "labels.json"
_MOST_COUNTED = 5000


@dataclass(frozen=True)
class Labelling:
    """Label rasters and split rasters of all scenes.

    Attributes:
        legend: The classes.
        labels: One label raster for each scene.
        split: The split, with one raster for each scene.
        counts: Polygons, pixels and m² by class name, for each scene.
        origins: For each scene the raster that says where its labels come from; None where all are drawn.
        by_origin: Pixels by origin and class name, for each scene; empty where all are drawn.
        polygons_by_part: How many polygons lie in each part; empty where they weren't counted.
    """

    legend: Legend
    labels: tuple[Path, ...]
    split: Split
    counts: tuple[dict[str, Any], ...]
    origins: tuple[Optional[Path], ...] = ()
    by_origin: tuple[dict[str, dict[str, int]], ...] = ()
    polygons_by_part: dict[str, int] = field(default_factory=dict)

    @property
    def polygons(self) -> int:
        """How many polygons were drawn in all scenes; 0 where labels were rasters."""
        return sum(count["polygons"] for scene in self.counts for count in scene.values())

    @property
    def pixels(self) -> int:
        """How many pixels are labelled in all scenes."""
        return sum(count["pixels"] for scene in self.counts for count in scene.values())

    def amount(self, job: TrainJob) -> LabelAmount:
        """Tell how much is labelled, of the job that these are the labels of."""
        beside = 0
        for number, scene in enumerate(self.counts):
            found = dict(self.by_origin[number]) if number < len(self.by_origin) else {}
            if not any(count["polygons"] for count in scene.values()):
                beside += sum(count["pixels"] for count in scene.values())
            else:
                found.pop(ORIGIN_NAMES[DRAWN], None)
                beside += sum(sum(by_class.values()) for by_class in found.values())
        return LabelAmount(self.polygons, self.pixels, beside, job.has_area)

    @property
    def shares(self) -> dict[str, float]:
        """The share of each class in the labelled pixels."""
        by_class = {
            name: sum(scene[name]["pixels"] for scene in self.counts if name in scene) for name in self.legend.names
        }
        return {name: round(pixels / max(1, self.pixels), 6) for name, pixels in by_class.items()}


def labelling(
    job: TrainJob, stacks: Sequence[Stack], folder: Path, events: Events, kept: Optional[KeptSplit] = None
) -> Labelling:
    """Rasterise and split a job's labels into a folder, or take up what is there already; a split may be kept.

    The file of facts is written last, and only what it names counts: half a labelling is made anew.

    Raises:
        BadInputError: For labels that can't be trained on.
    """
    noted = folder / LABELS
    if not noted.exists():
        write_text(noted, json.dumps(_make(job, stacks, folder, events, kept), ensure_ascii=False))
    with shape_told(f"“{noted}”", "the record of a training's labels"):
        return _read(read_json(noted, "the record of a training's labels"), folder)


def _make(
    job: TrainJob, stacks: Sequence[Stack], folder: Path, events: Events, kept: Optional[KeptSplit]
) -> dict[str, Any]:
    grids = [stack.grid for stack in stacks]
    known = [KnownGround(stack) for stack in stacks] if job.has_area else []
    labels = label_scenes(job.scenes, grids, folder, job.all_touched, known)
    paths = [raster.path for raster in labels.rasters]
    seed = job.seed if job.split_seed is None else job.split_seed
    polygons, grounds = [raster.polygons for raster in labels.rasters], [stack.valid_reduced for stack in stacks]
    split = split_labels(paths, job.recipe, seed, folder, polygons, kept, grounds)
    pixels = {name: sum(raster.counts[name].pixels for raster in labels.rasters) for name in labels.legend.names}
    few = () if split.kind == "none" or split.all_over else few_pixels_notes(pixels)
    for warning in (*labels.warnings, *split.warnings, *few):
        events.warning(warning)
    tiles = [
        {part: [_numbers(window) for window in windows] for part, windows in by_part.items()}
        for by_part in split.tile_windows
    ]
    return {
        "legend": labels.legend.to_dicts(),
        "labels": [path.name for path in paths],
        "polygons_by_part": _polygons_by_part(labels, grids, split),
        "counts": [{name: count._asdict() for name, count in raster.counts.items()} for raster in labels.rasters],
        "origins": [raster.origins.name if raster.origins is not None else "" for raster in labels.rasters],
        "by_origin": [raster.by_origin for raster in labels.rasters],
        "split": {
            "kind": split.kind, "paths": [path.name for path in split.paths], "counts": split.counts,
            "description": split.description, "message": Message(split.description).to_json(),
            "block_px": split.block_px, "origins": split.origins, "tiles": tiles, "all_over": split.all_over,
        },
    }  # fmt: skip


def _polygons_by_part(labels: Labels, grids: Sequence[Grid], split: Split) -> dict[str, int]:
    """Count the polygons that have pixels in each part. Empty for rasters and for very many."""
    drawn = [(raster.polygons, grid, path) for raster, grid, path in zip(labels.rasters, grids, split.paths)]
    known = [(polygons, grid, path) for polygons, grid, path in drawn if polygons is not None]
    if not known or sum(len(polygons) for polygons, _grid, _path in known) > _MOST_COUNTED:
        return {}
    votes = np.concatenate([votes_of_polygons(polygons, grid, path) for polygons, grid, path in known])
    return {name: int(np.count_nonzero(votes[:, code])) for code, name in enumerate(PART_NAMES) if code != UNUSED}


def _read(facts: dict[str, Any], folder: Path) -> Labelling:
    noted = facts["split"]
    windows = tuple(
        {int(part): tuple(Window(*numbers) for numbers in windows) for part, windows in by_part.items()}
        for by_part in noted["tiles"]
    )
    split = Split(
        noted["kind"], tuple(folder / name for name in noted["paths"]), noted["counts"],
        Message.from_json(noted.get("message")) or noted["description"],
        tile_windows=windows, block_px=noted["block_px"], all_over=noted.get("all_over", False),
    )  # fmt: skip
    return Labelling(
        Legend.from_dicts(facts["legend"]),
        tuple(folder / name for name in facts["labels"]),
        split,
        tuple(facts["counts"]),
        tuple(folder / name if name else None for name in facts.get("origins", [""] * len(facts["labels"]))),
        tuple(facts.get("by_origin", ())),
        dict(facts.get("polygons_by_part", {})),
    )


def _numbers(window: Window) -> list[int]:
    return [window.row, window.col, window.height, window.width]
