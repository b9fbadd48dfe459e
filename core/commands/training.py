"""Commands that train: from polygons, or on from where a run was stopped."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from ..parameters import describe, with_settings
from ..training.settings.choices import FREEZE
from ..training.settings.jobs import ResumeJob, TrainJob
from ..training.settings.recipe import Recipe
from ..training.settings.recipes import RECIPES, recipe
from .base.options import (
    add_all_touched,
    add_command,
    add_corrections,
    add_data,
    add_device,
    finish,
    perform_job,
    read_scenes_given,
    settings_help,
)


def add(commands: Any) -> None:
    """Add the commands."""
    _add_train(commands)
    _add_resume(commands)


def _add_train(commands: Any) -> None:
    sub = add_command(
        commands,
        "train",
        "train a model from polygons",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Settings of --set, with their defaults in the recipe “quick”:\n"
        + settings_help(describe(Recipe), RECIPES["quick"]),
    )
    add_data(sub)
    add_corrections(sub)
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
    add_all_touched(sub)
    sub.add_argument("--start-from", default="", metavar="M.safetensors", help="go on from a trained model")
    sub.add_argument("--freeze", default="none", help=f"layers of that model to leave as they are: {', '.join(FREEZE)}")
    sub.add_argument("--run", default="", metavar="FOLDER", help="the run's folder (default: beside the model file)")
    sub.add_argument(
        "--keep-split", default="", metavar="RUN", help="hold back what this earlier run on the same images held back"
    )
    add_device(sub)
    finish(sub, perform_job(train_job))


def _add_resume(commands: Any) -> None:
    sub = add_command(commands, "resume", "go on with a run that was interrupted")
    sub.add_argument("run_folder", metavar="RUN", help="the run's folder")
    sub.add_argument("--device", default="auto", help="auto, cpu, mps, cuda, cuda:1 …")
    sub.add_argument(
        "--minutes", type=float, help="the time in all, what was worked before included; a finished run goes on too"
    )
    finish(
        sub, perform_job(lambda arguments: ResumeJob(arguments.run_folder, arguments.device, minutes=arguments.minutes))
    )


def train_job(arguments: argparse.Namespace) -> TrainJob:
    """Make the training job from the command's arguments.

    Raises:
        BadInputError: For settings that don't fit, or when the data is given neither or both ways.
    """
    chosen = recipe(arguments.recipe)
    if arguments.model and arguments.model != chosen.model:
        chosen = replace(chosen, model=arguments.model, model_parameters={})
    limits = {"epochs": arguments.epochs, "minutes": arguments.minutes}
    settings = [*arguments.set, *(f"{key}={value or 'none'}" for key, value in limits.items() if value is not None)]
    return TrainJob(
        scenes=read_scenes_given(arguments),
        model_file=arguments.out,
        recipe=with_settings(chosen, settings).checked(),
        run_folder=arguments.run,
        start_from=arguments.start_from,
        freeze=arguments.freeze,
        device=arguments.device,
        threads=arguments.threads,
        seed=arguments.seed,
        all_touched=arguments.all_touched,
        keep_split_of=arguments.keep_split,
    )
