"""Interpreters to make an environment with: asked what they are, and the first that suits is taken."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ..errors import BadInputError
from .plan import HIGHEST_PYTHON, LOWEST_PYTHON, NEWEST_FROM

_TIME_OUT_S = 60


@dataclass(frozen=True)
class Interpreter:
    """A Python: where it is, its version as in "3.11.2", and the kind of machine it was built for."""

    path: Path
    version: str
    machine: str = ""

    @property
    def suits(self) -> bool:
        """Whether there are locked packages for its version."""
        return LOWEST_PYTHON <= minor_version(self.version) <= HIGHEST_PYTHON

    @property
    def has_newest(self) -> bool:
        """Whether the newest of the locked packages are made for its version."""
        return self.suits and minor_version(self.version) >= NEWEST_FROM


def minor_version(version: str) -> tuple[int, ...]:
    """Give the first two numbers of a version: (3, 11) for "3.11.2"."""
    return tuple(map(int, version.split(".")[:2]))


def ask_python(
    python: Path, variables: Optional[Mapping[str, str]] = None, needs: tuple[str, ...] = ("ensurepip", "venv")
) -> Interpreter:
    """Ask an interpreter what it is.

    Raises:
        BadInputError: It doesn't run, or lacks one of the modules it needs.
    """
    ask = f"import platform, {', '.join(needs)}; print(platform.python_version(), platform.machine())"
    try:
        answer = subprocess.run(
            [str(python), "-I", "-c", ask],
            capture_output=True, text=True, timeout=_TIME_OUT_S, check=True, stdin=subprocess.DEVNULL, env=variables,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BadInputError(
            "“{python}” can't be run as Python: {error}. Choose another interpreter.", python=python, error=error
        ) from error
    except subprocess.CalledProcessError as error:
        hint = "On Debian and Ubuntu install python3-venv." if "ensurepip" in error.stderr else error.stderr.strip()
        raise BadInputError("“{python}” can't make virtual environments. {hint}", python=python, hint=hint) from error
    version, _, machine = answer.stdout.strip().partition(" ")
    return Interpreter(python, version, machine)


def find_python(
    candidates: Iterable[Path], variables: Optional[Mapping[str, str]] = None, uv: bool = False
) -> Interpreter:
    """Find the first interpreter that suits; with uv at hand, also one that can't make environments by itself.

    One for which the newest packages are made is taken before an older one.

    Raises:
        BadInputError: None does; the message says what was found and what to do.
    """
    older: Optional[Interpreter] = None
    lacking: list[Interpreter] = []
    unfit: list[str] = []
    for path in (path for path in candidates if path.is_file()):
        try:
            interpreter = ask_python(path, variables, ("venv",))
        except BadInputError:
            continue
        if not interpreter.suits:
            unfit.append(f"{path} ({interpreter.version})")
            continue
        try:
            whole = ask_python(path, variables)
        except BadInputError:
            lacking.append(interpreter)
            continue
        if whole.has_newest:
            return whole
        older = older or whole
    if older is not None:
        return older
    if lacking and uv:
        return lacking[0]
    low, high = (".".join(map(str, version)) for version in (LOWEST_PYTHON, HIGHEST_PYTHON))
    if lacking:
        raise BadInputError(
            (
                "“{path}” can't make environments. Install python3-venv (Debian, Ubuntu: sudo apt install "
                "python3-venv), or uv, and try again."
            ),
            path=lacking[0].path,
        )
    seen = f" Found: {', '.join(unfit)}." if unfit else ""
    raise BadInputError(
        (
            "No Python {low} to {high} was found on this computer.{seen} Install one from python.org and try again, or "
            "use one that you have."
        ),
        low=low,
        high=high,
        seen=seen,
    )
