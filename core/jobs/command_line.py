"""The command line: every job from a shell, with help that teaches, `--json` for machines, exit status 0, 1, 2."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..architecture import architectures
from ..errors import BadInputError, OutcropError
from ..parameters import describe, with_settings
from ..training.recipe import Recipe
from ..training.recipes import RECIPES, recipe
from .events import Events
from .execution import execute
from .scenes_file import read_scenes
from .specs import EvaluateJob, PredictJob, ResumeJob, Scene, TrainJob
from .terminal import Terminal

DONE, FAILED, BAD_INPUT = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give the exit status."""
    given = parser().parse_args(arguments)
    terminal = Terminal()
    events = Events(terminal)
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, lambda *_: events.cancel())
    try:
        status = given.perform(given, events)
    except BadInputError as error:
        return _refuse(terminal, given, error, BAD_INPUT)
    except OutcropError as error:
        return _refuse(terminal, given, error, FAILED)
    terminal.close()
    return int(status or DONE)


def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands."""
    top = argparse.ArgumentParser(
        prog="outcrop",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Train segmentation models on polygons drawn over imagery, and map with them.",
        epilog=(
            "A first round:\n"
            "  outcrop sample --out sample\n"
            "  outcrop train --image sample/image.tif --labels sample/training.gpkg --class-field kind \\\n"
            "                --labelled-area sample/labelled_area.gpkg --minutes 3 --out sample/model.safetensors\n"
            "  outcrop predict --model sample/model.safetensors --image sample/image.tif --out sample/map.tif\n"
            "  outcrop evaluate --prediction sample/map.tif --labels sample/truth.gpkg --class-field kind \\\n"
            "                --labelled-area sample/evaluation_area.gpkg"
        ),
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_sample(commands)
    _add_train(commands)
    _add_resume(commands)
    _add_predict(commands)
    _add_evaluate(commands)
    _add_models(commands)
    _add_demo(commands)
    _add_worker(commands)
    return top


def _command(commands: Any, name: str, about: str, **options: Any) -> argparse.ArgumentParser:
    """Add a command with one sentence about it, in the list of commands and at the top of its own help."""
    made: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about, **options)
    return made


def _add_sample(commands: Any) -> None:
    sub = _command(commands, "sample", "make the sample scene: imagery, polygons and the truth")
    sub.add_argument("--out", required=True, metavar="FOLDER", help="folder to write to; made if it isn't there")
    sub.add_argument("--seed", type=int, default=1, help="another seed gives another scene (default: 1)")
    sub.add_argument("--size", type=int, default=1024, metavar="PX", help="side of the scene (default: 1024)")
    _finish(sub, _sample)


def _add_train(commands: Any) -> None:
    sub = _command(
        commands,
        "train",
        "train a model from polygons",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Settings of --set, with their defaults in the recipe “quick”:\n" + _settings_help(),
    )
    _add_data(sub)
    sub.add_argument(
        "--scenes", metavar="FILE.json", help="several scenes: a list of {“images”, “labels”, “class_field”, …}"
    )
    sub.add_argument("--out", required=True, metavar="M.safetensors", help="the model file to write")
    sub.add_argument("--recipe", default="quick", help=f"{', '.join(RECIPES)} (default: quick)")
    sub.add_argument("--model", help="the model to train, as `outcrop models` lists them; default: the recipe's")
    sub.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="change a setting of the recipe; again for more"
    )
    sub.add_argument("--epochs", type=int, help="how often to go through the data")
    sub.add_argument("--minutes", type=float, help="stop by then, with the best so far; 0 sets no limit")
    sub.add_argument("--seed", type=int, default=0, help="the same seed gives the same model on the same machine")
    sub.add_argument(
        "--all-touched", action="store_true", help="label every pixel that a polygon touches, not only centres"
    )
    sub.add_argument("--start-from", default="", metavar="M.safetensors", help="go on from a trained model")
    sub.add_argument("--freeze", default="none", help="layers of that model to leave as they are: none, encoder")
    sub.add_argument("--run", default="", metavar="FOLDER", help="the run's folder (default: beside the model file)")
    _add_device(sub)
    _finish(sub, _train)


def _add_resume(commands: Any) -> None:
    sub = _command(commands, "resume", "go on with a run that was interrupted")
    sub.add_argument("run_folder", metavar="RUN", help="the run's folder")
    sub.add_argument("--device", default="auto", help="auto, cpu, mps, cuda, cuda:1 …")
    _finish(sub, lambda given, events: _execute(ResumeJob(given.run_folder, given.device), given, events))


def _add_predict(commands: Any) -> None:
    sub = _command(commands, "predict", "map an image with a model")
    sub.add_argument(
        "--model", required=True, action="append", metavar="M.safetensors", help="the model; again for an ensemble"
    )
    sub.add_argument("--image", required=True, action="append", metavar="I.tif", help="the imagery; again for a stack")
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers, where names don't tell")
    sub.add_argument("--out", required=True, metavar="P.tif", help="the prediction to write")
    _add_extent(sub)
    sub.add_argument("--mask", default="", metavar="FILE", help="polygons outside which nothing is predicted")
    for entry in describe(PredictJob):
        flag = f"--{entry.name.replace('_', '-')}"
        if entry.type is bool:
            sub.add_argument(flag, action="store_true", help=entry.help)
        else:
            sub.add_argument(
                flag, type=entry.type, default=entry.default, choices=entry.choices or None, help=entry.help
            )
    sub.add_argument("--scheduler", default="", metavar="tcp://…", help="a Dask cluster that shares the files")
    _add_device(sub)
    _finish(sub, _predict)


def _add_evaluate(commands: Any) -> None:
    sub = _command(commands, "evaluate", "compare a prediction with labels it never saw")
    sub.add_argument("--prediction", required=True, metavar="P.tif", help="the prediction")
    _add_labels(sub, required=True)
    _add_extent(sub)
    sub.add_argument("--out", default="", metavar="R.json", help="write the report there too")
    _finish(sub, _evaluate)


def _add_models(commands: Any) -> None:
    sub = _command(commands, "models", "list the models that can be trained, or tell what a model file holds")
    sub.add_argument("file", nargs="?", metavar="M.safetensors", help="a model file")
    _finish(sub, _models)


def _add_demo(commands: Any) -> None:
    sub = _command(commands, "demo", "the whole loop on the sample scene, or on data of your own")
    sub.add_argument("--out", default="build/demo", metavar="FOLDER", help="folder to write to (default: build/demo)")
    sub.add_argument("--image", default="", help="your imagery, instead of the sample")
    sub.add_argument("--labels", default="", help="your polygons")
    sub.add_argument("--class-field", default="", help="their class field")
    sub.add_argument("--minutes", type=float, default=3.0, help="training time (default: 3)")
    _finish(sub, _demo)


def _add_worker(commands: Any) -> None:
    sub = _command(commands, "worker", "do jobs for QGIS: JSON lines in, JSON lines out")
    sub.add_argument("job", nargs="?", help="a job file")
    sub.add_argument("--serve", action="store_true", help="stay, and take jobs from standard input")
    _finish(sub, _worker)


def _add_data(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--image",
        action="append",
        default=[],
        metavar="I.tif",
        help="the imagery; again for a stack on the first one's grid",
    )
    sub.add_argument("--bands", default="", metavar="1:4,1:3,…", help="image:band numbers in order (default: all)")
    _add_labels(sub, required=False)
    _add_extent(sub)


def _add_labels(sub: argparse.ArgumentParser, required: bool) -> None:
    sub.add_argument(
        "--labels", required=required, default="", metavar="FILE", help="class polygons, or a label raster"
    )
    sub.add_argument("--layer", default="", metavar="NAME", help="the layer, where the file has several")
    sub.add_argument("--class-field", default="", metavar="F", help="the field that holds the class; text or number")
    sub.add_argument("--labelled-area", default="", metavar="FILE", help="polygons inside which the rest is background")


def _add_extent(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--extent",
        nargs=4,
        type=float,
        metavar=("XMIN", "YMIN", "XMAX", "YMAX"),
        help="only here, in the imagery's coordinates",
    )


def _add_device(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--device", default="auto", help="auto, cpu, mps, cuda, cuda:1 … (default: auto)")
    sub.add_argument("--threads", type=int, default=0, help="threads on the CPU (default: all cores)")


def _finish(sub: argparse.ArgumentParser, perform: Any) -> None:
    sub.add_argument("--json", action="store_true", help="print the result as JSON, for machines")
    sub.set_defaults(perform=perform)


def _settings_help() -> str:
    lines = []
    for entry in describe(Recipe):
        default = getattr(RECIPES["quick"], entry.name)
        options = f" ({', '.join(entry.choices)})" if entry.choices else ""
        lines.append(f"  {entry.name}={default}  {entry.help}{options}")
    return "\n".join(lines)


def _sample(given: argparse.Namespace, events: Events) -> int:
    from ..geodata.sample.scene import make_sample

    del events
    made = make_sample(Path(given.out), seed=given.seed, size_px=given.size)
    return _print(given, {name: str(path) for name, path in vars(made).items()})


def _train(given: argparse.Namespace, events: Events) -> int:
    return _execute(train_job(given), given, events)


def train_job(given: argparse.Namespace) -> TrainJob:
    """Make the training job from the command's arguments.

    Raises:
        BadInputError: For settings that don't fit, or when the data is given neither or both ways.
    """
    chosen = recipe(given.recipe)
    if given.model and given.model != chosen.model:
        chosen = replace(chosen, model=given.model, model_parameters={})
    limits = {"epochs": given.epochs, "minutes": given.minutes}
    settings = [*given.set, *(f"{key}={value or 'none'}" for key, value in limits.items() if value is not None)]
    return TrainJob(
        scenes=_scenes(given),
        model_file=given.out,
        recipe=with_settings(chosen, settings).checked(),
        run_folder=given.run,
        start_from=given.start_from,
        freeze=given.freeze,
        device=given.device,
        threads=given.threads,
        seed=given.seed,
        all_touched=given.all_touched,
    )


def _scenes(given: argparse.Namespace) -> tuple[Scene, ...]:
    if bool(given.scenes) == bool(given.image):
        raise BadInputError("Give the data either by --image and --labels, or by --scenes.")
    if given.scenes:
        return read_scenes(given.scenes)
    if not given.labels:
        raise BadInputError("Give the training polygons with --labels.")
    return (
        Scene(
            images=tuple(given.image),
            labels=given.labels,
            class_field=given.class_field,
            layer=given.layer,
            labelled_area=given.labelled_area,
            bands=_split(given.bands),
            extent=tuple(given.extent) if given.extent else None,
        ),
    )


def _predict(given: argparse.Namespace, events: Events) -> int:
    job = PredictJob(
        models=tuple(given.model),
        images=tuple(given.image),
        out=given.out,
        bands=_split(given.bands),
        extent=tuple(given.extent) if given.extent else None,
        mask=given.mask,
        device=given.device,
        threads=given.threads,
        scheduler=given.scheduler,
        **{entry.name: getattr(given, entry.name) for entry in describe(PredictJob)},
    )
    return _execute(job, given, events)


def _evaluate(given: argparse.Namespace, events: Events) -> int:
    job = EvaluateJob(
        prediction=given.prediction,
        labels=given.labels,
        class_field=given.class_field,
        layer=given.layer,
        labelled_area=given.labelled_area,
        extent=tuple(given.extent) if given.extent else None,
        out=given.out,
    )
    report = execute(job, events)
    if given.json:
        return _print(given, report)
    from ..assessment.confusion import Confusion
    from ..assessment.confusion_table import matrix_table, measures_table
    from ..labels.legend import Legend

    print(measures_table(report["measures"]), "", sep="\n")
    print(matrix_table(Confusion.from_dict(report["confusion"]), Legend.from_dicts(report["classes"])))
    return DONE


def _models(given: argparse.Namespace, events: Events) -> int:
    del events
    if given.file:
        from ..model_card import read_card

        return _print(given, json.loads(read_card(given.file).to_json()))
    if given.json:
        return _print(
            given,
            {
                entry.key: {"title": entry.title, "kind": entry.kind, "paper": entry.paper}
                for entry in architectures().values()
            },
        )
    for entry in architectures().values():
        print(f"{entry.key:<26}{entry.title}\n{'':<26}{entry.good_for}\n{'':<26}{entry.paper}")
    return DONE


def _demo(given: argparse.Namespace, events: Events) -> int:
    from .demo import demo

    report = demo(Path(given.out), events, given.image, given.labels, given.class_field, given.minutes)
    if given.json:
        return _print(given, report)
    print(report["text"])
    return DONE


def _worker(given: argparse.Namespace, events: Events) -> int:
    from . import worker

    del events
    if given.serve == bool(given.job):
        raise BadInputError("Give the worker either a job file or --serve.")
    return worker.serve() if given.serve else worker.work(given.job)


def _execute(job: Any, given: argparse.Namespace, events: Events) -> int:
    result = execute(job, events)
    return _print(given, result)


def _print(given: argparse.Namespace, result: dict[str, Any]) -> int:
    if given.json:
        print(json.dumps(result, ensure_ascii=False, default=str))
    else:
        for key, value in result.items():
            if not isinstance(value, (dict, list)):
                print(f"{key}: {value}")
    return DONE


def _split(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _refuse(terminal: Terminal, given: argparse.Namespace, error: OutcropError, status: int) -> int:
    terminal.close()
    if getattr(given, "json", False):
        print(json.dumps({"error": str(error), "status": status}, ensure_ascii=False))
    print(f"outcrop: {error}", file=sys.stderr)
    return status
