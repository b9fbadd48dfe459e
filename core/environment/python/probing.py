"""Looking at an interpreter from outside: what it is, what it can import, what that is enough for."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Optional

from ...errors import BadInputError
from .needs import NEEDS, Verdict, judge

PROBE = Path(__file__).with_name("probe.py")
_TIME_OUT_S = 180
"""A first import can take minutes where a virus scanner looks into every file."""


@dataclass(frozen=True)
class Found:
    """What an interpreter has: its version, the versions of its packages by module, and why others can't be used."""

    python: str
    versions: Mapping[str, str]
    errors: Mapping[str, str] = field(default_factory=dict)
    gpu: str = ""

    @property
    def verdict(self) -> Verdict:
        """What it can do."""
        return judge(self.versions)


def probe_command(interpreter: Path, modules: Sequence[tuple[str, str, bool]]) -> list[str]:
    """Give the command that looks: each module with its package's name, and whether to import it."""
    return [str(interpreter), "-I", str(PROBE), json.dumps(list(modules))]


def everything_needed() -> list[tuple[str, str, bool]]:
    """List the modules that the worker needs, as `probe_command` takes them."""
    return [(need.module, need.package, need.imported) for need in NEEDS]


def only_imports(modules: Sequence[str]) -> list[tuple[str, str, bool]]:
    """List modules to import, as `probe_command` takes them."""
    packages = {need.module: need.package for need in NEEDS}
    return [(module, packages.get(module, module), True) for module in modules]


def read_answer(said: str) -> Optional[Found]:
    """Read what the probe has printed; None where it didn't get that far."""
    for line in reversed(said.splitlines()):
        if not line.startswith('{"python"'):
            continue
        try:
            answer = json.loads(line)
        except ValueError:
            continue
        modules = answer["modules"]
        versions = {name: entry["version"] for name, entry in modules.items() if "version" in entry}
        errors = {name: entry["error"] for name, entry in modules.items() if "error" in entry}
        return Found(answer["python"], versions, errors, answer["gpu"])
    return None


def look_at(interpreter: Path, variables: Optional[Mapping[str, str]] = None) -> Found:
    """Look at an interpreter that the user names.

    Raises:
        BadInputError: It doesn't run, or is no Python that can be used.
    """
    command = probe_command(interpreter, everything_needed())
    try:
        answer = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIME_OUT_S, check=False, stdin=subprocess.DEVNULL,
            env=variables,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BadInputError(
            "“{interpreter}” can't be run as Python: {error}. Choose another interpreter.",
            interpreter=interpreter,
            error=error,
        ) from error
    report = read_answer(answer.stdout)
    if report is None:
        last = (answer.stderr.strip().splitlines() or [f"it ended with status {answer.returncode}"])[-1]
        raise BadInputError(
            "“{interpreter}” doesn't answer as Python does: {last}. Choose another interpreter.",
            interpreter=interpreter,
            last=last,
        )
    return report
