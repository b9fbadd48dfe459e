"""Commands that tell how right a map is, and how it differs from another."""

from __future__ import annotations

import argparse
from typing import Any

from ..assessment.boundary_settings import BoundarySettings
from ..assessment.jobs import AssessBoundariesJob
from ..assessment.maps.jobs import ChangesJob
from ..assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from ..assessment.sampling.settings import SampleSettings
from ..events import Events
from ..jobs.execution import execute
from .options import (
    DONE,
    add_command,
    add_described,
    add_extent,
    add_labels,
    described_values,
    finish,
    perform_job,
    print_result,
    read_described,
    read_extent,
)


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "draw-sample", "draw random points over a map, to be answered by an analyst")
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the map")
    sub.add_argument("--other", default="", metavar="Q.tif", help="a second map: points are drawn where the two differ")
    sub.add_argument("--out", required=True, metavar="S.gpkg", help="the sample to write")
    add_described(sub, SampleSettings)
    sub.add_argument("--seed", type=int, default=0, help="the same seed draws the same points")
    finish(sub, _draw)
    sub = add_command(commands, "assess-sample", "tell accuracy and areas, with intervals, from an answered sample")
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the map")
    sub.add_argument("--other", default="", metavar="Q.tif", help="the second map, where the sample compares two")
    sub.add_argument("--sample", required=True, metavar="S.gpkg", help="the answered sample")
    sub.add_argument("--layer", default="", metavar="NAME", help="the layer, where the file has several")
    sub.add_argument("--out", default="", metavar="R.json", help="write the report there too")
    add_described(sub, AssessSampleJob)
    finish(sub, _assess)
    sub = add_command(commands, "changes", "find where two maps of a place differ, from which class to which")
    sub.add_argument("--before", required=True, metavar="P.tif", help="the first map")
    sub.add_argument(
        "--after", required=True, metavar="Q.tif", help="the second map, on whose pixels they are compared"
    )
    sub.add_argument("--out", required=True, metavar="C.tif", help="the raster of changes to write")
    finish(sub, perform_job(lambda given: ChangesJob(given.before, given.after, given.out)))
    sub = add_command(
        commands, "assess-boundaries", "tell how far boundaries of a map are off, and which objects it found"
    )
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the map")
    add_labels(sub, required=True)
    add_extent(sub)
    sub.add_argument("--out", default="", metavar="R.json", help="write the report there too")
    add_described(sub, BoundarySettings)
    add_described(sub, AssessBoundariesJob)
    finish(sub, _boundaries)


def _boundaries(given: argparse.Namespace, events: Events) -> int:
    from ..report.boundary_page import boundary_text

    job = AssessBoundariesJob(
        given.prediction,
        given.labels,
        given.class_field,
        given.layer,
        given.labelled_area,
        extent=read_extent(given),
        out=given.out,
        settings=read_described(given, BoundarySettings),
        **described_values(given, AssessBoundariesJob),
    )
    report = execute(job, events)
    if given.json:
        return print_result(given, report)
    print(boundary_text(report))
    return DONE


def _draw(given: argparse.Namespace, events: Events) -> int:
    settings = read_described(given, SampleSettings)
    result = execute(DrawSampleJob(given.prediction, given.out, settings, given.other, given.seed), events)
    if given.json:
        return print_result(given, result)
    for name, own in result["strata"].items():
        print(f"{name}: {own['points']} points of {own['pixels']:,} pixels")
    print(f"{result['points']} points in {result['out']}")
    return DONE


def _assess(given: argparse.Namespace, events: Events) -> int:
    from ..report.sample_page import sample_text

    job = AssessSampleJob(
        given.prediction, given.sample, given.layer, given.other, given.out, **described_values(given, AssessSampleJob)
    )
    report = execute(job, events)
    if given.json:
        return print_result(given, report)
    print(sample_text(report))
    return DONE
