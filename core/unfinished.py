"""Unfinished files: what lies on a disk while something is made of it, taken away however the work ends."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

_KNOWN: set[Path] = set()


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Know a file or folder as unfinished while the block lasts; then it goes, with all whose names begin as its own.

    What was moved to another name before the block's end stays. A file that another program holds open may stay too.
    """
    _KNOWN.add(path)
    try:
        yield path
    finally:
        _remove(path)
        _KNOWN.discard(path)


@contextmanager
def temporary_folder(beside: str | Path | None = None) -> Iterator[Path]:
    """Make a folder that goes at the block's end: hidden beside a file, on its disk, or where the system has its own.

    Raises:
        OSError: When it can't be made.
    """
    prefix, place = ("outcrop-", None) if beside is None else (".outcrop-", Path(beside).parent)
    with unfinished(Path(tempfile.mkdtemp(prefix=prefix, dir=place))) as folder:
        yield folder


def remove_unfinished() -> None:
    """Take away all that is unfinished, from any thread of a process that ends at once, in the midst of its work."""
    for path in tuple(_KNOWN):
        _remove(path)


def remove_leftovers(leftovers: Iterable[Path]) -> None:
    """Remove files, and folders with all that is in them; what another program holds open may stay."""
    for leftover in leftovers:
        if leftover.is_dir():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            with suppress(OSError):
                leftover.unlink()


def _remove(path: Path) -> None:
    remove_leftovers(path.parent.glob(f"{escape(path.name)}*"))
