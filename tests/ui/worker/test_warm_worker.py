"""The worker that stays: jobs one after another in one process, each ending as if it had had its own."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.errors import CancelledError, OutcropError
from outcrop.ui.worker.environment import Command
from outcrop.ui.worker.task import JobTask, Outcome, add_task
from outcrop.ui.worker.warm_worker import WarmJob, WarmWorker
from pytestqt.qtbot import QtBot

Makers = Callable[[Path], Command]


@pytest.fixture
def worker() -> Iterator[WarmWorker]:
    made = WarmWorker()
    yield made
    assert made.close()


@pytest.fixture
def job_text(tmp_path: Path) -> str:
    image = tmp_path / "image.tif"
    image.write_bytes(b"pixels")
    job = {"job": "predict", "models": ["m"], "images": [str(image)], "out": str(tmp_path / "out.tif")}
    return json.dumps({**job, "probabilities": False, "uncertainty": False})


@pytest.fixture
def command(job_command: Makers, tmp_path: Path) -> Command:
    return job_command(tmp_path / "request.json")


def everything(job: WarmJob, within_s: float = 10.0) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    deadline = time.monotonic() + within_s
    for events in job.batches():
        found += events
        assert time.monotonic() < deadline
    return found


def test_jobs_share_one_process(worker: WarmWorker, command: Command, job_text: str) -> None:
    pids = set()
    for _ in range(3):
        job = worker.start(command, job_text)
        assert everything(job)[-1]["event"] == "result"
        pids.add(job.pid)
    assert len(pids) == 1


def test_a_failure_is_one_jobs_alone(
    worker: WarmWorker, job_command: Makers, job_text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "bad_input")
    command = job_command(tmp_path / "request.json")
    first = worker.start(command, job_text)
    assert everything(first)[-1]["kind"] == "bad_input"
    second = worker.start(command, job_text)
    assert everything(second)[-1]["kind"] == "bad_input"
    assert first.pid == second.pid


def test_other_variables_start_another_process(
    worker: WarmWorker, job_command: Makers, job_text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    is_running: Callable[[int], bool],
) -> None:  # fmt: skip
    first = worker.start(job_command(tmp_path / "request.json"), job_text)
    everything(first)
    monkeypatch.setenv("SOMETHING_ELSE", "1")
    second = worker.start(job_command(tmp_path / "request.json"), job_text)
    assert everything(second)[-1]["event"] == "result"
    assert first.pid != second.pid
    deadline = time.monotonic() + 5
    while is_running(first.pid):
        assert time.monotonic() < deadline
        time.sleep(0.02)


@pytest.mark.parametrize(("behaviour", "stays"), [("slow", True), ("stubborn", False)])
def test_cancel_takes_less_than_two_seconds(
    worker: WarmWorker, job_command: Makers, job_text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    behaviour: str, stays: bool,
) -> None:  # fmt: skip
    monkeypatch.setenv("OUTCROP_STUB", behaviour)
    job = worker.start(job_command(tmp_path / "request.json"), job_text)
    if behaviour == "stubborn":
        next(events for events in job.batches() if events)
    began = time.monotonic()
    job.cancel()
    assert time.monotonic() - began < 2.0
    assert (worker.pid == job.pid) == stays


@pytest.fixture
def two_jobs(
    worker: WarmWorker, job_command: Makers, job_text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[WarmJob, WarmJob]:
    """Give a job that is being done and goes on until it is stopped, and one that waits behind it."""
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    command = job_command(tmp_path / "request.json")
    before, waiting = worker.start(command, job_text), worker.start(command, job_text)
    next(events for events in before.batches() if events)
    return before, waiting


def test_a_waiting_job_that_is_stopped_leaves_the_one_before_it_alone(
    worker: WarmWorker, two_jobs: tuple[WarmJob, WarmJob]
) -> None:
    before, waiting = two_jobs
    waiting.cancel()
    assert worker.pid == before.pid
    before.cancel()
    assert [everything(job)[-1]["kind"] for job in two_jobs] == ["cancelled"] * 2
    assert worker.pid == before.pid


def test_a_job_that_only_waited_outlives_its_process(worker: WarmWorker, two_jobs: tuple[WarmJob, WarmJob]) -> None:
    before, waiting = two_jobs
    os.kill(before.pid, signal.SIGKILL)
    assert [event for event in everything(before) if event["event"] in ("result", "error")] == []
    next(events for events in waiting.batches() if events)
    assert waiting.pid == worker.pid != before.pid
    waiting.cancel()
    assert everything(waiting)[-1]["kind"] == "cancelled"


def test_a_task_reports_a_crash_and_the_next_one_works(
    worker: WarmWorker, job_command: Makers, job_text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    qtbot: QtBot,
) -> None:  # fmt: skip
    outcomes: list[Outcome] = []
    for behaviour in ("crash", "good"):
        monkeypatch.setenv("OUTCROP_STUB", behaviour)
        task = JobTask("Predicting", job_text, tmp_path, job_command, worker)
        task.ended.connect(outcomes.append)
        add_task(task)
        with qtbot.waitSignal(task.ended, timeout=60_000):
            pass
    assert "status 7" in outcomes[0].text
    assert "something broke" in outcomes[0].details
    assert outcomes[1].succeeded


def test_steps_come_before_the_job_and_can_be_cancelled(
    worker: WarmWorker, job_command: Makers, job_text: str, tmp_path: Path, qtbot: QtBot
) -> None:
    outcomes: list[Outcome] = []
    heard: list[dict[str, Any]] = []

    def step(tell: Callable[[float, str], None], cancelled: Callable[[], bool]) -> tuple[str, ...]:
        tell(0.5, "Fetching")
        while not cancelled():
            time.sleep(0.01)
        raise CancelledError("stopped")

    task = JobTask("Predicting", job_text, tmp_path, job_command, worker, [step])
    task.ended.connect(outcomes.append)
    task.heard.connect(heard.extend)
    add_task(task)
    qtbot.waitUntil(lambda: bool(heard), timeout=60_000)
    task.cancel()
    qtbot.waitUntil(lambda: bool(outcomes), timeout=60_000)
    assert heard[0]["text"] == "Fetching"
    assert outcomes[0].kind == "cancelled"
    assert worker.pid is None


def test_prepared_models_are_told_once(worker: WarmWorker, command: Command, qtbot: QtBot, job_text: str) -> None:
    prepare = json.dumps({"job": "prepare", "models": ["a", "b"]})
    with qtbot.waitSignal(worker.prepared, timeout=60_000) as told:
        worker.prepare(command, prepare, {"a": 1.0, "b": 2.0})
    assert told.args[0] == {"a": 1e5, "b": 1e5}
    pid = worker.pid
    with qtbot.assertNotEmitted(worker.prepared, wait=300):
        worker.prepare(command, prepare, {"a": 1.0})
    with qtbot.waitSignal(worker.prepared, timeout=60_000):
        worker.prepare(command, prepare, {"a": 3.0})
    assert everything(worker.start(command, job_text))[-1]["event"] == "result"
    assert worker.pid == pid


def test_it_ends_when_nothing_is_asked_of_it(command: Command, job_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outcrop.ui.worker.warm_worker._LISTEN_S", 0.05)
    worker = WarmWorker(idle_s=0.2)
    everything(worker.start(command, job_text))
    deadline = time.monotonic() + 5
    while worker.pid is not None:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    assert everything(worker.start(command, job_text))[-1]["event"] == "result"
    assert worker.close()


def test_after_the_end_nothing_starts(command: Command, job_text: str) -> None:
    worker = WarmWorker()
    assert worker.close()
    with pytest.raises(OutcropError, match="shut down"):
        worker.start(command, job_text)
    worker.prepare(command, job_text, {"a": 1.0})
    assert worker.pid is None
