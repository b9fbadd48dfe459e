"""What ends a training before its time: the analyst, the clock, the loss, the disk, the data; nothing is lost."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.errors import BadInputError, CancelledError, OutcropError
from outcrop.core.events import Events
from outcrop.core.geodata.stack import Stack
from outcrop.core.jobs.training.resume import resume
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_file import load_model
from outcrop.core.training import network_job
from outcrop.core.training.network.learner import Learner
from outcrop.core.training.runs import checkpoints
from outcrop.core.training.runs.found_runs import find_runs, list_runs
from outcrop.core.training.runs.run import BEST, FAILED, INTERRUPTED, Run
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob


def with_recipe(job: TrainJob, **changes: Any) -> TrainJob:
    return replace(job, recipe=replace(job.recipe, **changes))


def with_scene(job: TrainJob, **changes: Any) -> TrainJob:
    return replace(job, scenes=(replace(job.scenes[0], **changes),))


def on_step(events: Events, step: int, act: Callable[[], None]) -> None:
    """Do something when a step is told."""
    before = events.redirect(lambda _event: None)

    def listen(event: dict[str, Any]) -> None:
        before(event)
        if event.get("step") == step:
            act()

    events.redirect(listen)


def test_finishing_early_keeps_the_best(job: TrainJob, hearing: Any, often: None) -> None:
    on_step(hearing.events, 5, hearing.events.finish)
    result = train(with_recipe(job, epochs=1000), hearing.events)
    assert len(hearing.epochs) == 3
    assert result["measures"]["miou"] == max(event["miou"] for event in hearing.epochs)


def test_finishing_before_the_first_epoch_ends_gives_a_model(job: TrainJob, hearing: Any, often: None) -> None:
    hearing.events.finish()
    train(with_recipe(job, epochs=1000, tiles_per_epoch=400), hearing.events)
    assert len(hearing.epochs) == 1
    assert read_card(job.model_file).provenance["steps"] == 1


@pytest.mark.parametrize(
    "text", ["Rasterising the labels", "Looking at the imagery's values", "Computing on", "Measuring the margin"]
)
def test_stopping_before_the_model_is_written(job: TrainJob, hearing: Any, text: str) -> None:
    def listen(event: dict[str, Any]) -> None:
        if text in event.get("text", ""):
            hearing.events.cancel()

    hearing.events.redirect(listen)
    with pytest.raises(CancelledError):
        train(job, hearing.events)
    assert Run(job.run_folder).state == INTERRUPTED
    assert not Path(job.model_file).exists()
    resume(ResumeJob(job.run_folder), Events())
    assert Path(job.model_file).exists()


@pytest.mark.parametrize("named", [True, False])
def test_what_never_began_leaves_no_folder_that_nobody_named(job: TrainJob, tmp_path: Path, named: bool) -> None:
    misspelt = replace(with_scene(job, class_field="knid"), run_folder=job.run_folder if named else "")
    with pytest.raises(BadInputError, match="no field “knid”"):
        train(misspelt, Events())
    left = [path.name for path in tmp_path.iterdir() if path.is_dir()]
    assert left == (["run"] if named else [])
    if named:
        assert Run(job.run_folder).state == FAILED


def test_a_pause_is_waited_out_and_saves(job: TrainJob, hearing: Any, often: None) -> None:
    paused = threading.Event()
    on_step(hearing.events, 1, lambda: (hearing.events.pause(), paused.set()))  # type: ignore[func-returns-value]
    thread = threading.Thread(target=train, args=(job, hearing.events), daemon=True)
    thread.start()
    assert paused.wait(30)
    time.sleep(0.6)
    heard = len(hearing.heard)
    state = checkpoints.load_checkpoint(Run(job.run_folder).path("checkpoint.safetensors"))
    assert state["progress"]["step"] in (1, 2)
    time.sleep(0.3)
    assert len(hearing.heard) == heard
    hearing.events.go_on()
    thread.join(30)
    assert Path(job.model_file).exists()


def test_minutes_limit_the_time_and_the_schedule_ends_by_then(job: TrainJob, hearing: Any) -> None:
    begin = time.monotonic()
    train(with_recipe(job, epochs=100_000, minutes=0.02, tiles_per_epoch=400), hearing.events)
    assert time.monotonic() - begin < 20
    last = hearing.epochs[-1]
    assert last["learning_rate"] < 0.2 * job.recipe.learning_rate
    assert last["seconds"] < 10


def test_patience_ends_a_training_that_learns_nothing(job: TrainJob, hearing: Any) -> None:
    still = with_recipe(job, learning_rate=1e-7, epochs=30, patience=2, keep="f1", optimiser="sgd")
    train(still, hearing.events)
    assert len(hearing.epochs) <= hearing.epochs[-1]["best_epoch"] + 3
    assert len(hearing.epochs) < 30


def spoilt_from(monkeypatch: pytest.MonkeyPatch, call: int) -> None:
    """Make the loss NaN from a call on."""
    real = network_job.loss
    calls: list[int] = []

    def make(*arguments: Any, **options: Any) -> Any:
        chosen = real(*arguments, **options)

        def spoilt(logits: torch.Tensor, labels: torch.Tensor, weights: Any) -> torch.Tensor:
            calls.append(1)
            return chosen(logits, labels, weights) * (float("nan") if len(calls) >= call else 1.0)

        return spoilt

    monkeypatch.setattr(network_job, "loss", make)


def test_an_infinite_loss_keeps_the_best(job: TrainJob, hearing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt_from(monkeypatch, 40)
    result = train(with_recipe(job, epochs=1000), hearing.events)
    assert "the loss became infinite in epoch" in hearing.warnings
    assert "0.001 instead of 0.01" in hearing.warnings
    assert result["measures"]["miou"] == max(event["miou"] for event in hearing.epochs)
    _, arrays = load_model(job.model_file)
    assert all(np.isfinite(array).all() for array in arrays.values())


def test_an_infinite_loss_at_once_is_an_error(job: TrainJob, monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt_from(monkeypatch, 1)
    with pytest.raises(OutcropError, match=r"infinite in epoch 1\. A lower learning rate usually helps"):
        train(job, Events())
    (run,) = list_runs(Path(job.run_folder).parent)
    assert run.state == FAILED
    assert "the loss became infinite in epoch 1" in run.trouble
    assert not Path(job.model_file).exists()


def full_from(monkeypatch: pytest.MonkeyPatch, name: str, error: Exception) -> None:
    """Fill the disk when a file of that name is written for the second time."""
    real = checkpoints.save_file
    written: list[str] = []

    def save(tensors: Any, path: Path, metadata: Any) -> None:
        written.append(path.name.split(".")[1])
        if written.count(name) >= 2:
            path.write_bytes(b"half")
            raise error
        real(tensors, path, metadata=metadata)

    monkeypatch.setattr(checkpoints, "save_file", save)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("best", OSError(errno.ENOSPC, "No space left on device")),
        ("checkpoint", checkpoints.SafetensorError("I/O error: No space left on device (os error 28)")),
    ],
)
def test_a_full_disk_loses_nothing(
    job: TrainJob, name: str, error: Exception, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    job = with_recipe(job, keep="loss")
    whole = replace(job, model_file=str(tmp_path / "whole.safetensors"), run_folder="")
    train(whole, Events())
    with monkeypatch.context() as patch:
        full_from(patch, name, error)
        with pytest.raises(OutcropError, match=r"The disk is full: .*Free some space and resume"):
            train(job, Events())
    run = Run(job.run_folder)
    assert run.state == INTERRUPTED
    assert not list(run.folder.glob(".*"))

    resume(ResumeJob(job.run_folder), Events())

    expected, arrays = load_model(whole.model_file)[1], load_model(job.model_file)[1]
    assert all(np.array_equal(arrays[key], expected[key]) for key in expected)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
@pytest.mark.parametrize("share", [0.02, 0.6])
def test_a_disk_that_really_takes_no_more_loses_nothing(
    job: TrainJob, share: float, often: None, tmp_path: Path
) -> None:
    import resource

    whole = replace(job, model_file=str(tmp_path / "whole.safetensors"), run_folder="")
    most = int(share * Path(Run(train(whole, Events())["run_folder"]).path("checkpoint.safetensors")).stat().st_size)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    events = Events()
    on_step(events, 3, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1])))
    try:
        with pytest.raises(OutcropError, match=r"The disk is full: .*Free some space and resume"):
            train(job, events)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert Run(job.run_folder).state == INTERRUPTED
    assert not Path(job.model_file).exists()

    resume(ResumeJob(job.run_folder), Events())

    expected, arrays = load_model(whole.model_file)[1], load_model(job.model_file)[1]
    assert all(np.array_equal(arrays[key], expected[key]) for key in expected)


@pytest.mark.parametrize("edited", [True, False])
def test_labels_that_are_edited_or_removed_in_mid_training_change_nothing(
    job: TrainJob, often: None, tmp_path: Path, scene: Any, edited: bool
) -> None:
    whole = replace(job, model_file=str(tmp_path / "whole.safetensors"), run_folder="")
    train(whole, Events())
    labels = tmp_path / "labels.gpkg"
    labels.write_bytes(Path(scene.polygons).read_bytes())

    def disturb() -> None:
        labels.unlink()
        if edited:
            scene.write_polygons(labels, [(0, 0, 96, 96)], ["lake"])

    events = Events()
    on_step(events, 2, disturb)
    train(with_scene(job, labels=str(labels)), events)

    assert labels.exists() == edited
    expected, arrays = load_model(whole.model_file)[1], load_model(job.model_file)[1]
    assert all(np.array_equal(arrays[key], expected[key]) for key in expected)


@pytest.fixture
def opened_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read from the files and not from what of them GDAL has in memory, as with rasters larger than that."""
    sources = Stack._opened_sources

    def reopened(stack: Stack) -> list[Any]:
        stack._local = threading.local()
        return sources(stack)

    monkeypatch.setattr(Stack, "_opened_sources", reopened)


@pytest.mark.usefixtures("often", "opened_anew")
def test_a_raster_cut_off_in_mid_training_leaves_the_best_to_keep(
    job: TrainJob, hearing: Any, tmp_path: Path, scene: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_job, "_MOST_REMEMBERED_BYTES", 0)
    image = tmp_path / "image.tif"
    image.write_bytes(Path(scene.image).read_bytes())
    on_step(hearing.events, 3, lambda: os.truncate(image, 2000))
    own = with_scene(with_recipe(job, epochs=50), images=(str(image),))
    with pytest.raises(OutcropError, match=r"image\.tif"):
        train(own, hearing.events)
    run = Run(job.run_folder)
    assert run.state == INTERRUPTED
    assert run.has_best
    assert "image.tif" in run.path("log.txt").read_text()

    image.write_bytes(Path(scene.image).read_bytes())
    result = resume(ResumeJob(job.run_folder, keep_best=True), Events())

    assert result["measures"]["miou"] == max(event["miou"] for event in hearing.epochs)


@pytest.mark.usefixtures("often", "opened_anew")
def test_what_is_in_memory_outlives_its_file(job: TrainJob, hearing: Any, tmp_path: Path, scene: Any) -> None:
    image = tmp_path / "image.tif"
    image.write_bytes(Path(scene.image).read_bytes())
    on_step(hearing.events, 3, lambda: os.truncate(image, 2000))
    train(with_scene(with_recipe(job, epochs=4), images=(str(image),)), hearing.events)
    assert len(hearing.epochs) == 4
    assert Path(job.model_file).exists()


def test_a_raster_that_disappears_is_named_and_the_run_goes_on_later(
    job: TrainJob, hearing: Any, tmp_path: Path, scene: Any
) -> None:
    image = tmp_path / "image.tif"
    image.write_bytes(Path(scene.image).read_bytes())
    events = Events(lambda event: image.unlink(missing_ok=True) if "Computing" in event.get("text", "") else None)
    own = with_scene(job, images=(str(image),))
    with pytest.raises(OutcropError, match=r"image\.tif"):
        train(own, events)
    assert Run(job.run_folder).state == INTERRUPTED
    assert "image.tif" in Run(job.run_folder).path("log.txt").read_text()

    image.write_bytes(Path(scene.image).read_bytes())
    resume(ResumeJob(job.run_folder), Events())

    assert Run(job.run_folder).path(BEST).exists()
    assert Path(job.model_file).exists()


def break_at_step(job: TrainJob, step: int, events: Events, monkeypatch: pytest.MonkeyPatch) -> None:
    """Train until an error that nobody foresaw is raised at that step."""
    learn, steps = Learner.learn, iter(range(1, 1000))

    def fail(*arguments: Any, **named: Any) -> Any:
        if next(steps) >= step:
            raise RuntimeError("the driver is gone")
        return learn(*arguments, **named)

    with monkeypatch.context() as patch:
        patch.setattr(Learner, "learn", fail)
        with pytest.raises(RuntimeError, match="driver"):
            train(job, events)


def test_what_breaks_unforeseen_in_the_first_epoch_has_failed(
    job: TrainJob, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at_step(job, 1, Events(), monkeypatch)
    folder = Path(job.run_folder).parent
    (run,) = list_runs(folder)
    assert run.state == FAILED
    assert run.trouble.startswith("Something unexpected went wrong: the driver is gone.")
    assert find_runs(folder) == ()


def test_what_breaks_unforeseen_behind_an_epoch_can_go_on(
    job: TrainJob, often: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_at_step(job, 3, Events(), monkeypatch)
    (run,) = find_runs(Path(job.run_folder).parent)
    assert run.state == INTERRUPTED
    assert "the driver is gone" in run.trouble
    train_again = resume(ResumeJob(job.run_folder), Events())
    assert Path(train_again["model_file"]).is_file()
