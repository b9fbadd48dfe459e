"""Commands about corrections: apply them, make labels of them, index the regions to correct."""

from __future__ import annotations

from typing import Any

from ..correction.jobs import ApplyCorrectionsJob, CorrectionsToLabelsJob, RegionsJob
from .base.options import add_command, finish, perform_job

_SESSION: dict[str, Any] = {"required": True, "metavar": "S.gpkg", "help": "the session of corrections"}
_PREDICTION: dict[str, Any] = {"required": True, "metavar": "P.tif", "help": "the prediction"}


def add(commands: Any) -> None:
    """Add the commands."""
    sub = add_command(commands, "apply-corrections", "write a prediction with the corrections of a session in it")
    sub.add_argument(
        "--prediction", default="", metavar="P.tif", help="the prediction (default: the one that was corrected)"
    )
    sub.add_argument("--session", **_SESSION)
    sub.add_argument("--out", required=True, metavar="C.tif", help="the corrected prediction to write")
    sub.add_argument(
        "--carry-over", action="store_true", help="take corrections of another prediction where they still fit"
    )
    finish(
        sub,
        perform_job(
            lambda arguments: ApplyCorrectionsJob(
                arguments.prediction, arguments.session, arguments.out, arguments.carry_over
            )
        ),
    )
    sub = add_command(commands, "corrections-to-labels", "write corrections as label polygons to train on")
    sub.add_argument("--session", **_SESSION)
    sub.add_argument("--out", required=True, metavar="L.gpkg", help="the labels to write")
    finish(sub, perform_job(lambda arguments: CorrectionsToLabelsJob(arguments.session, arguments.out)))
    sub = add_command(commands, "regions", "index the regions of a prediction, so that each is picked at once")
    sub.add_argument("--prediction", **_PREDICTION)
    sub.add_argument("--out", required=True, metavar="P.regions", help="the index to write")
    finish(sub, perform_job(lambda arguments: RegionsJob(arguments.prediction, arguments.out)))
