"""Commands that map an image with a model, and that measure the map."""

from __future__ import annotations

import argparse
from typing import Any

from ..assessment.jobs import EvaluateJob
from ..events import Events
from ..jobs.execution import execute
from ..prediction.jobs import PredictJob
from .options import (
    DONE,
    add_command,
    add_described,
    add_device,
    add_extent,
    add_labels,
    described_values,
    finish,
    perform_job,
    print_result,
    read_extent,
    split,
)


def add(commands: Any) -> None:
    """Add the commands."""
    _add_predict(commands)
    _add_evaluate(commands)


def _add_predict(commands: Any) -> None:
    sub = add_command(commands, "predict", "map an image with a model")
    sub.add_argument(
        "--model", required=True, action="append", metavar="M.safetensors", help="the model; again for an ensemble"
    )
    sub.add_argument("--image", required=True, action="append", metavar="I.tif", help="the imagery; again for a stack")
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers, where names don't tell")
    sub.add_argument("--out", required=True, metavar="P.tif", help="the prediction to write")
    add_extent(sub)
    sub.add_argument("--mask", default="", metavar="FILE", help="polygons outside which nothing is predicted")
    add_described(sub, PredictJob)
    sub.add_argument(
        "--scheduler",
        default="",
        metavar="tcp://…",
        help="a Dask cluster that shares the files; computes in float32 with torch unless --engine says otherwise",
    )
    add_device(sub)
    finish(sub, perform_job(_predict_job))


def _add_evaluate(commands: Any) -> None:
    sub = add_command(commands, "evaluate", "compare a prediction with labels it never saw")
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the prediction")
    add_labels(sub, required=True)
    add_extent(sub)
    sub.add_argument("--out", default="", metavar="R.json", help="write the report there too")
    sub.add_argument("--trained-on", default="", metavar="FILE", help="the labels that trained, to tell distances")
    sub.add_argument("--probabilities", default="", metavar="B.tif", help="the probabilities that were made beside it")
    add_described(sub, EvaluateJob)
    finish(sub, _evaluate)


def _predict_job(given: argparse.Namespace) -> PredictJob:
    return PredictJob(
        models=tuple(given.model),
        images=tuple(given.image),
        out=given.out,
        bands=split(given.bands),
        extent=read_extent(given),
        mask=given.mask,
        device=given.device,
        threads=given.threads,
        scheduler=given.scheduler,
        **described_values(given, PredictJob),
    )


def _evaluate(given: argparse.Namespace, events: Events) -> int:
    job = EvaluateJob(
        prediction=given.prediction,
        labels=given.labels,
        class_field=given.class_field,
        layer=given.layer,
        labelled_area=given.labelled_area,
        extent=read_extent(given),
        out=given.out,
        trained_on=given.trained_on,
        probabilities=given.probabilities,
        **described_values(given, EvaluateJob),
    )
    report = execute(job, events)
    if given.json:
        return print_result(given, report)
    from ..assessment.confusion import Confusion
    from ..assessment.confusion_table import distances_text, matrix_table, measures_table
    from ..labels.legend import Legend

    unit, far = report["unit"], report["distances"]
    print(report["question"]["text"], "", measures_table(report["measures"], unit), "", sep="\n")
    print(matrix_table(Confusion.from_dict(report["confusion"]), Legend.from_dicts(report["classes"])))
    if report["calibration"]:
        print("", f"Expected calibration error {report['calibration']['error']:.3f}", sep="\n")
    if far:
        print("", distances_text(far), sep="\n")
    return DONE
