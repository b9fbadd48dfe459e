"""The environments that Outcrop has made: which there are, which one is used, and what is amiss with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Optional

from .installation import read_stamp
from .places import interpreter_in
from .plan import lock_key
from .python.needs import NEEDS, Verdict, judge
from .wholeness import base_is_there, missing_modules

_PREFIX = "env-"


@dataclass(frozen=True)
class Managed:
    """One environment that was finished once.

    Attributes:
        folder: Where it is.
        interpreter: Its Python.
        torch: The build of torch it was made with; None without networks.
        python: The version of its Python.
        versions: The versions of its packages by module, as they were found when it was made.
        is_current: Whether it was made from the locks of this version of Outcrop.
        damage: What is gone from the disk: modules, or the Python itself; empty where all is there.
    """

    folder: Path
    interpreter: Path
    torch: Optional[str]
    python: str
    versions: Mapping[str, str]
    is_current: bool
    damage: tuple[str, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What this version of Outcrop can do with it."""
        unchecked = {need.module: "" for need in NEEDS if not need.imported and self.torch is not None}
        return judge({**unchecked, **self.versions})

    @property
    def works(self) -> bool:
        """Whether it is whole and has what the classifiers need."""
        return not self.damage and self.verdict.classifiers


@dataclass(frozen=True)
class EnvironmentChoice:
    """The environment that is used, if there is one, and the one that should be looked at, if there is one.

    Attributes:
        used: The one that jobs run in: made from this version's locks, else the newest older one that still works.
        damaged: One of this version that was whole once; only while none of this version works.
        outdated: The newest older one, which this version can't work with; only while nothing works.
        unfinished: Whether making one was begun and not ended.
    """

    used: Optional[Managed] = None
    damaged: Optional[Managed] = None
    outdated: Optional[Managed] = None
    unfinished: bool = False


def current_folder(base: Path) -> Path:
    """Give the folder of the environment that this version of Outcrop makes, named after its locks."""
    return base / f"{_PREFIX}{_key()}"


def read_managed(folder: Path, platform: str) -> Optional[Managed]:
    """Read what a folder holds; None where it is no finished environment."""
    stamp = read_stamp(folder)
    if stamp is None:
        return None
    interpreter = Path(interpreter_in(folder, platform))
    versions = stamp.get("versions", {})
    damage = tuple(missing_modules(folder, versions))
    if not interpreter.is_file() or not base_is_there(folder):
        damage = ("Python", *damage)
    return Managed(
        folder, interpreter, stamp.get("torch"), str(stamp.get("python", "")), versions,
        folder.name == current_folder(folder.parent).name, damage,
    )  # fmt: skip


def choose_managed(base: Path, platform: str) -> EnvironmentChoice:
    """Look through the folder for environments and choose; nothing is run, so that this can be asked often."""
    if not base.is_dir():
        return EnvironmentChoice()
    folders = [folder for folder in base.iterdir() if folder.name.startswith(_PREFIX) and folder.is_dir()]
    there = [managed for folder in folders if (managed := read_managed(folder, platform)) is not None]
    current = next((managed for managed in there if managed.is_current), None)
    if current is not None and current.works:
        return EnvironmentChoice(current)
    older = sorted((managed for managed in there if not managed.is_current), key=_made, reverse=True)
    working = next((managed for managed in older if managed.works), None)
    unfinished = current is None and current_folder(base).is_dir()
    return EnvironmentChoice(working, current, older[0] if older and working is None else None, unfinished)


def old_environments(base: Path, platform: str) -> list[Path]:
    """List what newer versions of Outcrop have left behind, once there is one from the present locks that works."""
    used = choose_managed(base, platform).used
    if used is None or not used.is_current:
        return []
    return [folder for folder in base.glob(f"{_PREFIX}*") if folder.is_dir() and folder != used.folder]


def _made(managed: Managed) -> float:
    try:
        return managed.folder.stat().st_mtime
    except OSError:
        return 0.0


@lru_cache(maxsize=1)
def _key() -> str:
    return lock_key()
