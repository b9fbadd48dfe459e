from __future__ import annotations

from pathlib import Path

from tests.core.correction.killed import kill_and_check


def test_what_was_told_as_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    assert kill_and_check(tmp_path, seed=5, kills=4) > 0
