"""The job that makes a layer by a raster function."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import rasterio

from ...errors import BadInputError
from ...events import Events
from ...files.whole_file import check_writable, write_text
from ...geodata.stack import Stack
from ...parameters import to_dict
from ...preparation.base.finest import on_finest_grid
from ...preparation.base.writing import write_layer
from ...preparation.functions import raster_function, starter
from ...preparation.jobs import LayerJob
from ...preparation.points.samples import read_samples
from ...report.pages.gridding_page import gridding_page

_CACHE_BYTES = 48_000_000
"""Of GDAL: windows are read and written once, so a larger one would only grow with the raster until it is full."""


def prepare_layer(job: LayerJob, events: Events) -> dict[str, Any]:
    """Make a layer; the raster keeps how it was made.

    Returns:
        out, bands (name, unit, lowest and highest value of each), valid (the share of the pixels with a value), report
        (what a function that takes points found out about them).

    Raises:
        BadInputError: For parameters or rasters that don't fit.
    """
    function, parameters = raster_function(job.function), job.parameters()
    if function.points and not job.points:
        raise BadInputError(
            "{title} needs points. Give a file with points and the field that holds their values.", title=function.title
        )
    if job.page:
        check_writable(job.page)
    with ExitStack() as held:
        held.enter_context(rasterio.Env(GDAL_CACHEMAX=_CACHE_BYTES))
        stack = held.enter_context(Stack(job.images, job.bands, job.sources))
        if function.finest_grid:
            stack = held.enter_context(on_finest_grid(stack))
        for warning in stack.warnings:
            events.warning(warning)
        more = [read_samples(job.points, job.points_layer, job.field, stack.grid, events)] if function.points else []
        method = starter(function)(stack, parameters, events, *more)
        details = {
            "function": job.function,
            "parameters": to_dict(parameters),
            "images": [Path(image).name for image in job.images],
            "bands": list(stack.names),
            "source": function.paper,
        }
        written = write_layer(stack, method, job.out, details, events)
    if job.page and method.report:
        write_text(job.page, gridding_page(method.report, f"{function.title}: {method.report['field']}"))
    return {
        "out": job.out,
        "bands": [
            {"name": band.name, "unit": band.unit, "low": low, "high": high}
            for band, (low, high) in zip(method.bands, written.ranges.tolist())
        ],
        "valid": written.valid / written.pixels,
        "report": dict(method.report),
    }
