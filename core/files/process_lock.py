"""The lock of a process: a file that the system holds for it and lets go of when it ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Optional

_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS)
_PLACE = 1 << 20
"""On Windows a locked byte can't be read by others; this one lies beyond everything that the file holds."""
_BETWEEN_TRIES_S = 0.05
_DEAD_AFTER_S = 24 * 3600


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
            return lock(file, shared=True) is False
        finally:
            os.close(file)

    def take(self, text: str = "", patience_s: float = 1.0) -> bool:
        """Take it, and write down a text; False when another holds it longer than a mere look takes."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        until = time.monotonic() + patience_s
        while lock(file) is False:
            if time.monotonic() > until:
                os.close(file)
                return False
            time.sleep(_BETWEEN_TRIES_S)
        self._file = file
        with suppress(OSError):  # a full disk takes the lock and no text
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, text.encode("utf-8"))
        return True

    def let_go(self) -> None:
        """Let go of it, if it is held here; the file stays, or two processes could hold two of that name."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


class PassingLock:
    """A lock whose file is there only while a living process holds it; one that a dead process has left is free."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: Optional[int] = None

    def take(self, patience_s: float = 1.0) -> bool:
        """Take it; False when another holds it longer than a mere look takes.

        Raises:
            OSError: The file can't be made.
        """
        until = time.monotonic() + patience_s
        while self._file is None:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
            if lock(file) is not False and self._is(file):
                self._file = file
                break
            os.close(file)
            if time.monotonic() > until:
                return False
            time.sleep(_BETWEEN_TRIES_S)
        return True

    def take_left(self) -> bool:
        """Take one that a dead process has left; where the disk knows no locks, only one that is a day old."""
        try:
            file = os.open(self._path, os.O_RDWR)
        except OSError:
            return False
        held = lock(file)
        age_s = time.time() - os.fstat(file).st_mtime
        if held is False or (held is None and age_s < _DEAD_AFTER_S) or not self._is(file):
            os.close(file)
            return False
        self._file = file
        return True

    def let_go(self) -> None:
        """Let go of it and remove its file, if it is held here."""
        if self._file is None:
            return
        with suppress(OSError):
            self._path.unlink()
        os.close(self._file)
        self._file = None
        if sys.platform == "win32":  # there no file goes while it is open
            with suppress(OSError):
                self._path.unlink()

    def _is(self, file: int) -> bool:
        """Say whether an open file still has the name: whoever held it may have removed it meanwhile."""
        try:
            return os.path.samestat(os.fstat(file), self._path.stat())
        except OSError:
            return False


def lock(file: int, *, shared: bool = False) -> Optional[bool]:
    """Lock an open file, until it is closed; False where another has done so, None where the disk knows no locks."""
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
        return None
    return True
