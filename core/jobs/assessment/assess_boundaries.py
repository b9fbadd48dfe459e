"""The job that assesses boundaries, objects and linear features of a map."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import asdict
from typing import Any, Optional

import numpy as np

from ...assessment.boundaries.boundary_distances import BoundaryTally, contacts
from ...assessment.boundaries.line_lengths import LineTally
from ...assessment.boundaries.objects import Objects, objects
from ...assessment.comparison_source import Reference
from ...assessment.conformal import contact_margin
from ...assessment.jobs import AssessBoundariesJob
from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import check_writable, write_text
from ...geodata.block_cache import blocks_read_once
from ...geodata.grid import Grid, Window
from ...geodata.pixel_areas import metres_per_pixel
from ...geodata.scene import Scene
from ...geodata.stack import Stack
from ...parameters import check
from ...prediction.raster.class_file import open_class_file

_WINDOW_PX, _MOST_HALO_PX, _BLOCK_PX = 1024, 512, 64
_REACH = 10.0
"""Distances are measured up to so many tolerances."""
_MOST_OBJECT_PX = 225_000_000


def assess_boundaries(job: AssessBoundariesJob, events: Events) -> dict[str, Any]:
    """Compare boundaries and patches of a prediction with those of labels, only where there are labels.

    Boundaries and lines are worked through window by window; objects are counted as a whole, up to 15,000 × 15,000
    pixels.

    Returns:
        classes, contacts (measures of all boundaries), boundaries, objects and lines by class, margin (see
        `ContactMargin`), notes.

    Raises:
        BadInputError: When the labels can't be used or hold no boundary.
    """
    check(job.settings)
    if job.out:
        check_writable(job.out)
    with blocks_read_once(job.prediction, job.labels):
        report = _assessed(job, events)
    if job.out:
        write_text(job.out, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def _assessed(job: AssessBoundariesJob, events: Events) -> dict[str, Any]:
    class_file = open_class_file(job.prediction)
    scene = Scene(
        images=(job.prediction,), labels=job.labels, class_field=job.class_field, layer=job.layer,
        labelled_area=job.labelled_area, labelled_area_layer=job.labelled_area_layer, extent=job.extent,
    )  # fmt: skip
    reference = Reference(scene, class_file.grid, class_file.legend, job.renamed)
    if reference.points:
        raise BadInputError(
            "“{labels}” holds points, which have no boundary. Choose polygons or a raster.", labels=job.labels
        )
    tallies = _Tallies(job, class_file.grid, len(reference.legend))
    with reference.reading() as read, Stack([job.prediction]) as prediction:
        tallies.measure(read, prediction, events)
        counted = _objects(job, class_file.grid, read, prediction, len(reference.legend), events)
    if not tallies.met:
        raise BadInputError("No labelled pixel lies where the prediction has a class. Choose labels of the same place.")
    if not tallies.contacts.to_predicted.any():
        raise BadInputError(
            (
                "“{labels}” shows no boundary between two classes. Choose labels that are complete inside an area: "
                "with a labelled area what no polygon covers is background, and polygons get boundaries."
            ),
            labels=job.labels,
        )
    report = {
        "prediction": job.prediction, "labels": job.labels, "classes": reference.legend.to_dicts(),
        "settings": asdict(job.settings), **tallies.report(reference.legend.names),
        "objects": {
            name: {**asdict(measures), "missed": measures.missed}
            for name, measures in zip(reference.legend.names, counted or ())
        },
    }  # fmt: skip
    if counted is None:
        report["notes"].append("Objects weren't counted: the map is too large. Choose an extent.")
    for note in (*reference.warnings, *report["notes"]):
        events.warning(note)
    return report


class _Tallies:
    """Everything that is counted window by window; `met` says whether any labelled pixel has a class in the map."""

    def __init__(self, job: AssessBoundariesJob, grid: Grid, classes: int) -> None:
        settings = job.settings
        across, down = metres_per_pixel(grid)
        self._step, self._grid, self._settings = (down, across), grid, settings
        reach = min(_REACH * settings.tolerance_m, _MOST_HALO_PX * min(across, down))
        if reach < settings.tolerance_m:
            raise BadInputError(
                (
                    "A tolerance of {tolerance_m:,.0f} m is too wide for pixels of {smallest:,.2f} m: at most "
                    "{most_halo_px} of them can be looked at. Choose a smaller one."
                ),
                tolerance_m=settings.tolerance_m,
                smallest=min(across, down),
                most_halo_px=_MOST_HALO_PX,
            )
        self._halo = math.ceil(reach / min(across, down)) + 1
        self._block = max(4, round(settings.block_m / max(across, down))) if settings.block_m else _BLOCK_PX
        self.met = False
        self.contacts = BoundaryTally(reach, settings.tolerance_m)
        self.classes = [BoundaryTally(reach, settings.tolerance_m) for _ in range(classes)]
        self.lines = [LineTally(settings.tolerance_m) for _ in range(classes if settings.linear else 0)]

    def measure(self, read: Callable[[Window], np.ndarray], prediction: Stack, events: Events) -> None:
        """Count every window."""
        windows = list(self._grid.blocks(_WINDOW_PX))
        for number, window in enumerate(windows):
            events.progress(0.9 * number / len(windows), "Measuring boundaries")
            wide = window.padded(self._halo).clipped(self._grid.height, self._grid.width)
            true, predicted = read(wide), _classes(prediction, wide)
            if true.any():
                self.met |= bool(((true > 0) & (predicted > 0)).any())
                self._add(window, wide, true, predicted)

    def _add(self, window: Window, wide: Window, true: np.ndarray, predicted: np.ndarray) -> None:
        valid = (true > 0) & (predicted > 0)
        core = np.zeros(wide.shape, bool)
        row, col = window.row - wide.row, window.col - wide.col
        core[row : row + window.height, col : col + window.width] = True
        rows = (np.arange(wide.height) + wide.row) // self._block
        cols = (np.arange(wide.width) + wide.col) // self._block
        blocks = np.stack(np.broadcast_arrays(rows[:, None], cols[None, :]), axis=-1)
        self.contacts.add(contacts(true, valid), contacts(predicted, valid), core, self._step, blocks)
        present = np.union1d(true[valid], predicted[valid]).tolist()
        for number in present:
            both = (contacts(one, valid, number) for one in (true, predicted))
            self.classes[number - 1].add(*both, core, self._step)
            if self.lines:
                masks = ((one == number) & valid for one in (true, predicted))
                self.lines[number - 1].add(*masks, core, self._step)

    def report(self, names: tuple[str, ...]) -> dict[str, Any]:
        """Give all measures, and the margin where there are blocks enough."""
        settings, margin, notes = self._settings, None, []
        try:
            counts = np.array(list(self.contacts.blocks.values())).reshape(len(self.contacts.blocks), -1)
            margin = asdict(contact_margin(counts, self.contacts.upper_m, settings.confidence))
        except BadInputError as error:
            notes.append(str(error))
        return {
            "contacts": self.contacts.measures(), "margin": margin, "notes": notes,
            "boundaries": {name: tally.measures() for name, tally in zip(names, self.classes)},
            "lines": {name: tally.measures() for name, tally in zip(names, self.lines)},
            "reach_m": self.contacts.reach_m, "block_px": self._block,
        }  # fmt: skip


def _objects(
    job: AssessBoundariesJob, grid: Grid, read: Callable[[Window], np.ndarray], prediction: Stack, classes: int,
    events: Events,
) -> Optional[list[Objects]]:  # fmt: skip
    """Count the objects of every class; None where the map is too large."""
    window = grid.window_of(job.extent) if job.extent else grid.window
    if window.height * window.width > _MOST_OBJECT_PX:
        return None
    events.progress(0.9, "Counting objects")
    true, predicted = read(window), _classes(prediction, window)
    valid = (true > 0) & (predicted > 0)
    share = job.settings.object_share
    return [objects(true == number, predicted == number, valid, share) for number in range(1, classes + 1)]


def _classes(prediction: Stack, window: Window) -> np.ndarray:
    values, valid = prediction.read(window)
    return np.asarray(np.where(valid, values[0], 0))
