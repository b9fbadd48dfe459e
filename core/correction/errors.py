"""What can go wrong with a session, beside what can go wrong with any file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..errors import BadInputError, DiskError


class SessionInUseError(BadInputError):
    """Another window or another person corrects in this session now."""


class OtherPredictionError(BadInputError):
    """The session belongs to another prediction, or to an earlier state of this one."""

    def __init__(self, text: str, name: str, digest: str) -> None:
        super().__init__(text)
        self.name, self.digest = name, digest


class BlockedRevertError(BadInputError):
    """Later corrections lie on the same pixels; `by` are their numbers."""

    def __init__(self, text: str, by: Sequence[int]) -> None:
        super().__init__(text)
        self.by = tuple(by)


class NothingToCorrectError(BadInputError):
    """What was drawn covers no pixel that can be corrected."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says within a `with` block into words.

    Raises:
        DiskError: The file can't be written now: locked, full disk, no permission.
        BadInputError: The file isn't a session, or is damaged.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise DiskError(
                "Another program holds “{path}” and it can't be written now. End editing there and try again.",
                path=path,
            ) from error
        if "full" in text:
            raise DiskError(
                (
                    "The disk is full: “{path}” can't be written. Free some space and try again; what was corrected "
                    "before is kept."
                ),
                path=path,
            ) from error
        if isinstance(error, sqlite3.OperationalError) and "no such" not in text:
            raise DiskError(
                (
                    "“{path}” can't be read or written: {text}. Check that the disk is there and can be written, and "
                    "try again; what was corrected before is kept."
                ),
                path=path,
                text=text,
            ) from error
        raise BadInputError(
            "“{path}” isn't a session of corrections, or is damaged: {text}. Choose another, or begin a new one.",
            path=path,
            text=text,
        ) from error
