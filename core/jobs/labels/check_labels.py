"""The checking job: what is wrong with class polygons, and how the classes compare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from ...comparison.suspect_polygons import find_suspects
from ...errors import BadInputError
from ...events import Events
from ...files.unfinished import temporary_folder
from ...geodata.grid import Grid
from ...geodata.stack import Stack
from ...geodata.vector.geopackage import check_vector_target
from ...geodata.vector.vector_layer import is_vector
from ...labels.few_pixels import few_pixels_notes
from ...labels.jobs import PROBLEMS_LAYER, CheckLabelsJob
from ...labels.problems import LabelProblem, find_problems
from ...labels.sources.label_raster import LabelRaster
from ...message import Message
from ...vectorise.polygons import measured, to_map, write_layer
from .rasterise import write

_UNEVEN = 100.0
"""From this ratio of pixels on, classes are called uneven (ours)."""


def check_labels(job: CheckLabelsJob, events: Events) -> dict[str, Any]:
    """Look for problems and count the classes.

    Returns:
        out, layer, problems (number by kind), classes (name, polygons, pixels, area_m2, share), notes (what concerns
        whole classes, or couldn't be checked).

    Raises:
        BadInputError: For labels that can't be read at all, or that are a raster.
    """
    check_vector_target(job.out)
    if not is_vector(job.scene.labels):
        raise BadInputError("“{labels}” holds no polygons. Choose a polygon layer to check.", labels=job.scene.labels)
    with Stack(job.scene.images[:1]) as imagery:
        grid = imagery.grid
    events.progress(0.0, "Looking at the polygons")
    problems = find_problems(job.scene, grid)
    events.progress(0.6, "Counting the classes")
    classes, notes = _counted(job, events)
    if job.suspects and classes:
        suspects = find_suspects(job.scene, job.seed, events)
        problems, notes = [*problems, *suspects.problems], [*notes, *suspects.notes]
    _write(job.out, problems, grid)
    return {
        "out": job.out,
        "layer": PROBLEMS_LAYER,
        "problems": dict(Counter(problem.kind for problem in problems)),
        "classes": classes,
        "notes": notes,
    }


def _counted(job: CheckLabelsJob, events: Events) -> tuple[list[dict[str, Any]], list[str]]:
    """Count the classes' pixels; labels without a usable polygon have none, and a note says why."""
    with temporary_folder() as folder:
        try:
            legend, labels = write(job.scene, folder / "labels.tif", job.all_touched, events.silent())
        except BadInputError as error:
            return [], [str(error)]
    total = max(1, sum(count.pixels for count in labels.counts.values()))
    rows = [
        {"name": name, **labels.counts[name]._asdict(), "share": labels.counts[name].pixels / total}
        for name in legend.names
    ]
    return rows, _notes(labels)


def _notes(labels: LabelRaster) -> list[str]:
    pixels = {name: count.pixels for name, count in labels.counts.items()}
    notes: list[str] = [
        Message("Class “{name}” has no pixel, so it can't be learnt.", name=name)
        for name, count in pixels.items()
        if not count
    ]
    notes += few_pixels_notes(pixels)
    if len(pixels) < 2:
        notes.append("There is only one class. Draw polygons of at least two, or give a labelled area.")
    present = {name: count for name, count in pixels.items() if count}
    if present and max(present.values()) > _UNEVEN * min(present.values()):
        rare, common = min(present, key=present.__getitem__), max(present, key=present.__getitem__)
        ratio = present[common] / present[rare]
        notes.append(
            Message(
                "“{common}” has {ratio:.0f} times the pixels of “{rare}”. Draw more of “{rare}”.",
                common=common,
                ratio=ratio,
                rare=rare,
            )
        )
    return notes


def _write(out: str, problems: Sequence[LabelProblem], grid: Grid) -> None:
    placed = [problem for problem in problems if problem.shape is not None]
    shapes = to_map(np.array([problem.shape for problem in placed], dtype=object), grid)
    fields = {
        name: np.array([getattr(problem, name) for problem in placed], dtype=object)
        for name in ("kind", "class_name", "text", "suggested")
    }
    fields["certainty"] = np.array([problem.certainty for problem in placed], float)
    fields["area_m2"] = measured(shapes, grid)[0]
    write_layer(out, PROBLEMS_LAYER, shapely.to_wkb(shapes), "Unknown", fields, grid)
