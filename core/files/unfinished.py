"""Unfinished files: what lies on a disk while something is made of it, taken away however the work ends.

Each has in its name the token of the process that owns it, which holds a lock beside it for as long: what a killed
process has left is known by a lock that nobody holds, and never taken for another living process's.
"""

from __future__ import annotations

import hashlib
import itertools
import os
import shutil
import tempfile
import threading
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path

from .process_lock import PassingLock

_KNOWN: set[Path] = set()
_OWNED: dict[Path, tuple[PassingLock, int]] = {}
"""The locks beside what is unfinished, by folder, and how much there is of it."""
_CLAIMS: set[PassingLock] = set()
_GUARD = threading.RLock()
_TOKENS: dict[int, str] = {}
_NUMBERS = itertools.count(1)
_PREFIX, _LOCK = ".outcrop-", ".lock"
_LONGEST_STEM, _LONGEST_SUFFIX = 60, 16


def hidden(target: Path, kind: str = "partial") -> Path:
    """Give a new hidden name beside a file, of the same suffix, short and with this process's token in it.

    GDAL and others choose the format by the suffix.
    """
    stem = target.stem.encode("utf-8", "surrogateescape")[:_LONGEST_STEM].decode("utf-8", "ignore")
    suffix = target.suffix if len(os.fsencode(target.suffix)) <= _LONGEST_SUFFIX else ""
    return target.with_name(f".{stem}.{_token()}.{next(_NUMBERS)}.{kind}{suffix}")


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """Know a file or folder as unfinished while the block lasts; then it goes, with all whose names begin as its own.

    What was moved to another name before the block's end stays. A file that another program holds open may stay too.
    """
    owned = _own(path.parent)
    _KNOWN.add(path)
    try:
        yield path
    finally:
        _remove(path)
        _KNOWN.discard(path)
        if owned:
            _disown(path.parent)


@contextmanager
def temporary_folder(beside: str | Path | None = None) -> Iterator[Path]:
    """Make a folder that goes at the block's end: hidden beside a file, on its disk, or where the system has its own.

    Raises:
        OSError: When it can't be made.
    """
    parent = Path(tempfile.gettempdir()) if beside is None else Path(beside).parent
    prefix = f"{_PREFIX if beside is not None else _PREFIX[1:]}{_token()}-"
    owned = _own(parent)
    try:
        with unfinished(Path(tempfile.mkdtemp(prefix=prefix, dir=parent))) as folder:
            yield folder
    finally:
        if owned:
            _disown(parent)


def lies_in_unfinished(path: Path) -> bool:
    """Say whether a file's folder is unfinished itself."""
    return not _KNOWN.isdisjoint(path.parents)


def remove_unfinished() -> None:
    """Take away all that is unfinished, from any thread of a process that ends at once, in the midst of its work."""
    for path in tuple(_KNOWN):
        _remove(path)
    for held in (*(owner for owner, _ in tuple(_OWNED.values())), *tuple(_CLAIMS)):
        held.let_go()


def remove_left_behind(folder: str | Path | None = None) -> None:
    """Remove from a folder, the system's own by default, what processes have left there that live no more."""
    searched = Path(tempfile.gettempdir() if folder is None else folder)
    with suppress(OSError):
        for path in tuple(searched.glob(f"{_PREFIX}*{_LOCK}")):
            left = PassingLock(path)
            if left.take_left():
                token = path.name[len(_PREFIX) : -len(_LOCK)]
                remove_leftovers(leftover for leftover in searched.glob(f"*{escape(token)}*") if leftover != path)
                left.let_go()


@contextmanager
def claimed(target: Path) -> Iterator[bool]:
    """Keep the name of a file for this process while the block lasts; gives False where another one has it.

    Where no lock can be made nobody is held up; who writes first is told what is wrong.
    """
    name = os.path.normcase(target.name).encode("utf-8", "surrogateescape")
    claim = _lock_in(target.parent, hashlib.sha256(name).hexdigest()[:16])
    try:
        taken = claim.take()
    except OSError:
        taken = True
    _CLAIMS.add(claim)
    try:
        yield taken
    finally:
        _CLAIMS.discard(claim)
        claim.let_go()


def _lock_in(folder: Path, token: str) -> PassingLock:
    return PassingLock(folder / f"{_PREFIX}{token}{_LOCK}")


def remove_leftovers(leftovers: Iterable[Path]) -> None:
    """Remove files, and folders with all that is in them; what another program holds open may stay."""
    for leftover in leftovers:
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover, ignore_errors=True)
        else:
            with suppress(OSError):
                leftover.unlink()


def _own(folder: Path) -> bool:
    """Hold this process's lock in a folder, first clearing it; not in one that is unfinished itself."""
    with _GUARD:
        if lies_in_unfinished(folder / "any"):
            return False
        owner, count = _OWNED.get(folder) or (_lock_in(folder, _token()), 0)
        if not count:
            remove_left_behind(folder)
            with suppress(OSError):  # who can't write here will be told so when he writes
                owner.take()
        _OWNED[folder] = (owner, count + 1)
        return True


def _disown(folder: Path) -> None:
    with _GUARD:
        owner, count = _OWNED[folder]
        if count > 1:
            _OWNED[folder] = (owner, count - 1)
            return
        del _OWNED[folder]
        owner.let_go()


def _token() -> str:
    """Give this process's token; a process that was forked off has one of its own."""
    return _TOKENS.setdefault(os.getpid(), uuid.uuid4().hex[:10])


def _remove(path: Path) -> None:
    remove_leftovers(path.parent.glob(f"{escape(path.name)}*"))
