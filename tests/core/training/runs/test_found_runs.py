"""Runs found again in a folder: which, in what order, and what is told of them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.assessment.jobs import EvaluateJob
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.training.runs.found_runs import find_runs, list_runs, measures_so_far
from outcrop.core.training.runs.run import BEST, FAILED, FINISHED, INTERRUPTED, RUNNING, Run
from outcrop.core.training.settings.jobs import TrainJob
from outcrop.core.training.settings.recipe import Recipe

JOB = TrainJob((Scene(("i.tif",), "l.gpkg"),), "models/dikes.safetensors", Recipe(epochs=40), name="U-Net · 14:32")


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Run]:
    def make_run(name: str, epochs: int = 0, job: Any = JOB, began: float = 1e9) -> Run:
        run = Run.create(tmp_path / name, job_to_json(job))
        os.utime(run.path("job.json"), (began, began))
        for epoch in range(1, epochs + 1):
            run.append_epoch({"epoch": epoch, "loss": 0.5, "miou": 0.1 * epoch if epoch < 6 else 0.3})
            run.path(BEST).write_bytes(b"best")
        return run

    return make_run


def test_an_interrupted_run_tells_how_far_it_was(make: Callable[..., Run], tmp_path: Path) -> None:
    run = make("a", epochs=6)
    with run.path("epochs.csv").open("a") as file:
        file.write("7,0.")
    (found,) = find_runs(tmp_path)
    assert (found.state, found.epoch, found.epochs) == (INTERRUPTED, 7, 40)
    assert found.best_miou == pytest.approx(0.5)
    assert (found.name, found.model_file) == ("U-Net · 14:32", "models/dikes.safetensors")
    assert found.began.timestamp() == 1e9
    assert found.has_best
    assert found.trouble == ""
    assert not found.is_running


@pytest.mark.parametrize("model_file", ["", "/"])
def test_a_run_without_a_model_s_name_goes_by_its_folder(
    make: Callable[..., Run], tmp_path: Path, model_file: str
) -> None:
    make("night run", job=replace(JOB, name="", model_file=model_file))
    (found,) = find_runs(tmp_path)
    assert found.name == "night run"


def test_those_that_are_over_or_no_trainings_are_left_out(make: Callable[..., Run], tmp_path: Path) -> None:
    make("done", 2).conclude(FINISHED)
    make("failed").conclude(FAILED, text="bad")
    make("other", job=EvaluateJob("p", "l"))
    make("broken").path("job.json").write_text("{")
    (tmp_path / "prediction").mkdir()
    (tmp_path / "file.txt").write_text("")
    assert find_runs(tmp_path) == ()
    assert find_runs(tmp_path / "nowhere") == ()


def test_the_list_has_those_that_are_over_too(make: Callable[..., Run], tmp_path: Path) -> None:
    make("done", 2, began=2e9).conclude(FINISHED)
    make("failed").conclude(FAILED, text="The loss became infinite.")
    make("other", job=EvaluateJob("p", "l"))
    done, failed = list_runs(tmp_path)
    assert (done.state, done.epoch, done.best_miou, done.can_go_on) == (FINISHED, 2, pytest.approx(0.2), False)
    assert done.architecture == "unet_improved"
    assert (failed.state, failed.epoch, failed.trouble) == (FAILED, 0, "The loss became infinite.")
    assert list_runs(tmp_path / "nowhere") == ()


def test_the_newest_comes_first_and_a_living_one_says_so(make: Callable[..., Run], tmp_path: Path) -> None:
    make("old", began=1e9)
    run = make("new", began=2e9)
    run.claim()
    assert [(found.folder.name, found.state) for found in find_runs(tmp_path)] == [
        ("new", RUNNING),
        ("old", INTERRUPTED),
    ]
    run.release()
    assert not find_runs(tmp_path)[0].is_running


def test_what_was_stopped_on_purpose_counts_once_it_has_an_epoch(make: Callable[..., Run], tmp_path: Path) -> None:
    for name, epochs in (("early", 0), ("late", 2)):
        make(name, epochs).append_event({"event": "error", "kind": "CancelledError", "text": "The job was stopped."})
    (found,) = find_runs(tmp_path)
    assert found.folder.name == "late"
    assert found.trouble == ""


def test_what_broke_it_off_is_told_until_it_has_gone_on(make: Callable[..., Run], tmp_path: Path) -> None:
    run = make("full")
    run.append_event({"event": "error", "kind": "OutcropError", "text": "The disk is full."})
    assert find_runs(tmp_path)[0].trouble == "The disk is full."
    run.append_event({"event": "log", "text": "Going on at epoch 3."})
    assert find_runs(tmp_path)[0].trouble == ""


def test_measures_of_what_was_done_twice_are_the_second_ones(make: Callable[..., Run]) -> None:
    run = make("a")
    told = [
        {"step": 1, "loss": 3}, {"step": 2, "loss": 2}, {"epoch": 1, "miou": 0.1}, {"step": 3, "loss": 1},
        {"step": 2, "loss": 2.5}, {"epoch": 1, "miou": 0.2}, {"epoch": 2, "miou": 0.3},
    ]  # fmt: skip
    for values in told:
        run.append_event({"event": "metric", **values})
        run.append_event({"event": "progress", "fraction": 0.5})
    found = measures_so_far(run.folder)
    assert [event["loss"] for event in found if "step" in event] == [3, 2.5, 1]
    assert [event["miou"] for event in found if "epoch" in event] == [0.2, 0.3]
    assert json.dumps(found)
