"""The lock of a process: a file that the system holds for it and lets go of when it ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path
from typing import Optional

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
_PLACE = 1 << 20
"""On Windows a locked byte can't be read by others; this one lies beyond everything that the file holds."""
_BETWEEN_TRIES_S = 0.05


class ProcessLock:
    """A file that at most one living process holds; what it says is for people alone.

    No number of a process is trusted: the system gives those to others again. Where a disk knows no locks, as some
    network drives don't, the lock is always free.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Optional[int] = None

    @property
    def is_held(self) -> bool:
        """Whether a living process holds it, this one or another."""
        if self._file is not None:
            return True
        try:
            file = os.open(self._path, os.O_RDONLY)
        except OSError:
            return False
        try:
            return not _locked(file, shared=True)
        finally:
            os.close(file)

    def take(self, text: str = "", patience_s: float = 1.0) -> bool:
        """Take it, and write down a text; False when another holds it longer than a mere look takes."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        until = time.monotonic() + patience_s
        while not _locked(file):
            if time.monotonic() > until:
                os.close(file)
                return False
            time.sleep(_BETWEEN_TRIES_S)
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, text.encode("utf-8"))
        self._file = file
        return True

    def let_go(self) -> None:
        """Let go of it, if it is held here; the file stays, or two processes could hold two of that name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def _locked(file: int, *, shared: bool = False) -> bool:
    """Lock an open file, until it is closed; False where another has done so."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(file, _PLACE, os.SEEK_SET)
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        if error.errno not in _NO_LOCKS:
            raise
    return True
