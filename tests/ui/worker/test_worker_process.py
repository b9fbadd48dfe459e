"""The worker is heard line by line and ended with all its children."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.worker.environment import Command
from outcrop.ui.worker.worker_process import WorkerProcess

TRAIN = {"job": "train", "name": "m", "recipe": {"model": "unet_improved"}, "run_folder": ""}


Starter = Callable[[str], WorkerProcess]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job_command: Callable[[Path], Command]) -> Starter:
    def begin(behaviour: str) -> WorkerProcess:
        monkeypatch.setenv("OUTCROP_STUB", behaviour)
        monkeypatch.setenv("OUTCROP_STUB_NOTE", str(tmp_path / "grandchild"))
        job_file = tmp_path / "job.json"
        job_file.write_text(json.dumps({**TRAIN, "model_file": str(tmp_path / "m.safetensors")}))
        return WorkerProcess(job_command(job_file), tmp_path / "worker.log")

    return begin


def everything(process: WorkerProcess) -> list[dict[str, Any]]:
    return [event for batch in process.batches() for event in batch]


def test_events_arrive_in_order_and_chatter_goes_to_the_log(start: Starter, tmp_path: Path) -> None:
    process = start("good")
    events = everything(process)
    assert [event["epoch"] for event in events if "epoch" in event] == [1, 2, 3, 4]
    assert events[-1]["event"] == "result"
    assert process.status == 0
    assert "chatter" in (tmp_path / "worker.log").read_text()


def test_garbage_between_events_is_skipped(start: Starter) -> None:
    process = start("garbage")
    assert everything(process)[-1]["event"] == "result"
    assert "Loading…" in process.tail()


def test_tail_shows_what_a_crash_left(start: Starter) -> None:
    process = start("crash")
    assert [event["event"] for event in everything(process)] == ["progress"]
    assert process.status == 7
    assert "something broke" in process.tail()


@pytest.mark.parametrize("behaviour", ["slow", "stubborn", "grandchild"])
def test_end_takes_the_whole_tree_within_two_seconds(
    start: Starter, is_running: Callable[[int], bool], tmp_path: Path, behaviour: str
) -> None:
    process = start(behaviour)
    next(batch for batch in process.batches() if batch)
    pids = [process.pid]
    if behaviour == "grandchild":
        pids.append(int((tmp_path / "grandchild").read_text()))
    assert all(is_running(pid) for pid in pids)
    begin = time.monotonic()
    process.end()
    while any(is_running(pid) for pid in pids):
        assert time.monotonic() - begin < 2.0
        time.sleep(0.01)


def test_worker_exits_when_its_input_closes(start: Starter) -> None:
    process = start("slow")
    next(batch for batch in process.batches() if batch)
    process.close_input()
    everything(process)
    assert process.status == 3


def test_worker_that_has_gone_can_be_told_and_ended(start: Starter) -> None:
    process = start("silent")
    assert everything(process) == []
    process.send({"command": "finish"})
    process.end()
    assert process.status == 0


def test_program_that_does_not_exist_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        WorkerProcess(Command((str(tmp_path / "nowhere"),), {}, str(tmp_path)), tmp_path / "log")
