"""Each job gets a folder and a name of its own, fit for any system."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.sample.jobs import SampleJob
from outcrop.ui.settings import INTERPRETER, WORK_FOLDER
from outcrop.ui.worker.environment import NoInterpreterError
from outcrop.ui.worker.launcher import Launcher
from outcrop.ui.worker.task import LOG_FILE
from pytestqt.qtbot import QtBot


def test_folders_and_files_never_collide(tmp_path: Path) -> None:
    launcher = Launcher()
    first, second = launcher.run_folder("north"), launcher.run_folder("north")
    assert first != second
    assert first.parent == tmp_path / "work" / "runs"
    model = launcher.model_file("north U-Net")
    model.write_text("kept")
    assert launcher.model_file("north U-Net") != model


def test_work_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    WORK_FOLDER.set_value(str(tmp_path / "file" / "work"))
    with pytest.raises(BadInputError, match="Choose another one in the settings"):
        Launcher().run_folder("north")


def test_jobs_that_nobody_listens_to_end_with_the_plugin(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    launcher = Launcher()
    tasks = [launcher.start("a job", SampleJob(str(tmp_path)), launcher.run_folder("a job")) for _number in range(2)]
    qtbot.waitUntil(lambda: all((task._folder / LOG_FILE).exists() for task in tasks), timeout=60_000)
    assert launcher.shutdown()
    assert launcher.running == 0


def test_missing_interpreter_is_told_before_any_work(tmp_path: Path) -> None:
    INTERPRETER.set_value(str(tmp_path / "gone"))
    with pytest.raises(NoInterpreterError):
        Launcher().check()
