"""Logs and pages lie where nobody else can read or guess them, and go with QGIS."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from outcrop.core.files import private_folder as module


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_it_is_private_and_goes_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    at_exit: list[object] = []
    monkeypatch.setattr(module.atexit, "register", at_exit.append)
    module._folder.cache_clear()
    folder = module.private_folder()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert module.private_folder() == folder
    (folder / "worker.log").write_text("noise")
    (close,) = at_exit
    close()  # type: ignore[operator]
    assert not folder.exists()
    assert not [path for path in Path(folder).parent.glob(".outcrop-*.lock") if folder.name.split("-")[1] in path.name]
