"""The disk: whether there is room, and what is said when a file can't be written, for want of it or of its folder."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from ..errors import BadInputError, DiskError, OutcropError
from ..message import Message
from ..wording import translatable

RESUME = translatable("What was finished before is kept. {cure} and resume the run.")
START_AGAIN = translatable("{cure} and start again.")
TRY_AGAIN = translatable("Nothing was changed. {cure} and try again.")
_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)}
_FULL_TEXTS = (
    "no space left",
    "disk full",
    "disk is full",
    "os error 28",
    "not enough space",
    "quota exceeded",
    "file too large",
)
_TOO_LARGE = "too large regarding"
"""What GDAL says of a raster with more tiles than its format can count."""  # fmt: skip
_WRITERS = {"rasterio", "pyogrio", "safetensors", "sqlite3"}
"""Libraries whose own errors stand for the disk's where they write."""
_TOLD: ContextVar[bool] = ContextVar("told", default=False)


def check_room(folder: Path, needed: int, text: str) -> None:
    """Refuse work for which the disk of a folder has no room.

    Args:
        folder: Where it is written.
        needed: The most bytes that it takes.
        text: What is said then, `translatable`, of {needed}, {folder} and {free}.

    Raises:
        BadInputError: With what is needed and what is free.
    """
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise BadInputError(text, needed=_size(needed), folder=folder, free=_size(free))


def make_folder(folder: Path) -> None:
    """Make a folder with those above it, where it isn't there.

    Raises:
        BadInputError: When it can't be made; with the reason.
    """
    check_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadInputError(
            "The folder “{folder}” can't be made: {reason}. Choose another place.", folder=folder, reason=error.strerror
        ) from error


def check_folder(folder: Path) -> None:
    """Refuse a folder that can't be made or filled, before any work is spent on it.

    Raises:
        BadInputError: A file has its name or that of a folder above it, or the last of these that is there is
            read-only.
    """
    there = next((path for path in (folder, *folder.parents) if os.path.lexists(path)), folder)
    if not there.is_dir():
        raise BadInputError("“{file}” is a file and can't be a folder. Choose another place.", file=there)
    if not os.access(there, os.W_OK):
        raise BadInputError("The folder “{folder}” can't be written. Choose another place.", folder=there)


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e8 else f"{max(1, round(count / 1e6))} MB"


@contextmanager
def disk_trouble_told(path: str | Path, how_to_go_on: str) -> Iterator[None]:
    """Turn errors of the disk within a `with` block into words; GDAL's own errors may reach Python unwrapped.

    Of nested blocks the outermost one writes the message: it knows best what was lost and how to go on.

    Args:
        path: The file or folder that is written, named where the error names none.
        how_to_go_on: `RESUME`, `START_AGAIN` or `TRY_AGAIN`.

    Raises:
        DiskError: Naming the place and what to do.
    """
    if _TOLD.get():
        yield
        return
    before = _TOLD.set(True)
    try:
        yield
    except OutcropError:
        raise
    except Exception as error:
        if not is_trouble(error):
            raise
        raise DiskError(trouble_text(error, path, how_to_go_on)) from error
    finally:
        _TOLD.reset(before)


def trouble_text(error: BaseException, path: str | Path, how_to_go_on: str) -> Message:
    """Put an error of the disk into words."""
    if _TOO_LARGE in str(error):
        return Message(
            "“{place}” would have more pixels than a GeoTIFF can hold. Choose a smaller extent, or cut the imagery.",
            place=path,
        )
    if is_full(error):
        advice = Message(how_to_go_on, cure=Message("Free some space"))
        return Message("The disk is full: “{place}” can't be written. {advice}", place=path, advice=advice)
    what = Message("“{path}” can't be used any more", path=getattr(error, "filename", None) or path)
    if _library(error) == "rasterio":
        what = Message("A raster of “{place}” can't be read or written", place=path)
    elif not isinstance(error, OSError) or _library(error):
        what = Message("A file of “{place}” can't be read or written", place=path)
    advice = Message(how_to_go_on, cure=Message("Check that the disk is there, has room and can be written,"))
    reason = getattr(error, "strerror", None) or error
    return Message("{what}: {reason}. {advice}", what=what, reason=reason, advice=advice)


def is_trouble(error: BaseException) -> bool:
    """Say whether an error is one of the disk, as Python says it or a library that writes files."""
    return isinstance(error, OSError) or bool(_library(error)) or is_full(error)


def is_full(error: BaseException) -> bool:
    """Say whether an error means that there is no room on the disk, whichever library says so."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    said = str(error).lower()
    return _TOO_LARGE not in said and any(text in said for text in _FULL_TEXTS)


def _library(error: BaseException) -> str:
    """Give the library that an error comes from, if it is one that writes files."""
    homes = (cls.__module__.partition(".")[0] for cls in type(error).__mro__)
    return next((home for home in homes if home in _WRITERS), "")
