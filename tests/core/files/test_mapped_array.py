"""Arrays on the disk: zeros to work on, with their room taken before they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from outcrop.core.files import mapped_array as module
from outcrop.core.files.mapped_array import mapped_array


@pytest.mark.parametrize("reserving", [True, False])
def test_what_is_written_lies_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reserving: bool) -> None:
    if not reserving:
        monkeypatch.delattr(os, "posix_fallocate", raising=False)
        monkeypatch.setattr(module, "_ZEROS", bytes(7))
    made = mapped_array(tmp_path / "a", "<u4", (3, 5))
    assert not made.any()
    made[1] = 7
    made.flush()
    np.testing.assert_array_equal(np.fromfile(tmp_path / "a", "<u4").reshape(3, 5)[:, 0], [0, 7, 0])


@pytest.mark.skipif(sys.platform == "win32", reason="a limit as a process has it elsewhere")
def test_room_that_is_not_there_is_missed_at_once(tmp_path: Path) -> None:
    import resource
    import signal

    before, heard = resource.getrlimit(resource.RLIMIT_FSIZE), signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(OSError, match="large"):
            mapped_array(tmp_path / "a", np.uint8, (2_000,))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, heard)
