"""The evaluation job: a prediction against labels it never saw."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import Any, Optional

import numpy as np

from ..assessment.boundaries.distances import Distances, PlaceSample, distances
from ..assessment.calibration import CalibrationTally
from ..assessment.comparison_source import BLOCK_PX, Piece, Reference
from ..assessment.confusion import Confusion
from ..assessment.headline import headline
from ..assessment.jobs import EvaluateJob
from ..errors import BadInputError
from ..events import Events
from ..files.whole_file import check_writable, write_text
from ..geodata.block_cache import blocks_read_once
from ..geodata.grid import Grid
from ..geodata.pixel_areas import row_areas_m2
from ..geodata.scene import Scene
from ..geodata.stack import Stack
from ..labels.label_places import open_places
from ..parameters import check
from ..prediction.raster.class_file import ClassFile, open_class_file
from ..report.pages.accuracy_page import question_text


def evaluate(job: EvaluateJob, events: Events) -> dict[str, Any]:
    """Compare the classes of a prediction with labels, class by class; with a labelled area, only inside it.

    Labels are polygons, points with a class, or a raster. Memory follows the windows, not the raster.

    Returns:
        classes (the legend), question (which one the figures answer, and in words), measures (see
        `Confusion.measures`), confusion (the matrix in pixels), areas (the matrix in m²; none for points), distances
        (see `Distances`, where the labels that trained are given), unit (“pixels” or “points”).

    Raises:
        BadInputError: When prediction and labels have no class or no place in common.
    """
    check(job)
    if job.out:
        check_writable(job.out)
    with blocks_read_once(*filter(None, (job.prediction, job.labels, job.probabilities))):
        report = _evaluated(job, events)
    if job.out:
        write_text(job.out, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def _evaluated(job: EvaluateJob, events: Events) -> dict[str, Any]:
    class_file = open_class_file(job.prediction)
    reference = Reference(_scene(job, job.labels), class_file.grid, class_file.legend, job.renamed)
    confusion = Confusion(len(reference.legend))
    whole, test = PlaceSample(class_file.grid), PlaceSample(class_file.grid)
    with Stack([job.prediction]) as prediction, _probabilities(job, class_file, reference) as probabilities:
        for share, piece in reference.pieces(prediction):
            events.progress(share * (0.8 if job.trained_on else 1.0), "Comparing")
            if probabilities is not None:
                probabilities.add(piece)
            if reference.points:
                confusion.add(piece.truth, piece.predicted)
                continue
            confusion.add(piece.truth, piece.predicted, row_areas_m2(class_file.grid, piece.window))
            if job.trained_on:
                whole.add(piece.window, piece.predicted > 0)
                test.add(piece.window, piece.truth > 0)
    for warning in reference.warnings:
        events.warning(warning)
    if not confusion.total:
        raise BadInputError("No labelled pixel lies where the prediction has a class. Choose labels of the same place.")
    far = _distances(job, class_file.grid, test, whole, events) if job.trained_on and not reference.points else None
    report = _report(job, reference, confusion, far)
    _leave_out_precision(report, job, confusion, events)
    report["calibration"] = probabilities.tally.report() if probabilities is not None else None
    return report


def _report(job: EvaluateJob, reference: Reference, confusion: Confusion, far: Optional[Distances]) -> dict[str, Any]:
    legend = reference.legend
    return {
        "prediction": job.prediction, "labels": job.labels, "classes": legend.to_dicts(),
        "question": {"kind": job.question, "text": question_text(job.question)},
        "unit": "points" if reference.points else "pixels",
        "measures": {**headline(confusion, legend), **confusion.measures(legend)}, "confusion": confusion.to_dict(),
        "areas": None if reference.points else confusion.areas_m2[:, 1:].tolist(),
        "distances": asdict(far) if far else None,
    }  # fmt: skip


def _leave_out_precision(report: dict[str, Any], job: EvaluateJob, confusion: Confusion, events: Events) -> None:
    """Say nothing of false alarms where none could be seen: labels of one class alone show what was missed, no more."""
    true = [entry for entry, row in zip(report["classes"], confusion.counts) if row.sum()]
    if len(true) > 1 or job.labelled_area or report["unit"] == "points":
        return
    events.warning(
        (
            "The labels hold one class alone, “{name}”. How much of the map is wrongly that class can't be told, only "
            "how much of it was found (recall). Give polygons of other classes, or a labelled area."
        ),
        name=true[0]["name"],
    )
    measures = report["measures"]
    for values in (*measures["classes"].values(), *measures["averages"].values()):
        values.update(dict.fromkeys(("precision", "f1", "iou")))
    measures.update(dict.fromkeys(("miou", "f1")))


def _scene(job: EvaluateJob, labels: str) -> Scene:
    return Scene(
        images=(job.prediction,), labels=labels, class_field=job.class_field, layer=job.layer,
        labelled_area=job.labelled_area, labelled_area_layer=job.labelled_area_layer, extent=job.extent,
    )  # fmt: skip


def _distances(
    job: EvaluateJob, grid: Grid, test: PlaceSample, whole: PlaceSample, events: Events
) -> Optional[Distances]:
    """Find how far the test labels and the map are from the labels that trained."""
    training = PlaceSample(grid)
    blocks = list(grid.blocks(BLOCK_PX // 4))
    with closing(open_places(job.trained_on, job.trained_on_layer, grid)) as places:
        for number, window in enumerate(blocks):
            events.progress(0.8 + 0.2 * number / len(blocks), "Measuring distances")
            training.add(window, places.read(window))
    return distances(training, test, whole)


class _Probabilities:
    """The probabilities that were made beside a prediction, compared with the truth."""

    def __init__(self, stack: Stack, classes: int) -> None:
        self._stack, self._classes = stack, classes
        self.tally = CalibrationTally()

    def add(self, piece: Piece) -> None:
        """Count the pixels of a piece whose class the model knows."""
        known = (piece.truth > 0) & (piece.truth <= self._classes) & (piece.predicted > 0)
        if known.any():
            values, valid = self._stack.read(piece.window)
            known &= valid
            self.tally.add(np.clip(values[:, known], 0.0, 1.0), piece.truth[known])


@contextmanager
def _probabilities(job: EvaluateJob, class_file: ClassFile, reference: Reference) -> Iterator[Optional[_Probabilities]]:
    """Open the probabilities, if they are given.

    Raises:
        BadInputError: When they don't belong to the prediction, or the labels are points.
    """
    if not job.probabilities:
        yield None
        return
    if reference.points:
        raise BadInputError("Probabilities are assessed with polygons or a raster, not with points.")
    with Stack([job.probabilities]) as stack:
        if not stack.grid.same_as(class_file.grid) or len(stack.bands) != len(class_file.legend):
            raise BadInputError(
                (
                    "“{probabilities}” doesn't hold the probabilities of “{prediction}”: its size, place or bands "
                    "differ. Predict again with probabilities, and choose both files of that run."
                ),
                probabilities=job.probabilities,
                prediction=job.prediction,
            )
        yield _Probabilities(stack, len(class_file.legend))
