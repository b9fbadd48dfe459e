"""Commands that explain a model: which bands count, what a network looks at, where it may be trusted."""

from __future__ import annotations

import argparse
from typing import Any

from ..events import Events
from ..explanation.jobs import (
    ApplicabilityJob,
    ApplicabilitySettings,
    BandImportanceJob,
    ImportanceSettings,
    SaliencyJob,
    SaliencySettings,
)
from ..jobs.execution import execute
from .base.options import (
    DONE,
    add_command,
    add_data,
    add_described,
    add_device,
    add_extent,
    finish,
    perform_job,
    print_result,
    read_described,
    read_extent,
    read_scene,
    split,
)


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "band-importance", "tell how much a model's maps depend on each band, or miss it")
    sub.add_argument("--model", required=True, metavar="M.safetensors", help="the model")
    add_data(sub, required=True)
    add_described(sub, ImportanceSettings)
    sub.add_argument("--seed", type=int, default=0, help="of the blocks and of the shuffling")
    sub.add_argument("--out", default="", metavar="R.json", help="write the report there too")
    add_device(sub)
    finish(sub, _importance)
    sub = add_command(commands, "saliency", "show which pixels and bands made a network find a class on a tile")
    sub.add_argument("--model", required=True, metavar="M.safetensors", help="the model; a network")
    sub.add_argument("--image", action="append", required=True, metavar="I.tif", help="the imagery; again for a stack")
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers in order (default: all)")
    add_extent(sub)
    add_described(sub, SaliencySettings)
    sub.add_argument("--out", required=True, metavar="S.tif", help="the raster to write: all bands, then each band")
    add_device(sub)
    finish(sub, _saliency)
    sub = add_command(
        commands, "applicability", "map where a model may be trusted: how unlike its training pixels it is"
    )
    sub.add_argument("--model", required=True, metavar="M.safetensors", help="the model")
    add_data(sub, required=True)
    sub.add_argument("--map-image", action="append", default=[], metavar="I.tif", help="other imagery to map")
    add_described(sub, ApplicabilitySettings)
    sub.add_argument("--out", required=True, metavar="A.tif", help="the raster to write: index, inside")
    add_device(sub)
    finish(sub, perform_job(_applicability_job))


def _importance(arguments: argparse.Namespace, events: Events) -> int:
    from ..report.pages.band_importance_page import importance_text

    settings = read_described(arguments, ImportanceSettings)
    report = execute(
        BandImportanceJob(
            arguments.model, read_scene(arguments), settings, arguments.out, arguments.seed,
            arguments.device, arguments.threads,
        ), events
    )  # fmt: skip
    if arguments.json:
        return print_result(arguments, report)
    print(importance_text(report))
    return DONE


def _saliency(arguments: argparse.Namespace, events: Events) -> int:
    from ..report.saliency_text import saliency_text

    job = SaliencyJob(
        arguments.model, tuple(arguments.image), arguments.out, read_extent(arguments), split(arguments.bands),
        read_described(arguments, SaliencySettings), arguments.device, arguments.threads,
    )  # fmt: skip
    report = execute(job, events)
    if arguments.json:
        return print_result(arguments, report)
    print(saliency_text(report))
    return DONE


def _applicability_job(arguments: argparse.Namespace) -> ApplicabilityJob:
    settings = read_described(arguments, ApplicabilitySettings)
    return ApplicabilityJob(
        arguments.model, read_scene(arguments), arguments.out, tuple(arguments.map_image), settings,
        device=arguments.device, threads=arguments.threads,
    )  # fmt: skip
