"""The launcher: gives each job a folder and a worker, and ends all of them when the plugin goes."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, Callable

from ...core.errors import BadInputError
from ...core.files.naming import file_stem, free_path
from ...core.jobs.specs import job_to_json
from ...core.prediction.jobs import PrepareJob
from ..help.standing import LOADED, updated_meanwhile
from ..settings import INTERPRETER, THREADS, models_folder, runs_folder
from ..texts import tr
from .environment import Command, child_environment, find_interpreter, qgis_folder, worker_command
from .task import JOB_FILE, JobTask, Step, add_task, is_heavy
from .toolbox_worker import rest_toolbox_worker
from .warm_worker import WarmWorker

_GONE_S = 3.0


class Launcher:
    """Starts jobs; keeps a reference to each until it has ended, because the task manager doesn't.

    `warm` is the worker that stays for interactive jobs.
    """

    def __init__(self) -> None:
        self._tasks: list[JobTask] = []
        self.warm = WarmWorker()

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
        stem = f"{time.strftime('%Y-%m-%d %H.%M.%S')} {file_stem(name)}"
        return make_folder(free_path(runs_folder(), stem))

    def model_file(self, name: str) -> Path:
        """Give a free name for a model file, and make its folder.

        Raises:
            BadInputError: The folder can't be made.
        """
        return free_path(
            make_folder(models_folder()), f"{file_stem(name)} {time.strftime('%Y-%m-%d %H.%M')}", ".safetensors"
        )

    def start(
        self, title: str, job: Any, folder: Path, *, warm: bool = False, before: Sequence[Step] = (),
        completed: Callable[[Any], Any] = lambda job: job,
    ) -> JobTask:  # fmt: skip
        """Start a job on the task manager; connect to its signals at once, before the event loop goes on.

        Args:
            title: What the task manager shows.
            job: The job.
            folder: Where its file and log go.
            warm: Whether somebody waits for it, so that the worker that stays does it.
            before: What is to be done first, in the task's thread.
            completed: Gives the job with what has to be looked up, in the task's thread too.

        Raises:
            NoInterpreterError: There is nothing to compute with.
        """
        worker = self.warm if warm else None
        text = partial(_text_of, job, completed)
        task = JobTask(title, text, folder, self._command_maker(), worker, before, is_heavy(job))
        if not warm:
            self.warm.rest()
            rest_toolbox_worker()
        self._tasks.append(task)
        task.ended.connect(lambda _outcome: self._forget(task))
        add_task(task)
        return task

    def prepare(self, models: Sequence[Path]) -> None:
        """Have the worker that stays load models, in the background.

        Raises:
            NoInterpreterError: There is nothing to compute with.
        """
        changed = {str(path): path.stat().st_mtime for path in models if path.is_file()}
        if changed:
            job = PrepareJob(tuple(changed), threads=THREADS.value())
            self.warm.prepare(self._command_maker()(Path(JOB_FILE)), job_to_json(job), changed)

    def ask(self, job: Any, key: str) -> None:
        """Have the worker that stays do a job in the background; `warm.answered` brings the result with the key.

        Raises:
            NoInterpreterError: There is nothing to compute with.
        """
        self.warm.ask(self._command_maker()(Path(JOB_FILE)), job_to_json(job), key)

    def shutdown(self) -> bool:
        """Cancel every job, disconnect from it, and wait until its processes are gone; True when they are."""
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            for signal in (task.heard, task.ended):
                with contextlib.suppress(TypeError):  # nobody listens to it
                    signal.disconnect()
            task.cancel()
        deadline = time.monotonic() + _GONE_S
        are_gone = [task.wait_until_gone(max(0.0, deadline - time.monotonic())) for task in tasks]
        return self.warm.close() and all(are_gone)

    def _command_maker(self) -> Callable[[Path], Command]:
        newer = updated_meanwhile()
        if newer:
            text = tr(
                "Outcrop was updated to {new} while QGIS was running with {old}. Close QGIS and open it again.",
                new=newer, old=LOADED,
            )  # fmt: skip
            raise BadInputError(text)
        interpreter = find_interpreter(INTERPRETER.value())
        environment = child_environment(os.environ, qgis_folder())
        return lambda job_file: worker_command(interpreter, job_file, environment)

    def _forget(self, task: JobTask) -> None:
        if task in self._tasks:
            self._tasks.remove(task)


def _text_of(job: Any, completed: Callable[[Any], Any]) -> str:
    return job_to_json(completed(job))


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
