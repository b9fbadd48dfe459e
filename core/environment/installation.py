"""Make an environment as planned: step by step, with progress, stoppable, and without doing anything twice."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Optional

from ..errors import BadInputError, CancelledError, OutcropError
from ..whole_file import write_text
from .plan import (
    LOWEST_PYTHON,
    STAMP,
    EnvironmentPlan,
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


def is_ready(plan: EnvironmentPlan, variables: Optional[Mapping[str, str]] = None) -> bool:
    """Tell whether the environment is there, whole, and what the locks ask for now."""
    try:
        found = (plan.folder / STAMP).read_text(encoding="utf-8")
    except OSError:
        return False
    return plan.interpreter.exists() and found == stamp(plan, python_version(plan.python, variables))


def make_environment(
    plan: EnvironmentPlan,
    progress: Progress,
    cancelled: Cancelled = lambda: False,
    variables: Optional[Mapping[str, str]] = None,
) -> bool:
    """Make or mend the environment, and return False where nothing had to be done.

    What was installed before a stop or a failure is kept and not fetched again; the stamp comes last.

    Args:
        plan: What the environment shall hold.
        progress: Called with the finished fraction, 0 to 1, and what is being done.
        cancelled: Asked several times a second.
        variables: The environment variables of every command that is run; this process's own if None.

    Raises:
        BadInputError: The interpreter doesn't suit, or there is too little room.
        CancelledError: Stopped on request.
        OutcropError: A step failed; the message holds the end of its log.
    """
    version = python_version(plan.python, variables)
    if is_ready(plan, variables):
        return False
    _check(plan, version)
    plan.folder.mkdir(parents=True, exist_ok=True)
    (plan.folder / STAMP).unlink(missing_ok=True)
    steps = _Steps(plan, progress, cancelled, variables)
    if not _works(plan, version, variables):
        steps.create()
    steps.install()
    steps.remove_strays()
    steps.verify()
    write_text(plan.folder / STAMP, stamp(plan, version))
    progress(1.0, "Ready")
    return True


def python_version(
    python: Path, variables: Optional[Mapping[str, str]] = None, needs: tuple[str, ...] = ("ensurepip", "venv")
) -> str:
    """Ask an interpreter for its version, as in "3.11.2".

    Raises:
        BadInputError: It doesn't run, or lacks one of the modules it needs.
    """
    ask = f"import platform, {', '.join(needs)}; print(platform.python_version())"
    try:
        answer = subprocess.run(
            [str(python), "-I", "-c", ask],
            capture_output=True, text=True, timeout=_TIME_OUT_S, check=True, stdin=subprocess.DEVNULL, env=variables,
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


def _works(plan: EnvironmentPlan, version: str, variables: Optional[Mapping[str, str]]) -> bool:
    """Tell whether the environment's interpreter runs, has pip, and the version of the one it is made with."""
    if not plan.interpreter.exists():
        return False
    try:
        return python_version(plan.interpreter, variables, ("pip",)) == version
    except BadInputError:
        return False


class _Steps:
    """The steps, one after the other; each reports its part of the whole."""

    def __init__(
        self, plan: EnvironmentPlan, progress: Progress, cancelled: Cancelled, variables: Optional[Mapping[str, str]]
    ) -> None:
        self.plan = plan
        self.progress = progress
        self.cancelled = cancelled
        self.variables = variables
        self.log = plan.log
        self.log.unlink(missing_ok=True)

    def create(self) -> None:
        """Make an empty environment, in place of a broken one."""
        self.progress(0.0, f"Making an empty environment in {self.plan.folder}")
        self._run(create_command(self.plan), _see_nothing)

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
            list_command(self.plan), capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL,
            env=self.variables,
        )  # fmt: skip
        held = {normalised(entry["name"]) for entry in json.loads(answer.stdout)}
        wanted = {name for text in read_locks(self.plan).values() for name in locked_names(text)}
        strays = sorted(held - wanted - _SEEDS)
        if strays:
            self.progress(0.9, f"Removing {', '.join(strays)}")
            self._run(remove_command(self.plan, strays), _see_nothing)

    def verify(self) -> None:
        """Import everything once."""
        self.progress(0.92, "Checking that every package works")
        self._run(verify_command(self.plan), _see_nothing)

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
        """Run one command with its output appended to the log, and hand what it has said so far to `watch`."""
        with self.log.open("ab") as out:
            out.write(f"$ {' '.join(command)}\n".encode())
            out.flush()
            begin = out.tell()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, env=self.variables
            )
            try:
                while process.poll() is None:
                    if self.cancelled():
                        raise CancelledError("Stopped. What is installed already is kept; start again to go on.")
                    watch(_said_since(self.log, begin))
                    time.sleep(_POLL_S)
            finally:
                _end(process)
        if process.returncode != 0:
            tail = "\n".join(_said_since(self.log, begin).strip().splitlines()[-_LOG_TAIL:])
            raise OutcropError(f"“{' '.join(command[:6])} …” failed. The end of “{self.log}”:\n{tail}")

    def _not_found(self) -> bool:
        said = self.log.read_text(encoding="utf-8", errors="replace")
        return "No matching distribution found" in said or "Could not find a version" in said


def _count_installed(folder: Path) -> int:
    places = [*folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages"]
    return sum(entry.suffix == ".dist-info" for place in places if place.is_dir() for entry in place.iterdir())


def _see_nothing(said: str) -> None:
    """Watch a command that tells nothing of its progress."""


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
