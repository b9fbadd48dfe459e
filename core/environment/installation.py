"""Make an environment as planned: step by step, with progress, stoppable, and without doing anything twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Optional

from ..errors import BadInputError, CancelledError, OutcropError
from ..whole_file import write_text
from .plan import (
    LOG,
    LOWEST_PYTHON,
    STAMP,
    EnvironmentPlan,
    clean_environment,
    create_command,
    install_command,
    list_command,
    locked_names,
    normalised,
    read_locks,
    remove_command,
    stamp,
    verify_command,
)

Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]

_SEEDS = {"pip", "setuptools", "wheel"}
_LOG_TAIL = 15
_TIME_OUT_S = 60
_POLL_S = 0.2


def is_ready(plan: EnvironmentPlan) -> bool:
    """Tell whether the environment is there, whole, and what the locks ask for now."""
    try:
        found = (plan.folder / STAMP).read_text(encoding="utf-8")
    except OSError:
        return False
    return plan.interpreter.exists() and found == stamp(plan, python_version(plan.python))


def make_environment(plan: EnvironmentPlan, progress: Progress, cancelled: Cancelled = lambda: False) -> bool:
    """Make or mend the environment, and return False where nothing had to be done.

    What was installed before a stop or a failure is kept and not fetched again; the stamp comes last.

    Args:
        plan: What the environment shall hold.
        progress: Called with the finished fraction, 0 to 1, and what is being done.
        cancelled: Asked several times a second.

    Raises:
        BadInputError: The interpreter doesn't suit, or there is too little room.
        CancelledError: Stopped on request.
        OutcropError: A step failed; the message holds the end of its log.
    """
    version = python_version(plan.python)
    if is_ready(plan):
        return False
    _check(plan, version)
    plan.folder.mkdir(parents=True, exist_ok=True)
    (plan.folder / STAMP).unlink(missing_ok=True)
    if not _works(plan):
        progress(0.0, f"Making an empty environment in {plan.folder}")
        _run(create_command(plan), plan.folder.parent / f".{plan.folder.name}.log", lambda _: None, cancelled)
        (plan.folder.parent / f".{plan.folder.name}.log").unlink(missing_ok=True)
    steps = _Steps(plan, progress, cancelled)
    steps.install()
    steps.remove_strays()
    steps.verify()
    write_text(plan.folder / STAMP, stamp(plan, version))
    progress(1.0, "Ready")
    return True


def python_version(python: Path) -> str:
    """Ask an interpreter for its version, as in "3.11.2".

    Raises:
        BadInputError: It doesn't run.
    """
    ask = "import platform, ensurepip, venv; print(platform.python_version())"
    try:
        answer = subprocess.run(
            [str(python), "-I", "-c", ask],
            capture_output=True, text=True, timeout=_TIME_OUT_S, check=True, stdin=subprocess.DEVNULL,
            env=clean_environment(os.environ),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BadInputError(f"“{python}” can't be run as Python: {error}. Choose another interpreter.") from error
    except subprocess.CalledProcessError as error:
        hint = "On Debian and Ubuntu install python3-venv." if "ensurepip" in error.stderr else error.stderr.strip()
        raise BadInputError(f"“{python}” can't make virtual environments. {hint}") from error
    return answer.stdout.strip()


def _check(plan: EnvironmentPlan, version: str) -> None:
    lowest = ".".join(map(str, LOWEST_PYTHON))
    if plan.torch is not None and tuple(map(int, version.split(".")[:2])) < LOWEST_PYTHON:
        raise BadInputError(f"“{plan.python}” is Python {version}; {lowest} or newer is needed. Choose another one.")
    if plan.torch is None:
        return
    there = next(folder for folder in (plan.folder, *plan.folder.parents) if folder.exists())
    free_gb = shutil.disk_usage(there).free / 1e9
    if free_gb < plan.torch.disk_gb and not plan.interpreter.exists():
        raise BadInputError(
            f"“{there}” has {free_gb:.1f} GB left; about {plan.torch.disk_gb:.1f} GB are needed. "
            "Make room, or choose another folder."
        )


def _works(plan: EnvironmentPlan) -> bool:
    """Tell whether the environment's interpreter runs and has the version of the one it is made with."""
    if not plan.interpreter.exists():
        return False
    try:
        return python_version(plan.interpreter) == python_version(plan.python)
    except BadInputError:
        return False


class _Steps:
    """The steps after an empty environment is there; each reports its part of the whole."""

    def __init__(self, plan: EnvironmentPlan, progress: Progress, cancelled: Cancelled) -> None:
        self.plan = plan
        self.progress = progress
        self.cancelled = cancelled
        self.log = plan.folder / LOG
        self.log.unlink(missing_ok=True)

    def install(self) -> None:
        """Install torch, from pip's own places first and else from its index, and then everything else."""
        torch, names = self.plan.torch, {lock: locked_names(text) for lock, text in read_locks(self.plan).items()}
        if torch is not None:
            step = "Installing torch"
            self.progress(0.03, f"{step}, the {torch.name} build: {torch.why}")
            try:
                self._pip((torch.lock,), len(names[torch.lock]), 0.03, 0.35, step)
            except OutcropError:
                if torch.index is None or not self._not_found():
                    raise
                self.progress(0.03, f"{step} from {torch.index}")
                self._pip((torch.lock,), len(names[torch.lock]), 0.03, 0.35, step, torch.index)
        count = sum(len(names[lock]) for lock in self.plan.locks)
        start = 0.35 if torch else 0.03
        self.progress(start, f"Installing {count} packages")
        self._pip(self.plan.locks, count, start, 0.9, f"Installing {count} packages")

    def remove_strays(self) -> None:
        """Remove what no lock names any more, so that nothing works by luck."""
        answer = subprocess.run(
            list_command(self.plan), capture_output=True, text=True, check=True, env=clean_environment(os.environ)
        )
        held = {normalised(entry["name"]) for entry in json.loads(answer.stdout)}
        wanted = {name for text in read_locks(self.plan).values() for name in locked_names(text)}
        strays = sorted(held - wanted - _SEEDS)
        if strays:
            self.progress(0.9, f"Removing {', '.join(strays)}")
            self._run(remove_command(self.plan, strays), lambda _: None)

    def verify(self) -> None:
        """Import everything once."""
        self.progress(0.92, "Checking that every package works")
        self._run(verify_command(self.plan), lambda _: None)

    def _pip(
        self, locks: tuple[str, ...], count: int, start: float, end: float, step: str, index: Optional[str] = None
    ) -> None:
        before = _count_installed(self.plan.folder)

        def watch(said: str) -> None:
            # Half of the way is fetching, which pip tells of; half is unpacking, which shows in the folder.
            fetched = said.count("\nCollecting ") + said.count("\nRequirement already satisfied")
            done = (fetched + max(0, _count_installed(self.plan.folder) - before)) / (2 * count)
            self.progress(start + (end - start) * min(1.0, done), step)

        self._run(install_command(self.plan, locks, index), watch)

    def _run(self, command: list[str], watch: Callable[[str], None]) -> None:
        _run(command, self.log, watch, self.cancelled)

    def _not_found(self) -> bool:
        said = self.log.read_text(encoding="utf-8", errors="replace")
        return "No matching distribution found" in said or "Could not find a version" in said


def _count_installed(folder: Path) -> int:
    places = [*folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages"]
    return sum(entry.suffix == ".dist-info" for place in places if place.is_dir() for entry in place.iterdir())


def _run(command: list[str], log: Path, watch: Callable[[str], None], cancelled: Cancelled) -> None:
    """Run one command with its output appended to a log, and hand what it has said so far to `watch`."""
    with log.open("ab") as out:
        out.write(f"$ {' '.join(command)}\n".encode())
        out.flush()
        begin = out.tell()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=clean_environment(os.environ)
        )
        try:
            while process.poll() is None:
                if cancelled():
                    raise CancelledError("Stopped. What is installed already is kept; start again to go on.")
                watch(_said_since(log, begin))
                time.sleep(_POLL_S)
        finally:
            _end(process)
    if process.returncode != 0:
        tail = "\n".join(_said_since(log, begin).strip().splitlines()[-_LOG_TAIL:])
        raise OutcropError(f"“{' '.join(command[:6])} …” failed. The end of “{log}”:\n{tail}")


def _said_since(log: Path, begin: int) -> str:
    with log.open("rb") as written:
        written.seek(begin)
        return "\n" + written.read().decode("utf-8", errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
