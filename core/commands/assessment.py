"""Commands that tell how right a map is from a sample of its pixels."""

from __future__ import annotations

import argparse
from typing import Any

from ..assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from ..assessment.sampling.settings import SampleSettings
from ..events import Events
from ..jobs.execution import execute
from .options import (
    DONE,
    add_command,
    add_described,
    described_values,
    finish,
    print_result,
    read_described,
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
