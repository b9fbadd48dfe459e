"""Commands that tell how right a map is, and how it differs from another."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..assessment.boundaries.boundary_settings import BoundarySettings
from ..assessment.jobs import AssessBoundariesJob, CompareModelsJob
from ..assessment.sampling.jobs import AssessSampleJob, DrawSampleJob
from ..assessment.sampling.settings import SampleSettings
from ..comparison.jobs import ChangesJob, CompareJob, CompareSettings, Contestant
from ..events import Events
from ..jobs.execution import execute
from ..model.catalogue import architecture
from ..parameters import with_settings
from ..report.jobs import ReportJob
from ..report.languages import wording
from ..report.result_kinds import commands as result_commands
from ..review.jobs import NextTilesJob
from ..training.settings.recipes import RECIPES, for_model, recipe
from .base.options import (
    DONE,
    add_all_touched,
    add_command,
    add_corrections,
    add_data,
    add_described,
    add_device,
    add_extent,
    add_labels,
    described_values,
    finish,
    perform_job,
    print_result,
    read_described,
    read_extent,
    read_scene,
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
    sub = add_command(commands, "next-tiles", "choose tiles of a map to look at next, where a second model disagrees")
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the map")
    add_data(sub)
    add_corrections(sub)
    sub.add_argument(
        "--out", required=True, metavar="R.gpkg", help="the file of reviews; a further round is added to it"
    )
    add_described(sub, NextTilesJob)
    sub.add_argument("--seed", type=int, default=0, help="the same seed chooses the same tiles")
    finish(sub, perform_job(_next_tiles))
    sub = add_command(commands, "changes", "find where two maps of a place differ, from which class to which")
    sub.add_argument("--before", required=True, metavar="P.tif", help="the first map")
    sub.add_argument(
        "--after", required=True, metavar="Q.tif", help="the second map, on whose pixels they are compared"
    )
    sub.add_argument("--out", required=True, metavar="C.tif", help="the raster of changes to write")
    finish(sub, perform_job(lambda arguments: ChangesJob(arguments.before, arguments.after, arguments.out)))
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
    add_comparison(commands)


def add_comparison(commands: Any) -> None:
    """Add the commands that compare models and that report it."""
    sub = add_command(commands, "compare", "train several models on the same labels and compare their maps")
    add_data(sub)
    sub.add_argument("--recipe", action="append", default=[], help=f"again for more: {', '.join(RECIPES)}")
    sub.add_argument(
        "--model", action="append", default=[], metavar="KEY", help="by the recipe “quick”; again for more"
    )
    sub.add_argument("--model-file", action="append", default=[], metavar="M.safetensors", help="a model as it is")
    sub.add_argument("--set", action="append", default=[], metavar="KEY=VALUE", help="change a setting of all recipes")
    sub.add_argument("--minutes", type=float, help="the budget of each training; 0 sets no limit")
    sub.add_argument("--out", required=True, metavar="FOLDER", help="takes models, maps, numbers and the report")
    add_described(sub, CompareSettings)
    _add_language(sub)
    sub.add_argument("--seed", type=int, default=0, help="of the split and of the first training")
    add_all_touched(sub)
    add_device(sub)
    finish(sub, _compare)
    sub = add_command(commands, "compare-models", "measure models on the labelled pixels that none has learned from")
    add_data(sub, required=True)
    sub.add_argument(
        "--trained", nargs=2, action="append", required=True, metavar=("M.safetensors", "RUN"),
        help="a model and the folder of its training; again for each of them",
    )  # fmt: skip
    add_device(sub)
    finish(sub, _compare_models)
    sub = add_command(commands, "report", "write a comparison's report anew, as one page with figures")
    sub.add_argument("--comparison", required=True, metavar="FOLDER", help="what `outcrop compare` has written")
    sub.add_argument("--out", required=True, metavar="R.html", help="the page to write")
    sub.add_argument(
        "--result", action="append", default=[], metavar="FILE",
        help=f"adds a section of what one of these wrote: {result_commands()}; again for more",
    )  # fmt: skip
    _add_language(sub)
    finish(sub, perform_job(_report_job))


def _compare_models(arguments: argparse.Namespace, events: Events) -> int:
    models, runs = zip(*arguments.trained)
    report = execute(CompareModelsJob(read_scene(arguments), models, runs, arguments.device, arguments.threads), events)
    if arguments.json:
        return print_result(arguments, report)
    print(f"{report['pixels']} pixels and {report['polygons']} polygons that none has learned from")
    for told in report["models"]:
        said = f"mIoU {told['measures']['miou']:.3f}" if "measures" in told else told["trouble"]
        print(f"{told['model']}: {said}")
    return DONE


def _add_language(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--language", default="en", metavar="CODE", help="the report's language: en, zh (default: en)")


def _report_job(arguments: argparse.Namespace) -> ReportJob:
    return ReportJob(arguments.comparison, arguments.out, tuple(arguments.result), arguments.language)


def _compare(arguments: argparse.Namespace, events: Events) -> int:
    from ..report.pages.comparison_tables import comparison_text

    wording(arguments.language)  # a language that isn't there is refused before anything is trained
    budget = [] if arguments.minutes is None else [f"minutes={arguments.minutes or 'none'}"]
    chosen = [(name, recipe(name)) for name in arguments.recipe]
    chosen += [(architecture(key).title, for_model(key)) for key in arguments.model]
    contestants = tuple(
        Contestant(name, with_settings(one, [*arguments.set, *budget]).checked()) for name, one in chosen
    )
    job = CompareJob(
        read_scene(arguments), arguments.out, contestants, tuple(arguments.model_file),
        read_described(arguments, CompareSettings), arguments.seed, arguments.device,
        arguments.threads, arguments.all_touched,
    )  # fmt: skip
    result = execute(job, events)
    page = str(Path(arguments.out) / "report.html")
    execute(ReportJob(arguments.out, page, language=arguments.language), events)
    if arguments.json:
        return print_result(arguments, {**result, "page": page})
    print(comparison_text(result), "", page, sep="\n")
    return DONE


def _boundaries(arguments: argparse.Namespace, events: Events) -> int:
    from ..report.pages.boundary_page import boundary_text

    job = AssessBoundariesJob(
        arguments.prediction,
        arguments.labels,
        arguments.class_field,
        arguments.layer,
        arguments.labelled_area,
        extent=read_extent(arguments),
        out=arguments.out,
        settings=read_described(arguments, BoundarySettings),
        **described_values(arguments, AssessBoundariesJob),
    )
    report = execute(job, events)
    if arguments.json:
        return print_result(arguments, report)
    print(boundary_text(report))
    return DONE


def _next_tiles(arguments: argparse.Namespace) -> NextTilesJob:
    chosen = described_values(arguments, NextTilesJob)
    return NextTilesJob(read_scene(arguments), arguments.prediction, arguments.out, seed=arguments.seed, **chosen)


def _draw(arguments: argparse.Namespace, events: Events) -> int:
    settings = read_described(arguments, SampleSettings)
    result = execute(
        DrawSampleJob(arguments.prediction, arguments.out, settings, arguments.other, arguments.seed), events
    )
    if arguments.json:
        return print_result(arguments, result)
    for name, stratum in result["strata"].items():
        print(f"{name}: {stratum['points']} points of {stratum['pixels']:,} pixels")
    print(f"{result['points']} points in {result['out']}")
    return DONE


def _assess(arguments: argparse.Namespace, events: Events) -> int:
    from ..report.pages.sample_page import sample_text

    job = AssessSampleJob(
        arguments.prediction,
        arguments.sample,
        arguments.layer,
        arguments.other,
        arguments.out,
        **described_values(arguments, AssessSampleJob),
    )
    report = execute(job, events)
    if arguments.json:
        return print_result(arguments, report)
    print(sample_text(report))
    return DONE
