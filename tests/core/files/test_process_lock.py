"""The lock of a process: one holds it, others see that, and the system lets go of it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from outcrop.core.files import process_lock
from outcrop.core.files.process_lock import ProcessLock

ROOT = Path(__file__).resolve().parents[3]
HOLDER = (
    f"import runpy, sys; runpy.run_path({str(ROOT / 'core' / '__main__.py')!r})['bind_package']()\n"
    "from pathlib import Path\n"
    "from outcrop.core.files.process_lock import ProcessLock\n"
    "print(ProcessLock(Path(sys.argv[1])).take('me'), flush=True)\n"
    "input()\n"
)


def test_one_holds_it_and_all_see_that(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    mine, other = ProcessLock(path), ProcessLock(path)
    assert not mine.is_held
    assert mine.take("this is me")
    assert mine.is_held
    assert other.is_held
    assert not other.take(patience_s=0.0)
    assert path.read_text() == "this is me"
    mine.let_go()
    assert not other.is_held
    assert other.take("me")
    assert path.read_text() == "me"
    other.let_go()
    other.let_go()


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-I", "-c", HOLDER, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        assert ProcessLock(path).is_held
        assert not ProcessLock(path).take(patience_s=0.0)
        holder.kill()
        holder.wait(10)
        assert not ProcessLock(path).is_held


def test_children_that_live_on_do_not_hold_it(tmp_path: Path) -> None:
    lock = ProcessLock(tmp_path / "lock")
    lock.take()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        lock.let_go()
        assert not ProcessLock(tmp_path / "lock").is_held
        child.kill()


def test_a_short_look_of_others_is_waited_out(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first, second = ProcessLock(path), ProcessLock(path)
    first.take()
    timer = threading.Timer(0.2, first.let_go)
    timer.start()
    began = time.monotonic()
    assert second.take(patience_s=5.0)
    assert time.monotonic() - began < 4
    timer.join(5)


class FakeWindows:
    """What `msvcrt` offers: a byte range is locked by one descriptor, until that is closed."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.places: list[int] = []
        self.holders: set[int] = set()

    def locking(self, file: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)
        self.places.append(os.lseek(file, 0, os.SEEK_CUR))
        if any(holder != file and _is_open(holder) for holder in self.holders):
            raise OSError(errno.EACCES, "Permission denied")
        self.holders.add(file)


def _is_open(file: int) -> bool:
    try:
        os.fstat(file)
    except OSError:
        return False
    return True


def test_on_windows_a_byte_beyond_the_text_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = FakeWindows()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)  # type: ignore[arg-type]
    monkeypatch.setattr(process_lock, "sys", SimpleNamespace(platform="win32"))
    mine, other = ProcessLock(tmp_path / "lock"), ProcessLock(tmp_path / "lock")
    assert mine.take("text")
    assert other.is_held
    assert not other.take(patience_s=0.0)
    mine.let_go()
    assert not other.is_held
    assert set(fake.places) == {1 << 20}
    assert (tmp_path / "lock").read_text() == "text"


def test_a_disk_without_locks_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(_file: int, _mode: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuse)
    lock = ProcessLock(tmp_path / "lock")
    assert lock.take()
    lock.let_go()
    assert not lock.is_held


def test_a_full_disk_takes_the_lock_without_its_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _text: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    held = ProcessLock(tmp_path / "lock")
    assert held.take("who")
    held.let_go()
    assert not held.is_held
    assert ProcessLock(tmp_path / "lock").take()
