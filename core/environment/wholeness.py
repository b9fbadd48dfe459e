"""Whether an environment's files are all there: quickly for the packages that matter, or file by file."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path


def site_packages(folder: Path) -> list[Path]:
    """Give the folders that hold an environment's packages, on every system."""
    candidates = [*folder.glob("lib/python*/site-packages"), folder / "Lib" / "site-packages"]
    return [candidate for candidate in candidates if candidate.is_dir()]


def base_is_there(folder: Path) -> bool:
    """Tell whether the Python that an environment was made with is still there; an update may have removed it."""
    try:
        lines = (folder / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    homes = [line.partition("=")[2].strip() for line in lines if line.partition("=")[0].strip() == "home"]
    return bool(homes) and Path(homes[0]).is_dir()


def missing_modules(folder: Path, modules: Iterable[str]) -> tuple[str, ...]:
    """List the modules of which nothing is left on the disk; a matter of microseconds each."""
    sites = site_packages(folder)
    return tuple(
        name for name in modules
        if not any((site / name / "__init__.py").is_file() or (site / f"{name}.py").is_file() for site in sites)
    )  # fmt: skip


def broken_packages(folder: Path) -> list[Path]:
    """List the packages, by the folders that describe them, of which a file is missing or cut short."""
    return [info for site in site_packages(folder) for info in sorted(site.glob("*.dist-info")) if _is_broken(info)]


def forget_broken(folder: Path) -> list[str]:
    """Forget broken packages, so that installers put them back; give their names."""
    broken = broken_packages(folder)
    for info in broken:
        shutil.rmtree(info)
    return [info.name.partition("-")[0] for info in broken]


def _is_broken(info: Path) -> bool:
    if not (info / "METADATA").is_file():
        return True
    try:
        return not all(_is_whole(info.parent / name, size) for name, size in _recorded(info / "RECORD"))
    except (OSError, ValueError, csv.Error):
        return True


def _recorded(record: Path) -> Iterator[tuple[str, int]]:
    """Read the files of a package and their sizes, -1 where none is given."""
    with record.open(encoding="utf-8", newline="") as lines:
        for row in csv.reader(lines):
            if row and not row[0].endswith(".pyc"):
                yield row[0], int(row[2]) if len(row) > 2 and row[2] else -1


def _is_whole(path: Path, size: int) -> bool:
    try:
        there = path.stat().st_size
    except FileNotFoundError:
        return False
    return size < 0 or there == size
