"""Commands about labels: rasterise them, look for what is wrong with them, see how they are split."""

from __future__ import annotations

import argparse
from typing import Any

from ..labels.jobs import CheckLabelsJob, RasteriseJob
from ..parameters import with_settings
from ..training.settings.jobs import SplitLabelsJob
from ..training.settings.recipes import recipe
from .base.options import add_all_touched, add_command, add_data, finish, perform_job, read_scene


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "rasterise", "write class polygons as a raster on the imagery's pixels")
    _add_labels_to(sub, "L.tif", "the label raster to write: 0 is unlabelled, classes count from 1")
    finish(
        sub, perform_job(lambda arguments: RasteriseJob(read_scene(arguments), arguments.out, arguments.all_touched))
    )
    sub = add_command(
        commands,
        "check-labels",
        "look for overlaps, slivers, empty or doubtful classes and polygons off the imagery",
    )
    _add_labels_to(sub, "P.gpkg", "the problems to write, one feature each")
    sub.add_argument(
        "--suspects", action="store_true", help="ask models that learned from the other polygons, too: takes longer"
    )
    finish(
        sub,
        perform_job(
            lambda arguments: CheckLabelsJob(
                read_scene(arguments), arguments.out, arguments.all_touched, arguments.suspects
            )
        ),
    )
    sub = add_command(commands, "split-labels", "show which labels train, which validate and which test")
    _add_labels_to(sub, "S.tif", "the raster to write: training, validation, test, gap")
    sub.add_argument("--recipe", default="quick", help="the recipe whose split is shown (default: quick)")
    sub.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change a setting, such as block_px=64"
    )
    sub.add_argument("--seed", type=int, default=0, help="the same seed gives the same split")
    finish(sub, perform_job(_split_job))


def _add_labels_to(sub: argparse.ArgumentParser, metavar: str, about: str) -> None:
    add_data(sub, required=True)
    sub.add_argument("--out", required=True, metavar=metavar, help=about)
    add_all_touched(sub)


def _split_job(arguments: argparse.Namespace) -> SplitLabelsJob:
    chosen = with_settings(recipe(arguments.recipe), arguments.set).checked()
    return SplitLabelsJob(read_scene(arguments), arguments.out, chosen, arguments.seed, arguments.all_touched)
