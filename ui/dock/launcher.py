"""The launcher: gives each job a folder and a worker, and ends all of them when the plugin goes."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ...core.errors import BadInputError
from ...core.jobs.specs import job_to_json
from ..environment import child_environment, find_interpreter, qgis_folder, worker_command
from ..settings import INTERPRETER, models_folder, runs_folder
from ..task import JobTask
from ..texts import tr

_GONE_S = 3.0


class Launcher:
    """Starts jobs; keeps a reference to each until it has ended, because the task manager doesn't."""

    def __init__(self) -> None:
        self._tasks: list[JobTask] = []

    @property
    def running(self) -> int:
        """How many jobs run."""
        return len(self._tasks)

    def check(self) -> None:
        """Refuse before any work when there is no interpreter.

        Raises:
            NoInterpreterError: Saying where it was looked for and what to do.
        """
        find_interpreter(INTERPRETER.value())

    def run_folder(self, name: str) -> Path:
        """Make a folder for one job, named after the time and what it is about.

        Raises:
            BadInputError: It can't be made.
        """
        stem = f"{time.strftime('%Y-%m-%d %H.%M.%S')} {plain_name(name)}"
        return make_folder(_free(runs_folder(), stem, ""))

    def model_file(self, name: str) -> Path:
        """Give a free name for a model file, and make its folder.

        Raises:
            BadInputError: The folder can't be made.
        """
        return _free(
            make_folder(models_folder()), f"{plain_name(name)} {time.strftime('%Y-%m-%d %H.%M')}", ".safetensors"
        )

    def start(self, title: str, job: Any, folder: Path) -> JobTask:
        """Start a job on the task manager; connect to its signals at once, before the event loop goes on.

        Raises:
            NoInterpreterError: There is nothing to compute with.
        """
        interpreter = find_interpreter(INTERPRETER.value())
        environment = child_environment(os.environ, qgis_folder())
        task = JobTask(title, job_to_json(job), folder, lambda file: worker_command(interpreter, file, environment))
        self._tasks.append(task)
        task.ended.connect(lambda _outcome: self._forget(task))
        QgsApplication.taskManager().addTask(task)
        return task

    def shutdown(self) -> bool:
        """Cancel every job, hear no more of it, and wait until its processes are gone; True when they are."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.heard.disconnect()
            task.ended.disconnect()
            task.cancel()
        deadline = time.monotonic() + _GONE_S
        return all(task.wait_until_gone(max(0.0, deadline - time.monotonic())) for task in tasks)

    def _forget(self, task: JobTask) -> None:
        if task in self._tasks:
            self._tasks.remove(task)


def plain_name(name: str) -> str:
    """Make a name fit for files on every system: letters, digits, dots, hyphens, underscores and spaces."""
    return re.sub(r"[^\w.\- ]+", "_", name).strip(" ._")[:80] or "unnamed"


def _free(folder: Path, stem: str, suffix: str) -> Path:
    number, path = 1, folder / f"{stem}{suffix}"
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{suffix}"
    return path


def make_folder(folder: Path) -> Path:
    """Make a folder with its parents.

    Raises:
        BadInputError: It can't be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        text = tr(
            "The folder “{folder}” can't be made: {reason}. Choose another one in the settings.",
            folder=folder,
            reason=reason,
        )
        raise BadInputError(text) from error
    return folder
