"""The steps in which an environment is made; each reports its part of the whole and can be stopped."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Optional

from ..errors import CancelledError
from ..message import Message
from .pip.child import end_child, start_child
from .pip.failure import InstallError, explain
from .pip.pip_settings import read_pip_settings, uv_variables
from .plan import (
    INSTALLER_LOCK,
    TORCH_COMPANIONS,
    EnvironmentPlan,
    create_command,
    install_command,
    list_command,
    lock_entries,
    locked_names,
    normalised,
    read_lock,
    read_locks,
    remove_command,
    uv_create_command,
    uv_install_command,
)
from .progress import count_fetched, count_installed, package_named
from .python.probing import only_imports, probe_command, read_answer

Progress = Callable[[float, str], None]
Cancelled = Callable[[], bool]

_SEEDS = {"pip", "setuptools", "wheel", "uv"}
_POLL_S = 0.2


class Steps:
    """The steps, one after the other."""

    def __init__(
        self,
        plan: EnvironmentPlan,
        progress: Progress,
        cancelled: Cancelled,
        variables: Optional[Mapping[str, str]],
        uv: Optional[Path] = None,
    ) -> None:
        self.plan = plan
        self.progress = progress
        self.cancelled = cancelled
        self.variables: dict[str, str] = dict(os.environ if variables is None else variables)
        self.uv = uv
        self.log = plan.log
        self.log.unlink(missing_ok=True)

    def create(self, *, by_uv: bool) -> None:
        """Make an empty environment, in place of a broken one; by uv where the Python can't."""
        self.progress(0.0, Message("Making an empty environment in {folder}", folder=self.plan.folder))
        command = uv_create_command(self.uv, self.plan) if by_uv and self.uv else create_command(self.plan)
        self._run(command, _see_nothing)

    def fetch_uv(self) -> None:
        """Fetch uv into the environment where the plan asks for it and it isn't at hand; else pip does the same."""
        beside = self.plan.interpreter.with_name("uv.exe" if os.name == "nt" else "uv")
        if not self.plan.uv or self.uv is not None:
            return
        if not beside.exists():
            self.progress(0.03, Message("Fetching uv, a fast installer"))
            with suppress(InstallError):
                self._run(install_command(self.plan, (INSTALLER_LOCK,)), _see_nothing)
        self.uv = beside if beside.exists() else None

    def install_packages(self, end: float) -> None:
        """Install everything but torch and what only it needs."""
        skipped = TORCH_COMPANIONS if self.plan.imports else set()
        with tempfile.TemporaryDirectory() as folder:
            locks = tuple(self._part(lock, skipped, Path(folder), inside=False) for lock in self.plan.locks)
            self._install(locks, 0.05, end)

    def install_torch(self, start: float, end: float) -> None:
        """Install torch, from pip's own places first and else from its index, and what belongs to it."""
        torch = self.plan.torch
        if torch is None:
            return
        self.progress(start, Message("Installing torch, the {name} build: {why}", name=torch.name, why=torch.why))
        try:
            self._install((torch.lock,), start, end - 0.03)
        except InstallError as error:
            if torch.index is None or self.plan.wheels is not None or not error.not_found:
                raise
            self.progress(start, Message("Installing torch from {index}", index=torch.index))
            self._install((torch.lock,), start, end - 0.03, torch.index)
        with tempfile.TemporaryDirectory() as folder:
            parts = [self._part(lock, TORCH_COMPANIONS, Path(folder), inside=True) for lock in self.plan.locks]
            parts = [part for part in parts if Path(part).stat().st_size]
            if parts and self.plan.imports:
                self._install(tuple(parts), end - 0.03, end)

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
            self.progress(0.9, Message("Removing {strays}", strays=", ".join(strays)))
            self._run(remove_command(self.plan, strays), _see_nothing)

    def verify(self, imports: tuple[str, ...], fraction: float) -> dict[str, str]:
        """Import modules once, in the environment itself, and give their versions.

        Raises:
            InstallError: One of them can't be imported.
        """
        self.progress(fraction, Message("Checking that every package works"))
        said = self._run(probe_command(self.plan.interpreter, only_imports(imports)), _see_nothing)
        report = read_answer(said)
        errors = dict(report.errors) if report else {"the environment": "its Python said nothing"}
        if report is None or errors:
            broken = "; ".join(f"{name}: {error}" for name, error in errors.items())
            sentence = explain(broken, "Importing the packages")
            if sentence.startswith("“"):
                sentence = Message(
                    "These packages don't work: {broken}. Press Repair, or choose another Python.", broken=broken
                )
            raise InstallError(sentence, self.log, broken)
        return dict(report.versions)

    def _part(self, lock: str, names: set[str], folder: Path, *, inside: bool) -> str:
        """Write the entries of a lock whose names are, or are not, among some, and give the file's path."""
        part = folder / f"{'with' if inside else 'without'}-{lock}"
        part.write_text(lock_entries(read_lock(lock), names, inside=inside), encoding="utf-8")
        return str(part)

    def _install(self, locks: tuple[str, ...], start: float, end: float, index: Optional[str] = None) -> None:
        """Install with uv if there is one; where it fails, pip has the last word."""
        if self.uv is not None:
            variables = {**self.variables, **uv_variables(self._pip_settings(), self.variables)}
            command = uv_install_command(self.uv, self.plan, locks, index)
            try:
                self._watched(command, locks, start, end, variables)
            except InstallError as error:
                if error.is_final:
                    raise
            else:
                return
        self._watched(install_command(self.plan, locks, index), locks, start, end, self.variables)

    def _watched(
        self, command: list[str], locks: tuple[str, ...], start: float, end: float, variables: Mapping[str, str]
    ) -> None:
        count = max(1, sum(len(locked_names(read_lock(lock))) for lock in locks))
        before = count_installed(self.plan.folder)

        def watch(said: str) -> None:
            # Half of the way is fetching, which the installer tells of; half is unpacking, which shows in the folder.
            arrived = max(0, count_installed(self.plan.folder) - before)
            done = min(1.0, (count_fetched(said) + arrived) / (2 * count))
            named = package_named(said)
            text = f"{named}, {min(count, arrived)} of {count} packages" if named else f"{count} packages"
            self.progress(start + (end - start) * done, Message("Installing {packages}", packages=text))

        self._run(command, watch, variables)

    def _pip_settings(self) -> dict[str, str]:
        command = [str(self.plan.interpreter), "-I", "-m", "pip", "config", "list"]
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, env=self.variables
        )
        return read_pip_settings(answer.stdout)

    def _run(
        self, command: list[str], watch: Callable[[str], None], variables: Optional[Mapping[str, str]] = None
    ) -> str:
        """Run one command, its output appended to the log and handed to `watch` as it grows; give all that it said.

        Raises:
            CancelledError: Stopped on request; the command has been ended with all its children.
            InstallError: It failed.
        """
        with self.log.open("ab") as out:
            out.write(f"$ {' '.join(command)}\n".encode())
            out.flush()
            begin = out.tell()
            process = start_child(command, out, self.variables if variables is None else variables)
            try:
                while process.poll() is None:
                    if self.cancelled():
                        raise CancelledError("Stopped. What is installed already is kept; start again to go on.")
                    watch(_said_since(self.log, begin))
                    time.sleep(_POLL_S)
            finally:
                end_child(process)
        said = _said_since(self.log, begin)
        if process.returncode != 0:
            short = " ".join([Path(command[0]).name, *command[1:5], "…"])
            raise InstallError(explain(said, short, self.plan.wheels is not None), self.log, said)
        return said


def _see_nothing(said: str) -> None:
    """Watch a command that tells nothing of its progress."""


def _said_since(log: Path, begin: int) -> str:
    with log.open("rb") as written:
        written.seek(begin)
        return "\n" + written.read().decode("utf-8", errors="replace")
