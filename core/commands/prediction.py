"""Commands that map an image with a model, and that measure the map."""

from __future__ import annotations

import argparse
from typing import Any

from ..assessment.jobs import EvaluateJob
from ..errors import BadInputError
from ..events import Events
from ..jobs.execution import execute
from ..prediction.jobs import PredictJob
from .base.options import (
    DONE,
    FAILED,
    add_command,
    add_described,
    add_device,
    add_extent,
    add_labels,
    described_values,
    finish,
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
    sub.add_argument(
        "--image", action="append", nargs="+", default=[], metavar="I.tif",
        help="the imagery; again for a stack; several after one for as many maps",
    )  # fmt: skip
    sub.add_argument(
        "--image-list", default="", metavar="L.txt", help="a text file with an image a line, tabs within a stack"
    )
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers, where names don't tell")
    sub.add_argument("--out", default="", metavar="P.tif", help="the prediction to write")
    sub.add_argument(
        "--out-folder", default="", metavar="FOLDER", help="where a batch goes: a map for each image, called as it is"
    )
    sub.add_argument("--skip-existing", action="store_true", help="leave out images that have a map in the folder")
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
    finish(sub, _predict)


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


def _predict(arguments: argparse.Namespace, events: Events) -> int:
    from .batch import jobs_of, predict_all, stacks_of

    if bool(arguments.out) == bool(arguments.out_folder):
        raise BadInputError("Say where the map goes: with --out for one, with --out-folder for one of each image.")
    stacks = stacks_of(arguments.image, arguments.image_list)
    job = _predict_job(arguments, stacks[0])
    if arguments.out:
        if len(stacks) > 1:
            raise BadInputError(
                "{count} maps don't fit one file. Give --out-folder instead of --out; for a stack write --image anew "
                "before each raster of it.",
                count=len(stacks),
            )
        return print_result(arguments, execute(job, events))
    result = predict_all(jobs_of(job, stacks, arguments.out_folder), events, skip_existing=arguments.skip_existing)
    print_result(arguments, result)
    return FAILED if result["failed"] else DONE


def _predict_job(arguments: argparse.Namespace, images: tuple[str, ...]) -> PredictJob:
    return PredictJob(
        models=tuple(arguments.model),
        images=images,
        out=arguments.out,
        bands=split(arguments.bands),
        extent=read_extent(arguments),
        mask=arguments.mask,
        device=arguments.device,
        threads=arguments.threads,
        scheduler=arguments.scheduler,
        **described_values(arguments, PredictJob),
    )


def _evaluate(arguments: argparse.Namespace, events: Events) -> int:
    job = EvaluateJob(
        prediction=arguments.prediction,
        labels=arguments.labels,
        class_field=arguments.class_field,
        layer=arguments.layer,
        labelled_area=arguments.labelled_area,
        extent=read_extent(arguments),
        out=arguments.out,
        trained_on=arguments.trained_on,
        probabilities=arguments.probabilities,
        **described_values(arguments, EvaluateJob),
    )
    report = execute(job, events)
    if arguments.json:
        return print_result(arguments, report)
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
