"""The lock of an environment: two processes can't work on one at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BadInputError
from ..files.process_lock import ProcessLock


class LockedError(BadInputError):
    """Another process works on the same environment."""


@contextmanager
def held_lock(path: Path) -> Iterator[None]:
    """Hold a lock file while the block runs.

    Raises:
        LockedError: Another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    lock = ProcessLock(path)
    if not lock.take():
        raise LockedError(
            "Another QGIS or command works on “{path}” right now. Wait until it is done, or end it, and try again.",
            path=path.with_suffix(""),
        )
    try:
        yield
    finally:
        lock.let_go()
