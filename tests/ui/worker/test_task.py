"""A job on the task manager reports how it ended, whatever the worker does."""

from __future__ import annotations

import errno
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import ogr, osr
from outcrop.ui.compat import task_pool
from outcrop.ui.worker.environment import Command, NoInterpreterError
from outcrop.ui.worker.task import JobTask, Outcome, add_task, keep_threads
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRunnable


class Listener:
    """Gather what a task tells."""

    def __init__(self, task: JobTask) -> None:
        self.events: list[dict[str, Any]] = []
        self.batches = 0
        self.outcomes: list[Outcome] = []
        task.heard.connect(self._hear)
        task.ended.connect(self.outcomes.append)

    def _hear(self, events: list[dict[str, Any]]) -> None:
        self.batches += 1
        self.events += events


Maker = Callable[[str], tuple[JobTask, Listener]]


@pytest.fixture
def make_task(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job_command: Callable[[Path], Command]) -> Maker:
    def make(behaviour: str) -> tuple[JobTask, Listener]:
        monkeypatch.setenv("OUTCROP_STUB", behaviour)
        job = {
            "job": "train", "name": "m", "recipe": {"model": "unet_improved"}, "run_folder": str(tmp_path),
            "model_file": str(tmp_path / "m.safetensors"),
        }  # fmt: skip
        task = JobTask("Training", json.dumps(job), tmp_path, job_command)
        return task, Listener(task)

    return make


def finish(qtbot: QtBot, task: JobTask, listener: Listener) -> Outcome:
    add_task(task)
    qtbot.waitUntil(lambda: bool(listener.outcomes), timeout=60_000)
    return listener.outcomes[0]


def test_result_reaches_the_main_thread_after_the_events(qtbot: QtBot, make_task: Maker, tmp_path: Path) -> None:
    task, listener = make_task("good")
    outcome = finish(qtbot, task, listener)
    assert outcome.succeeded
    assert outcome.result is not None
    assert outcome.result["model_file"] == str(tmp_path / "m.safetensors")
    assert outcome.folder == tmp_path
    assert [event["epoch"] for event in listener.events if "epoch" in event] == [1, 2, 3, 4]
    assert json.loads((tmp_path / "request.json").read_text())["name"] == "m"


@pytest.mark.parametrize(
    ("behaviour", "kind", "text", "details"),
    [
        ("bad_input", "bad_input", "no field “kind”", "chatter"),
        ("crash", "failed", "status 7", "something broke"),
        ("killed", "failed", "memory ran out", ""),
        ("silent", "failed", "without a result", "chatter"),
    ],
)
def test_failure_says_why(
    qtbot: QtBot,
    make_task: Maker,
    behaviour: str,
    kind: str,
    text: str,
    details: str,
) -> None:
    task, listener = make_task(behaviour)
    outcome = finish(qtbot, task, listener)
    assert not outcome.succeeded
    assert outcome.kind == kind
    assert text in outcome.text
    assert details in outcome.details


@pytest.mark.parametrize("behaviour", ["slow", "polite", "stubborn", "grandchild"])
def test_cancel_ends_within_two_seconds_and_leaves_no_process(
    qtbot: QtBot,
    make_task: Maker,
    is_running: Callable[[int], bool],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    behaviour: str,
) -> None:
    note = tmp_path / "note"
    monkeypatch.setenv("OUTCROP_STUB_NOTE", str(note))
    task, listener = make_task(behaviour)
    add_task(task)
    failed: list[bool] = []
    task.taskTerminated.connect(lambda: failed.append(True))
    qtbot.waitUntil(lambda: len(listener.events) > 5, timeout=60_000)
    pid = task._process.pid
    assert is_running(pid)
    begin = time.monotonic()
    task.cancel()
    qtbot.waitUntil(lambda: bool(listener.outcomes), timeout=60_000)
    assert time.monotonic() - begin < 2.0
    assert listener.outcomes[0].kind == "cancelled"
    assert failed == []  # QGIS would tell of it
    assert not is_running(pid)
    if behaviour == "polite":
        assert note.read_text() == "tidied up"
    if behaviour == "grandchild":
        assert not is_running(int(note.read_text()))


def test_job_that_was_done_before_it_heard_of_the_cancelling_has_its_result(
    qtbot: QtBot, make_task: Maker, tmp_path: Path
) -> None:
    task, listener = make_task("too_late")
    add_task(task)
    qtbot.waitUntil(lambda: len(listener.events) > 5, timeout=60_000)
    task.cancel()
    qtbot.waitUntil(lambda: bool(listener.outcomes), timeout=60_000)
    assert listener.outcomes[0].succeeded == (tmp_path / "m.safetensors").exists()
    assert listener.outcomes[0].succeeded


def test_stop_and_keep_ends_with_a_result(qtbot: QtBot, make_task: Maker) -> None:
    task, listener = make_task("slow")
    add_task(task)
    qtbot.waitUntil(lambda: len(listener.events) > 5, timeout=60_000)
    task.tell({"command": "finish"})
    qtbot.waitUntil(lambda: bool(listener.outcomes), timeout=60_000)
    assert listener.outcomes[0].succeeded


def test_worker_that_hangs_after_its_result_is_ended(
    qtbot: QtBot, make_task: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.ui.worker.task._EXIT_GRACE_S", 0.3)
    task, listener = make_task("hangs_after_result")
    assert finish(qtbot, task, listener).succeeded


def test_interpreter_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    def refuse(_job_file: Path) -> Command:
        raise NoInterpreterError("The Python “x” is gone.")

    task = JobTask("Training", "{}", tmp_path, refuse)
    listener = Listener(task)
    outcome = finish(qtbot, task, listener)
    assert (outcome.kind, outcome.text) == ("bad_input", "The Python “x” is gone.")


def test_program_that_cannot_start_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    task = JobTask("Training", "{}", tmp_path, lambda _file: Command((str(tmp_path / "gone"),), {}, str(tmp_path)))
    outcome = finish(qtbot, task, Listener(task))
    assert outcome.kind == "failed"
    assert "couldn't be started" in outcome.text


def test_run_folder_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path, job_command: Callable[[Path], Command]) -> None:
    task = JobTask("Training", "{}", tmp_path / "gone", job_command)
    assert "doesn't exist" in finish(qtbot, task, Listener(task)).text


def test_full_disk_is_told_before_anything_starts(
    qtbot: QtBot, make_task: Maker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(_path: object, _text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("outcrop.ui.worker.task.write_text", refuse)
    task, listener = make_task("good")
    outcome = finish(qtbot, task, listener)
    assert outcome.kind == "bad_input"
    assert outcome.text.startswith(f"“{tmp_path}” can't be written: No space left on device. Free some disk space")


def test_cancel_before_the_start_starts_nothing(qtbot: QtBot, make_task: Maker) -> None:
    task, listener = make_task("slow")
    task.hold()
    add_task(task)
    task.cancel()
    qtbot.waitUntil(lambda: bool(listener.outcomes), timeout=60_000)
    assert listener.outcomes[0].kind == "cancelled"
    assert task.wait_until_gone(0.0)


class Waiting(QRunnable):
    """Work that says that it is being done, and waits to be told to end."""

    def __init__(self) -> None:
        super().__init__()
        self.runs, self.end = threading.Event(), threading.Event()

    def run(self) -> None:
        self.runs.set()
        self.end.wait(60)


def test_a_task_starts_at_once_in_a_pool_that_is_full(qtbot: QtBot, make_task: Maker) -> None:
    pool = task_pool()
    most = pool.maxThreadCount()
    others = [Waiting() for _ in range(most)]
    for other in others:
        pool.start(other)
    try:
        assert all(other.runs.wait(60) for other in others)
        task, listener = make_task("good")
        assert finish(qtbot, task, listener).succeeded
        assert pool.maxThreadCount() == most
    finally:
        for other in others:
            other.end.set()
        qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=60_000)


def test_a_task_starts_in_a_full_pool_that_has_an_idle_thread(qtbot: QtBot) -> None:
    keep_threads()
    pool = task_pool()
    most = pool.maxThreadCount()
    others = [Waiting() for _ in range(most + 1)]
    pool.setMaxThreadCount(most + 1)
    for other in others:
        pool.start(other)
    try:
        assert all(other.runs.wait(60) for other in others)
        others[-1].end.set()
        qtbot.waitUntil(lambda: pool.activeThreadCount() == most, timeout=60_000)
        pool.setMaxThreadCount(most)
        done = threading.Event()
        task = QgsTask.fromFunction("set", lambda _task: done.set())
        add_task(task)
        assert done.wait(10)
    finally:
        pool.setMaxThreadCount(most)
        for other in others:
            other.end.set()
        qtbot.waitUntil(lambda: pool.activeThreadCount() == 0, timeout=60_000)


def test_a_layer_keeps_its_system_when_the_thread_that_made_it_first_is_idle(qtbot: QtBot, tmp_path: Path) -> None:
    file, system = tmp_path / "points.gpkg", osr.SpatialReference()
    system.ImportFromEPSG(32748)  # which no other test makes
    ogr.GetDriverByName("GPKG").CreateDataSource(str(file)).CreateLayer("points", system, ogr.wkbPoint)
    loaded, go_on = threading.Event(), threading.Event()

    def load(_task: QgsTask) -> None:
        QgsVectorLayer(str(file), "points", "ogr")
        loaded.set()
        go_on.wait(60)

    task_pool().setExpiryTimeout(10)  # so that an idle thread would end at once
    task = QgsTask.fromFunction("load", load)
    add_task(task)
    assert loaded.wait(60)
    layer = QgsVectorLayer(str(file), "points", "ogr")
    go_on.set()
    qtbot.waitUntil(lambda: task_pool().activeThreadCount() == 0, timeout=60_000)
    qtbot.wait(500)
    assert layer.crs().toWkt()
    there = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    assert there.transform(QgsPointXY(500_000, 9_000_000)).x() == pytest.approx(105)
