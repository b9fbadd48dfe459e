"""Commands that make layers of rasters, one for every raster function."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from ..parameters import from_dict, to_dict
from ..preparation.base.raster_function import RasterFunction
from ..preparation.compositions.parameters import LogRatioParameters
from ..preparation.functions import FUNCTIONS
from ..preparation.jobs import LayerJob, SaveStackJob, TableLogRatiosJob
from .base.options import Perform, add_command, add_described, add_sources, described_values, finish, perform_job, split


def add(commands: Any) -> None:
    """Add the commands."""
    for function in FUNCTIONS:
        first, _, _ = function.summary.partition(". ")
        sub = add_command(commands, function.key, f"{function.title}: {first[0].lower()}{first[1:]}")
        sub.add_argument(
            "--image", action="append", required=True, metavar="I.tif",
            help=f"{function.imagery_help} Again for a stack on the first one's grid.",
        )  # fmt: skip
        sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers in order (default: all)")
        add_sources(sub)
        if function.points:
            sub.add_argument("--points", required=True, metavar="P.gpkg", help="points with a number each, in any CRS")
            sub.add_argument("--points-layer", default="", metavar="NAME", help="the layer, where the file has several")
            sub.add_argument("--field", required=True, metavar="F", help="the field that holds the number")
            sub.add_argument("--page", default="", metavar="P.html", help="a page with the variogram and the errors")
        sub.add_argument("--out", required=True, metavar="L.tif", help="the layer to write")
        add_described(sub, function.parameters)
        finish(sub, _perform(function))
    table = add_command(commands, "table-log-ratios", "Log-ratios of fields: takes log-ratios of the fields of points")
    table.add_argument("--points", required=True, metavar="P.gpkg", help="points with a number for each part")
    table.add_argument("--points-layer", default="", metavar="NAME", help="the layer, where the file has several")
    table.add_argument("--fields", required=True, metavar="F,F,…", help="the fields that hold the parts, in order")
    table.add_argument("--out", required=True, metavar="R.gpkg", help="the points with their log-ratios")
    add_described(table, LogRatioParameters)
    finish(table, perform_job(_table_job))
    stack = add_command(commands, "save-stack", "Save a stack: saves images on one grid as a virtual raster")
    stack.add_argument("--image", action="append", required=True, metavar="I.tif", help="the first gives the grid")
    stack.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers in order (default: all)")
    add_sources(stack)
    stack.add_argument("--out", required=True, metavar="S.vrt", help="the virtual raster; it refers to the images")
    finish(stack, perform_job(_stack_job))


def _stack_job(arguments: argparse.Namespace) -> SaveStackJob:
    return SaveStackJob(tuple(arguments.image), arguments.out, split(arguments.bands), tuple(arguments.source))


def _table_job(arguments: argparse.Namespace) -> TableLogRatiosJob:
    settings = from_dict(LogRatioParameters, described_values(arguments, LogRatioParameters)).checked()
    return TableLogRatiosJob(arguments.points, arguments.out, split(arguments.fields), arguments.points_layer, settings)


def _perform(function: RasterFunction) -> Perform:
    def make(arguments: argparse.Namespace) -> LayerJob:
        parameters: Any = from_dict(function.parameters, described_values(arguments, function.parameters)).checked()
        job = LayerJob(
            function.key, tuple(arguments.image), arguments.out, split(arguments.bands), to_dict(parameters),
            sources=tuple(arguments.source),
        )  # fmt: skip
        if not function.points:
            return job
        return replace(
            job,
            points=arguments.points,
            points_layer=arguments.points_layer,
            field=arguments.field,
            page=arguments.page,
        )

    return perform_job(make)
