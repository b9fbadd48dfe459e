"""The job that tells a map's accuracy and its classes' areas from an answered sample."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from typing import Any

import numpy as np
from pyproj import CRS
from shapely import get_coordinates

from ...assessment.comparison_source import BLOCK_PX
from ...assessment.sampling.design_estimates import (
    Answers,
    DesignEstimates,
    check_strata,
    compare_two,
    estimate,
    poststratified,
)
from ...assessment.sampling.fields import CANNOT_TELL, MAPS_DIFFER
from ...assessment.sampling.file import Sample, read_sample, told
from ...assessment.sampling.jobs import AssessSampleJob
from ...comparison.map_classes import MapClasses
from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import check_writable, write_text
from ...geodata.datum import way_between
from ...geodata.grid import Grid
from ...geodata.pixel_areas import row_areas_m2
from ...labels.legend import Legend
from ...labels.names.spelling import Spellings
from ...message import Message
from ...report.pages.sample_page import DESIGNS


def assess_sample(job: AssessSampleJob, events: Events) -> dict[str, Any]:
    """Estimate accuracy and areas from a sample's answers, or which of two maps is better where they differ.

    Returns:
        classes (the legend), question, answers (counts of the answering), and either estimates (see
        `DesignEstimates`) or two_maps (see `TwoMaps`); confidence; design in words.

    Raises:
        BadInputError: For files that can't be used, answers that name no class, or too few of them.
    """
    if job.out:
        check_writable(job.out)
    sample = read_sample(job.sample, job.layer)
    if bool(job.other) != bool((sample.strata == MAPS_DIFFER).all()):
        raise BadInputError(
            "A sample drawn where two maps differ tells which of the two is better, and nothing of either alone: give "
            "both maps with it, and with other samples only one."
        )
    events.progress(0.1, "Reading the map")
    with closing(MapClasses(job.prediction)) as mapped:
        rows, cols = _pixels(sample, mapped.grid)
        classes, legend = mapped.at(rows, cols), mapped.legend
        usable = told(sample.final)
        true = np.zeros(len(sample), np.int64)
        true[usable] = _ids(sample.final[usable], legend, job.sample)
        report: dict[str, Any] = {
            "prediction": job.prediction, "sample": job.sample, "classes": legend.to_dicts(),
            "question": {"kind": "map"}, "confidence": float(job.confidence), "answers": _answering(sample),
        }  # fmt: skip
        if job.other:
            report.update(_two_maps(job, mapped, sample, classes, true, usable))
        else:
            report.update(_one_map(job, mapped, sample, classes, true, usable, events))
    for note in report["notes"]:
        events.warning(note)
    if job.out:
        write_text(job.out, json.dumps(report, indent=2, ensure_ascii=False))
    return report


def _one_map(
    job: AssessSampleJob, mapped: MapClasses, sample: Sample, classes: np.ndarray, true: np.ndarray,
    usable: np.ndarray, events: Events,
) -> dict[str, Any]:  # fmt: skip
    names, strata = np.unique(sample.strata, return_inverse=True)
    sizes = np.array([sample.stratum_px[strata == index][0] for index in range(len(names))])
    own_strata = strata[usable]
    check_strata([str(name) for name in names], own_strata)
    answers = Answers(own_strata, classes[usable].astype(np.int64), true[usable], sample.areas_m2[usable], sizes)
    design = DESIGNS[0]
    pixels, class_areas_m2 = _class_sizes(mapped, events)
    if len(names) == 1 and len(mapped.legend) > 1:
        answers, design = poststratified(answers, class_areas_m2), DESIGNS[2]
    elif not _are_strata(dict(zip(names.tolist(), sizes.tolist())), mapped.legend, pixels):
        design = DESIGNS[1]
    estimates = estimate(answers, len(mapped.legend), float(job.confidence))
    return {"estimates": asdict(estimates), "design": design,
            "notes": _notes(sample, classes, mapped.legend, estimates), "mapped_px": pixels.tolist()}  # fmt: skip


def _two_maps(
    job: AssessSampleJob, mapped: MapClasses, sample: Sample, classes: np.ndarray, true: np.ndarray, usable: np.ndarray
) -> dict[str, Any]:
    with closing(MapClasses(job.other, mapped.grid, mapped.legend)) as other:
        rows, cols = _pixels(sample, mapped.grid)
        second = other.at(rows, cols)
        both_m2 = sum(
            float(np.count_nonzero((mapped.read(window) > 0) & (other.read(window) > 0), axis=1)
                  @ row_areas_m2(mapped.grid, window))
            for window in mapped.grid.blocks(BLOCK_PX)
        )  # fmt: skip
    if not usable.any():
        raise BadInputError("No point of “{sample}” has an answer. Answer some first.", sample=job.sample)
    _check_differing(classes[usable], second[usable], job)
    share = min(1.0, float(sample.stratum_m2[0]) / both_m2) if both_m2 else 1.0
    areas = sample.areas_m2[usable]
    gain = compare_two(classes[usable], second[usable], true[usable], areas, share, float(job.confidence))
    design = DESIGNS[-1]
    return {
        "two_maps": asdict(gain), "other": job.other, "differing_share": share, "design": design,
        "notes": _answering_notes(sample),
    }  # fmt: skip


def _check_differing(first: np.ndarray, second: np.ndarray, job: AssessSampleJob) -> None:
    """Refuse maps that a sample wasn't drawn for: at its points they differ."""
    same = int(np.count_nonzero(first == second))
    if same:
        raise BadInputError(
            "At {same} of {points} points both maps say the same, so that “{sample}” was drawn for others, or one was "
            "changed since. Give the maps that it was drawn for, the first one first, or draw one for these two.",
            same=same,
            points=len(first),
            sample=job.sample,
        )


def _pixels(sample: Sample, grid: Grid) -> tuple[np.ndarray, np.ndarray]:
    """Give row and column of every point (N,); −1 where it can't be brought to the grid."""
    way = way_between(CRS.from_user_input(sample.crs), CRS.from_wkt(grid.crs.to_wkt()))
    points = get_coordinates(sample.shapes)
    if way is not None:
        points = np.column_stack(way.transform(*points.T))
    inverse = ~grid.transform
    cols = inverse.a * points[:, 0] + inverse.b * points[:, 1] + inverse.c
    rows = inverse.d * points[:, 0] + inverse.e * points[:, 1] + inverse.f
    fits = np.isfinite(cols) & np.isfinite(rows)
    row, col = (np.where(fits, np.floor(np.where(fits, one, 0)), -1).astype(np.int64) for one in (rows, cols))
    return row, col


def _ids(answers: np.ndarray, legend: Legend, path: str) -> np.ndarray:
    known = Spellings(legend.names)
    foreign = sorted({str(answer) for answer in answers if str(answer) not in known})
    if foreign:
        raise BadInputError(
            (
                "Answers of “{path}” name classes that the map doesn't have: {foreign}. The map has: {names}. "
                "“{cannot_tell}” stands for what can't be told."
            ),
            path=path,
            foreign=", ".join(foreign),
            names=", ".join(legend.names),
            cannot_tell=CANNOT_TELL,
        )
    return np.array([known.number(str(answer)) for answer in answers], np.int64)


def _class_sizes(mapped: MapClasses, events: Events) -> tuple[np.ndarray, np.ndarray]:
    """Give the pixels of each class of a map, and their area in m² (K,)."""
    counts, areas_m2 = np.zeros(256, np.int64), np.zeros(256)
    windows = list(mapped.grid.blocks(BLOCK_PX))
    for number, window in enumerate(windows):
        events.progress(0.2 + 0.8 * number / len(windows), "Counting the map's classes")
        ids = mapped.read(window)
        counts += np.bincount(ids.ravel(), minlength=256)
        of_pixels = np.repeat(row_areas_m2(mapped.grid, window), window.width)
        areas_m2 += np.bincount(ids.ravel(), of_pixels, minlength=256)
    classes = slice(1, len(mapped.legend) + 1)
    return counts[classes], areas_m2[classes]


def _are_strata(sizes: dict[str, int], legend: Legend, pixels: np.ndarray) -> bool:
    mapped_sizes = {name: int(size) for name, size in zip(legend.names, pixels) if size >= 2}
    return mapped_sizes == sizes


def _answering(sample: Sample) -> dict[str, Any]:
    twice = told(sample.answers) & told(sample.second)
    return {
        "points": len(sample), "answered": int(told(sample.final).sum()),
        "cannot_tell": int((sample.final == CANNOT_TELL).sum()), "open": int((sample.final == "").sum()),
        "second_opinions": int(twice.sum()),
        "second_agrees": int((sample.answers[twice] == sample.second[twice]).sum()),
    }  # fmt: skip


def _answering_notes(sample: Sample) -> list[str]:
    counts = _answering(sample)
    notes: list[str] = []
    if counts["open"]:
        notes.append(
            Message(
                "1 of {points} points isn't answered yet; those answered are used."
                if counts["open"] == 1
                else "{open} of {points} points aren't answered yet; those answered are used.",
                open=counts["open"],
                points=counts["points"],
            )
        )
    if counts["cannot_tell"]:
        notes.append(
            Message(
                "1 point couldn't be told and is left out."
                if counts["cannot_tell"] == 1
                else "{cannot_tell} points couldn't be told and are left out; if they are of a kind, figures lean.",
                cannot_tell=counts["cannot_tell"],
            )
        )
    return notes


def _notes(sample: Sample, classes: np.ndarray, legend: Legend, estimates: DesignEstimates) -> list[str]:
    notes = _answering_notes(sample)
    off = int(np.count_nonzero(classes == 0))
    if off:
        notes.append(
            Message(
                "1 point lies where the map has no class; it counts for areas but not for overall accuracy."
                if off == 1
                else "{off} points lie where the map has no class; they count for areas but not for overall accuracy.",
                off=off,
            )
        )
    thin = [f"“{name}”" for name, of_class in zip(legend.names, estimates.classes) if 0 < of_class.mapped < 20]
    if thin:
        notes.append(Message("Fewer than 20 points lie on {thin}: their intervals are rough.", thin=", ".join(thin)))
    return notes
