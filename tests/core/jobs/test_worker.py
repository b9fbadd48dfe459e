"""The worker: a real process that speaks JSON lines, obeys commands, and never outlives who asked."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe
from outcrop.core.vectorise.jobs import CleanJob
from outcrop.core.vectorise.parameters import CleanParameters
from rasterio.crs import CRS

ROOT = Path(__file__).resolve().parents[3]


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-I", str(ROOT / "core"), "worker", *arguments]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def endless(scene: Any, folder: Path) -> TrainJob:
    """Make a training that takes minutes."""
    recipe = Recipe(model_parameters={"width": 4, "depth": 2}, tile_px=32, stride_px=16, epochs=10_000)
    data = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    return TrainJob((data,), str(folder / "m.safetensors"), recipe)


def next_event(worker: subprocess.Popen[str], kind: str) -> dict[str, Any]:
    assert worker.stdout is not None
    for line in worker.stdout:
        event = json.loads(line)
        if event["event"] == kind:
            return dict(event)
    raise AssertionError(worker.stderr.read() if worker.stderr else "")


def say(worker: subprocess.Popen[str], **message: Any) -> None:
    assert worker.stdin is not None
    worker.stdin.write(json.dumps(message) + "\n")
    worker.stdin.flush()


def test_bad_input_is_an_event_and_status_2(tmp_path: Path) -> None:
    job = tmp_path / "job.json"
    job.write_text(job_to_json(EvaluateJob(str(tmp_path / "none.tif"), "none.gpkg")), encoding="utf-8")
    with start(str(job)) as worker:
        error = next_event(worker, "error")
        assert (error["kind"], worker.wait(20)) == ("bad_input", 2)
    assert "none.tif" in error["text"]
    job.write_text("{", encoding="utf-8")
    with start(str(job)) as worker:
        assert next_event(worker, "error")["kind"] == "bad_input"


@pytest.mark.slow
def test_cancel_and_finish_end_a_training(scene: Any, tmp_path: Path) -> None:
    job = tmp_path / "job.json"
    job.write_text(job_to_json(endless(scene, tmp_path)), encoding="utf-8")
    with start(str(job)) as worker:
        while "miou" not in next_event(worker, "metric"):
            pass
        say(worker, command="finish")
        result = next_event(worker, "result")
        assert worker.wait(20) == 0
    assert Path(result["model_file"]).exists()
    again = tmp_path / "again"
    again.mkdir()
    job.write_text(job_to_json(endless(scene, again)), encoding="utf-8")
    with start(str(job)) as worker:
        next_event(worker, "metric")
        say(worker, command="cancel")
        assert next_event(worker, "error")["kind"] == "cancelled"
        assert worker.wait(20) == 1
    assert not (again / "m.safetensors").exists()


@pytest.mark.slow
def test_worker_ends_when_its_input_closes(scene: Any, tmp_path: Path) -> None:
    job = tmp_path / "job.json"
    job.write_text(job_to_json(endless(scene, tmp_path)), encoding="utf-8")
    with start(str(job)) as worker:
        next_event(worker, "metric")
        assert worker.stdin is not None
        worker.stdin.close()
        worker.wait(10)


def test_what_it_was_writing_goes_when_its_input_closes(tmp_path: Path) -> None:
    source, target, job = tmp_path / "map.tif", tmp_path / "made" / "clean.tif", tmp_path / "job.json"
    target.parent.mkdir()
    labels = np.random.default_rng(0).integers(1, 3, (1500, 1500), np.uint8)
    grid = Grid(1500, 1500, Affine(10, 0, 4e5, 0, -10, 4.7e6), CRS.from_epsg(32654))
    with Outputs(Wanted(source, Legend.from_names(["background", "dike"])), grid) as out:
        out.write(grid.window, labels, labels > 0)
    wide = CleanParameters(opened={"dike": 50}, closed={"dike": 50})  # seconds for one block
    job.write_text(job_to_json(CleanJob(str(source), str(target), wide)), encoding="utf-8")
    with start(str(job)) as worker:
        while next_event(worker, "progress")["text"] != "Cleaning":
            pass
        deadline = time.monotonic() + 20
        while not list(target.parent.rglob("*.raw")):
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(10) == 3
    assert list(target.parent.iterdir()) == []


@pytest.mark.slow
def test_worker_ends_when_its_parent_is_killed(scene: Any, tmp_path: Path) -> None:
    job, told = tmp_path / "job.json", tmp_path / "pid"
    job.write_text(job_to_json(endless(scene, tmp_path)), encoding="utf-8")
    code = (
        "import subprocess, sys, time, pathlib\n"
        f"w = subprocess.Popen([sys.executable, '-I', {str(ROOT / 'core')!r}, 'worker', {str(job)!r}],"
        " stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        f"pathlib.Path({str(told)!r}).write_text(str(w.pid)); time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code]) as parent:
        deadline = time.monotonic() + 20
        while not told.exists() or not told.read_text():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        parent.send_signal(signal.SIGKILL)
    pid = int(told.read_text())
    while _lives(pid):
        assert time.monotonic() < deadline, "the worker outlived its parent"
        time.sleep(0.05)


@pytest.mark.slow
def test_a_warm_worker_does_one_job_after_another(tmp_path: Path) -> None:
    with start("--serve") as worker:
        for number in (1, 2):
            say(worker, id=number, job=json.loads(job_to_json(EvaluateJob("none.tif", "none.gpkg"))))
            error = next_event(worker, "error")
            assert (error["id"], error["kind"]) == (number, "bad_input")
        assert worker.stdin is not None
        worker.stdin.close()
        worker.wait(10)


@pytest.mark.slow
def test_a_job_that_waits_says_nothing_before_its_turn(scene: Any, tmp_path: Path) -> None:
    with start("--serve") as worker:
        say(worker, id=1, job=json.loads(job_to_json(endless(scene, tmp_path))))
        say(worker, id=2, job=json.loads(job_to_json(EvaluateJob("none.tif", "none.gpkg"))))
        heard = [next_event(worker, "metric")]
        say(worker, id=1, command="cancel")
        while heard[-1]["event"] != "error":
            assert worker.stdout is not None
            heard.append(json.loads(worker.stdout.readline()))
        assert {event["id"] for event in heard} == {1}
        assert next_event(worker, "progress")["id"] == 2
        assert next_event(worker, "error")["id"] == 2
        assert worker.stdin is not None
        worker.stdin.close()
        worker.wait(10)


def _lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_the_first_word_comes_before_the_job_is_read(tmp_path: Path) -> None:
    with start(str(tmp_path / "none.json")) as worker:
        assert worker.stdout is not None
        first, second = map(json.loads, worker.stdout.read().splitlines())
    assert (first["event"], first["text"]) == ("progress", "Starting")
    assert second["kind"] == "bad_input"


def test_nothing_but_events_reaches_standard_output(tmp_path: Path) -> None:
    job = tmp_path / "job.json"
    job.write_text("[]", encoding="utf-8")
    with start(str(job)) as worker:
        assert worker.stdout is not None
        lines = worker.stdout.read().splitlines()
    assert lines
    assert all("event" in json.loads(line) for line in lines)
