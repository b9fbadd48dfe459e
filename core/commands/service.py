"""Commands that show the whole loop, that do jobs for QGIS, and that tell what is installed."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..errors import BadInputError
from ..events import Events
from .base.options import DONE, FAILED, add_command, finish, print_result


def add(commands: Any) -> None:
    """Add the commands."""
    _add_demo(commands)
    _add_worker(commands)
    _add_doctor(commands)


def _add_demo(commands: Any) -> None:
    sub = add_command(commands, "demo", "the whole loop on the sample scene, or on data of your own")
    sub.add_argument("--out", default="build/demo", metavar="FOLDER", help="folder to write to (default: build/demo)")
    sub.add_argument("--image", default="", help="your imagery, instead of the sample")
    sub.add_argument("--labels", default="", help="your polygons")
    sub.add_argument("--class-field", default="", help="their class field")
    sub.add_argument("--minutes", type=float, default=3.0, help="training time (default: 3)")
    finish(sub, _demo)


def _add_worker(commands: Any) -> None:
    sub = add_command(commands, "worker", "do jobs for QGIS: JSON lines in, JSON lines out")
    sub.add_argument("job", nargs="?", help="a job file")
    sub.add_argument("--serve", action="store_true", help="stay, and take jobs from standard input")
    sub.add_argument("--own-priority", action="store_true", help="don't leave the processor to others first")
    finish(sub, _worker)


def _add_doctor(commands: Any) -> None:
    sub = add_command(commands, "doctor", "tell what is installed and whether it works, for a bug report")
    finish(sub, _doctor)


def _demo(arguments: argparse.Namespace, events: Events) -> int:
    from .demo import demo

    report = demo(
        Path(arguments.out), events, arguments.image, arguments.labels, arguments.class_field, arguments.minutes
    )
    if arguments.json:
        return print_result(arguments, report)
    print(report["text"])
    return DONE


def _worker(arguments: argparse.Namespace, events: Events) -> int:
    from ..jobs import worker

    del events
    if arguments.serve == bool(arguments.job):
        raise BadInputError("Give the worker either a job file or --serve.")
    nice = not arguments.own_priority
    return worker.serve(nice=nice) if arguments.serve else worker.work(arguments.job, nice=nice)


def _doctor(arguments: argparse.Namespace, events: Events) -> int:
    from .doctor import examine

    del events
    report = examine()
    if arguments.json:
        print_result(arguments, report)
    else:
        print(report["text"], end="")
    return FAILED if report["failed"] else DONE
