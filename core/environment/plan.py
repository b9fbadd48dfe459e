"""What an environment shall hold, and the commands that make it: nothing here runs anything."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from .python.needs import needed_imports
from .torch_build import CPU_LOCK, CUDA_LOCK, TorchBuild

LOCKS = Path(__file__).resolve().parents[2] / "requirements"
LOWEST_PYTHON, HIGHEST_PYTHON = (3, 9), (3, 14)  # of the versions in the locks
NEWEST_FROM = (3, 11)
"""From this Python on the locks hold the newest packages; older ones get the last that were made for them."""
STAMP = "outcrop-environment.json"
INSTALLER_LOCK, WORKER_LOCK = "installer.txt", "worker.txt"
TORCH_COMPANIONS = {"torchvision", "timm"}  # in the worker's lock, but of use to networks alone


@dataclass(frozen=True)
class EnvironmentPlan:
    """One environment.

    Attributes:
        folder: Where it shall be.
        python: The interpreter it is made with.
        locks: Its lock files, without torch's.
        torch: The build of torch; None for an environment without networks.
        imports: The modules that prove it whole, without torch.
        sees_system: Whether it sees the packages of the interpreter it is made with.
        uv: Install with uv where it can be had, and else with pip; False: with pip.
        wheels: A folder of wheels to install from, without any network; None: from where pip is set up to look.
    """

    folder: Path
    python: Path
    locks: tuple[str, ...]
    torch: Optional[TorchBuild] = None
    imports: tuple[str, ...] = ()
    sees_system: bool = False
    uv: bool = False
    wheels: Optional[Path] = None

    @property
    def interpreter(self) -> Path:
        """The environment's own interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def log(self) -> Path:
        """What pip and the others said; beside the folder, because making it anew empties it."""
        return self.folder.with_name(f"{self.folder.name}.log")

    @property
    def lock_file(self) -> Path:
        """What is locked while the environment is worked on."""
        return self.folder.with_name(f"{self.folder.name}.lock")

    @property
    def uv_cache(self) -> Path:
        """Where uv keeps what it has fetched until the environment is finished; linked from there, not copied."""
        return self.folder.with_name("uv-cache")

    @property
    def all_locks(self) -> tuple[str, ...]:
        """The lock files, torch's first."""
        return ((self.torch.lock,) if self.torch else ()) + self.locks


def worker_plan(
    folder: Path, python: Path, torch: Optional[TorchBuild], extras: tuple[str, ...] = ()
) -> EnvironmentPlan:
    """Plan the worker's environment, without networks if torch is None; extras name further locks ("engines.txt")."""
    return EnvironmentPlan(folder, python, (WORKER_LOCK, *extras), torch, needed_imports(networks=False))


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
    return [*command, *_sources(plan, index), *_requirements(locks)]


def uv_install_command(
    uv: Path, plan: EnvironmentPlan, locks: tuple[str, ...], index: Optional[str] = None
) -> list[str]:
    """Install as `install_command` does, with uv.

    Every index is asked for the locked version, which is safe because the hash decides what is taken.
    """
    command = [str(uv), "pip", "install", "--python", str(plan.interpreter), "--no-deps", "--only-binary", ":all:"]
    command += ["--require-hashes", "--index-strategy", "unsafe-best-match", "--cache-dir", str(plan.uv_cache)]
    return [*command, *_sources(plan, index), *_requirements(locks)]


def uv_create_command(uv: Path, plan: EnvironmentPlan) -> list[str]:
    """Make an empty environment with a Python that can't do it alone, as Debian's can't without python3-venv."""
    return [str(uv), "venv", "--clear", "--seed", "--python", str(plan.python), str(plan.folder)]


def _sources(plan: EnvironmentPlan, index: Optional[str]) -> list[str]:
    if plan.wheels is not None:
        return ["--no-index", "--find-links", str(plan.wheels)]
    return ["--index-url", index] if index is not None else []


def _requirements(locks: tuple[str, ...]) -> list[str]:
    return [part for lock in locks for part in ("--requirement", str(LOCKS / lock))]


def remove_command(plan: EnvironmentPlan, names: list[str]) -> list[str]:
    """Remove packages that no lock names any more."""
    return [str(plan.interpreter), "-I", "-m", "pip", "uninstall", "--yes", "--disable-pip-version-check", *names]


def list_command(plan: EnvironmentPlan) -> list[str]:
    """List what the environment itself holds, as JSON."""
    command = [str(plan.interpreter), "-I", "-m", "pip", "list", "--local", "--format", "json"]
    return [*command, "--disable-pip-version-check"]


def download_command(folder: str, torch: Optional[TorchBuild], python: str = "python3") -> list[str]:
    """Give the command by which a computer with a network fills a folder of wheels for one without."""
    command = [python, "-m", "pip", "download", "--no-deps", "--only-binary", ":all:", "--dest", folder]
    if torch is not None and torch.index is not None:
        command += ["--extra-index-url", torch.index]
    return [*command, *_requirements((WORKER_LOCK, INSTALLER_LOCK, *([torch.lock] if torch else [])))]


def locked_names(text: str) -> set[str]:
    """Read the names of the packages in a lock file, normalised as pip compares them."""
    return {normalised(name) for name in re.findall(r"^([A-Za-z0-9][\w.-]*)==", text, flags=re.MULTILINE)}


def normalised(name: str) -> str:
    """Spell a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked_versions(text: str) -> dict[str, str]:
    """Read the versions in a lock file by normalised name; where it depends on the machine, the newest counts."""
    pins = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", text, flags=re.MULTILINE)
    return {normalised(name): version for name, version in pins}


def lock_entries(text: str, names: set[str], *, inside: bool) -> str:
    """Give the entries of a lock file whose names are, or are not, among some."""
    entries = re.split(r"\n(?=[^\s])", text.strip())
    kept = [entry for entry in entries if (normalised(re.split(r"[=\s]", entry)[0]) in names) is inside]
    return "".join(f"{entry}\n" for entry in kept if not entry.startswith("#"))


def read_lock(lock: str) -> str:
    """Read a lock file."""
    return (LOCKS / lock).read_text(encoding="utf-8")


def read_locks(plan: EnvironmentPlan) -> dict[str, str]:
    """Read the plan's lock files, by file name."""
    return {lock: read_lock(lock) for lock in plan.all_locks}


def lock_key() -> str:
    """Name the worker's locks, all builds of torch together: an environment's folder is named after it."""
    locks = (WORKER_LOCK, CPU_LOCK, CUDA_LOCK)
    return hashlib.sha256("\n".join(map(read_lock, locks)).encode()).hexdigest()[:8]


def facts(plan: EnvironmentPlan, python_version: str) -> dict[str, Any]:
    """Describe what a finished environment holds; two equal descriptions mean that nothing has to be done."""
    digest = hashlib.sha256()
    for lock, text in sorted(read_locks(plan).items()):
        digest.update(f"{lock}\n{text}\n".encode())
    return {
        "locks": digest.hexdigest(),
        "torch": plan.torch.name if plan.torch else None,
        "python": python_version,
        "sees_system": plan.sees_system,
    }


def stamp(plan: EnvironmentPlan, python_version: str, versions: Optional[Mapping[str, str]] = None) -> str:
    """Write down what a finished environment holds, as JSON, with the versions that were found by module."""
    return json.dumps({**facts(plan, python_version), "versions": dict(versions or {})}, indent=1) + "\n"
