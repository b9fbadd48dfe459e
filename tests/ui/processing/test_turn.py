"""Heavy jobs take turns, whether the dock or the toolbox asked for them; light ones and watched ones go at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from outcrop.core.prediction.jobs import PredictJob
from outcrop.core.training.settings.jobs import ResumeJob
from outcrop.core.vectorise.jobs import CleanJob
from outcrop.ui.processing.base.worker_run import run_job
from outcrop.ui.worker.launcher import Launcher
from outcrop.ui.worker.task import CANCELLED, JobTask, Outcome, is_heavy, turn
from pytestqt.qtbot import QtBot
from qgis.core import QgsProcessingException

JOB = PredictJob(("m.safetensors",), ("i.tif",), "p.tif")


def in_dock(launcher: Launcher, job: Any, folder: Path) -> tuple[JobTask, list[str], list[Outcome]]:
    texts: list[str] = []
    outcomes: list[Outcome] = []
    task = launcher.start("a job", job, folder)
    task.heard.connect(lambda events: texts.extend(str(event.get("text")) for event in events))
    task.ended.connect(outcomes.append)
    return task, texts, outcomes


def is_waiting(texts: list[str]) -> bool:
    return any("Waiting for another job" in text for text in texts)


def test_which_jobs_are_heavy() -> None:
    assert is_heavy(JOB)
    assert is_heavy(ResumeJob("run"))
    assert not is_heavy(PredictJob(("m.safetensors",), ("i.tif",), "p.tif", centre=(1.0, 2.0)))
    assert not is_heavy(CleanJob("p.tif", "c.tif"))


def test_dock_and_toolbox_wait_for_the_same_turn(qtbot: QtBot, tmp_path: Path, cancelling: Any) -> None:
    launcher = Launcher()
    with turn(lambda: False, print):
        _, texts, outcomes = in_dock(launcher, JOB, tmp_path)
        qtbot.waitUntil(lambda: is_waiting(texts), timeout=10_000)
        cancelling.cancel()
        with pytest.raises(QgsProcessingException, match="stopped"):
            run_job(JOB, tmp_path / "toolbox", cancelling)
        assert is_waiting(cancelling.texts)
        _, light_texts, light = in_dock(launcher, CleanJob("p.tif", "c.tif"), tmp_path)
        qtbot.waitUntil(lambda: bool(light), timeout=30_000)
        assert not is_waiting(light_texts)
        assert not outcomes
    qtbot.waitUntil(lambda: bool(outcomes), timeout=30_000)
    assert outcomes[0].kind != CANCELLED
    assert launcher.shutdown()


def test_a_waiting_job_can_be_cancelled(qtbot: QtBot, tmp_path: Path) -> None:
    launcher = Launcher()
    with turn(lambda: False, print):
        task, texts, outcomes = in_dock(launcher, JOB, tmp_path)
        qtbot.waitUntil(lambda: is_waiting(texts), timeout=10_000)
        task.cancel()
        qtbot.waitUntil(lambda: bool(outcomes), timeout=10_000)
        assert outcomes[0].kind == CANCELLED
    with turn(lambda: False, pytest.fail):
        pass
    assert launcher.shutdown()
