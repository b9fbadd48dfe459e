"""The polygon job: a prediction as a vector layer."""

from __future__ import annotations

from typing import Any

from ..events import Events
from ..prediction.raster.class_file import open_class_file
from ..vectorise.jobs import PolygonsJob
from ..vectorise.polygons import make_polygons


def polygons(job: PolygonsJob, events: Events) -> dict[str, Any]:
    """Draw a class raster as polygons; see `prediction.polygons.make_polygons`. Gives the legend as `classes` too."""
    legend = open_class_file(job.prediction).legend
    result = make_polygons(job.prediction, job.out, job.parameters, events, job.probabilities)
    return {**result, "classes": legend.to_dicts()}
