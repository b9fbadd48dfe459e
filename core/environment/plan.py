"""What an environment shall hold, and the commands that make it: nothing here runs anything."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from .torch_build import TorchBuild

LOCKS = Path(__file__).resolve().parents[2] / "requirements"
LOWEST_PYTHON = (3, 11)  # of the versions in the locks
STAMP = "outcrop-environment.json"
WORKER_IMPORTS = ("torch", "numpy", "scipy", "sklearn", "skimage", "rasterio", "pyogrio", "safetensors", "matplotlib")


@dataclass(frozen=True)
class EnvironmentPlan:
    """One environment: its folder, the interpreter it is made with, its locks, and the modules that prove it whole."""

    folder: Path
    python: Path
    locks: tuple[str, ...]
    torch: Optional[TorchBuild] = None
    imports: tuple[str, ...] = ()
    sees_system: bool = False

    @property
    def interpreter(self) -> Path:
        """The environment's own interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def log(self) -> Path:
        """What pip and the others said; beside the folder, because making it anew empties it."""
        return self.folder.with_name(f"{self.folder.name}.log")

    @property
    def all_locks(self) -> tuple[str, ...]:
        """The lock files, torch's first."""
        return ((self.torch.lock,) if self.torch else ()) + self.locks


def worker_plan(folder: Path, python: Path, torch: TorchBuild, extras: tuple[str, ...] = ()) -> EnvironmentPlan:
    """Plan the worker's environment; extras name further locks, such as "engines.txt"."""
    return EnvironmentPlan(folder, python, ("worker.txt", *extras), torch, WORKER_IMPORTS)


def create_command(plan: EnvironmentPlan) -> list[str]:
    """Make an empty environment in the plan's folder, in place of a broken one."""
    command = [str(plan.python), "-I", "-m", "venv", "--clear"]
    return [*command, *(["--system-site-packages"] if plan.sees_system else []), str(plan.folder)]


def install_command(plan: EnvironmentPlan, locks: tuple[str, ...], index: Optional[str] = None) -> list[str]:
    """Install locked packages and only these: none is asked what else it wants, and none is built from source."""
    command = [str(plan.interpreter), "-I", "-m", "pip", "install", "--no-deps", "--only-binary", ":all:"]
    # Without compiling, installing takes half as long; Python compiles what is used when it is first imported.
    command += [
        "--require-hashes",
        "--no-compile",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
    ]
    if index is not None:
        command += ["--index-url", index]
    for lock in locks:
        command += ["--requirement", str(LOCKS / lock)]
    return command


def remove_command(plan: EnvironmentPlan, names: list[str]) -> list[str]:
    """Remove packages that no lock names any more."""
    return [str(plan.interpreter), "-I", "-m", "pip", "uninstall", "--yes", "--disable-pip-version-check", *names]


def list_command(plan: EnvironmentPlan) -> list[str]:
    """List what the environment itself holds, as JSON."""
    command = [str(plan.interpreter), "-I", "-m", "pip", "list", "--local", "--format", "json"]
    return [*command, "--disable-pip-version-check"]


def verify_command(plan: EnvironmentPlan) -> list[str]:
    """Import what the environment is for, so that a broken package shows now and not in the middle of the work."""
    return [str(plan.interpreter), "-I", "-c", "import " + ", ".join(plan.imports or ("pip",))]


def locked_names(text: str) -> set[str]:
    """Read the names of the packages in a lock file, normalised as pip compares them."""
    return {normalised(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", text, flags=re.MULTILINE)}


def normalised(name: str) -> str:
    """Spell a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_locks(plan: EnvironmentPlan) -> dict[str, str]:
    """Read the plan's lock files, by file name."""
    return {lock: (LOCKS / lock).read_text(encoding="utf-8") for lock in plan.all_locks}


def stamp(plan: EnvironmentPlan, python_version: str) -> str:
    """Describe a finished environment, as JSON; two equal stamps mean that nothing has to be done."""
    digest = hashlib.sha256()
    for lock, text in sorted(read_locks(plan).items()):
        digest.update(f"{lock}\n{text}\n".encode())
    facts = {
        "locks": digest.hexdigest(),
        "torch": plan.torch.name if plan.torch else None,
        "python": python_version,
        "sees_system": plan.sees_system,
    }
    return json.dumps(facts, indent=1) + "\n"
