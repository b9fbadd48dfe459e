"""Commands that go on from a prediction: threshold one class, clean it, draw it as polygons or lines."""

from __future__ import annotations

import argparse
from typing import Any

from ..prediction.jobs import ThresholdJob
from ..vectorise.jobs import CentreLinesJob, CleanJob, PolygonsJob
from ..vectorise.parameters import CentreLineParameters, CleanParameters, PolygonParameters
from .base.options import add_command, add_described, described_values, finish, perform_job, read_described

_PREDICTION: dict[str, Any] = {"required": True, "metavar": "P.tif", "help": "the prediction"}


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "clean", "take small patches, speckle and frayed edges out of a prediction")
    sub.add_argument("--prediction", **_PREDICTION)
    sub.add_argument("--out", required=True, metavar="C.tif", help="the cleaned prediction to write")
    add_described(sub, CleanParameters)
    finish(
        sub,
        perform_job(
            lambda arguments: CleanJob(arguments.prediction, arguments.out, read_described(arguments, CleanParameters))
        ),
    )
    sub = add_command(commands, "threshold", "make a map anew with more or less of one class, from its probabilities")
    sub.add_argument("--prediction", **_PREDICTION)
    sub.add_argument(
        "--probabilities", default="", metavar="B.tif", help="those of the prediction, where not beside it"
    )
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME", help="the class")
    sub.add_argument("--out", required=True, metavar="T.tif", help="the map to write")
    sub.add_argument(
        "--remember-in", default="", metavar="M.safetensors", help="the model file that shall predict so from then on"
    )
    add_described(sub, ThresholdJob)
    finish(sub, perform_job(_threshold_job))
    sub = add_command(commands, "polygons", "draw a prediction as polygons, without gaps between neighbours")
    sub.add_argument("--prediction", **_PREDICTION)
    sub.add_argument("--probabilities", default="", metavar="B.tif", help="the probabilities that were made beside it")
    sub.add_argument("--out", required=True, metavar="P.gpkg", help="the polygons to write")
    add_described(sub, PolygonParameters)
    finish(
        sub,
        perform_job(
            lambda arguments: PolygonsJob(
                arguments.prediction,
                arguments.out,
                read_described(arguments, PolygonParameters),
                arguments.probabilities,
            )
        ),
    )
    sub = add_command(commands, "centre-lines", "draw the middle lines of linear features: dikes, faults, roads")
    sub.add_argument("--prediction", **_PREDICTION)
    sub.add_argument("--class", dest="class_name", required=True, metavar="NAME", help="the class that is linear")
    sub.add_argument("--out", required=True, metavar="L.gpkg", help="the lines to write")
    add_described(sub, CentreLineParameters)
    finish(
        sub,
        perform_job(
            lambda arguments: CentreLinesJob(
                arguments.prediction,
                arguments.out,
                arguments.class_name,
                read_described(arguments, CentreLineParameters),
            )
        ),
    )


def _threshold_job(arguments: argparse.Namespace) -> ThresholdJob:
    return ThresholdJob(
        arguments.prediction, arguments.out, arguments.class_name, probabilities=arguments.probabilities,
        remember_in=arguments.remember_in, **described_values(arguments, ThresholdJob),
    )  # fmt: skip
