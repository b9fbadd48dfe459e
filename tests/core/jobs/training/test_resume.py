"""Runs that were killed or stopped end with the model of a run that never was."""

from __future__ import annotations

import csv
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Optional

import numpy as np
import pytest
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.geodata.scene import Scene
from outcrop.core.jobs.specs import job_to_json
from outcrop.core.jobs.training.resume import resume
from outcrop.core.jobs.training.train import train
from outcrop.core.model.model_file import load_model
from outcrop.core.training.runs.run import EPOCHS, FINISHED, INTERRUPTED, RUNNING, Run
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob
from outcrop.core.training.settings.recipe import Recipe

KILLABLE = Path(__file__).parents[1] / "killable.py"
RECIPE = Recipe(
    model="unet_improved", model_parameters={"width": 4, "depth": 1}, tile_px=16, stride_px=16, tiles_per_epoch=16,
    batch_size=4, epochs=2, learning_rate=0.01, gap_px=2, rotate_degrees=20.0, noise=0.05,
)  # fmt: skip


def make_job(scene: Any, folder: Path, **changes: Any) -> TrainJob:
    source = Scene((scene.image,), scene.polygons, "kind", labelled_area=scene.west)
    folder.mkdir(exist_ok=True)
    return TrainJob(
        (source,),
        str(folder / "m.safetensors"),
        replace(RECIPE, **changes),
        str(folder / "run"),
        device="cpu",
        threads=1,
    )


def outcome_of(job: TrainJob) -> tuple[dict[str, np.ndarray], list[list[str]], Any]:
    """Give the weights, the epochs' measures without their time, and the measures of the model."""
    card, arrays = load_model(job.model_file)
    with Run(job.run_folder).path(EPOCHS).open(newline="") as file:
        rows = list(csv.DictReader(file))
    return arrays, [[value for key, value in row.items() if key != "seconds"] for row in rows], card.measures


def assert_same(one: TrainJob, other: TrainJob) -> None:
    (arrays, rows, measures), (expected, expected_rows, expected_measures) = outcome_of(one), outcome_of(other)
    assert arrays.keys() == expected.keys()
    assert all(np.array_equal(arrays[name], expected[name]) for name in expected)
    assert rows == expected_rows
    assert measures == expected_measures
    assert Run(one.run_folder).state == FINISHED
    assert not list(Path(one.run_folder).rglob("*partial*"))
    assert not list(Path(one.model_file).parent.glob(".*"))


class Killer:
    """Starts jobs in children of one process, and kills them."""

    def __init__(self, server: subprocess.Popen[str]) -> None:
        self._server = server

    def do(self, kind: str, job: Any, die: Optional[list[Any]] = None, after_s: Optional[float] = None) -> int:
        """Do a job; it dies at a moment or after so many seconds, if it isn't done then. Give its exit status."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps({"do": kind, "job": job_to_json(job), "die": die}) + "\n")
        self._server.stdin.flush()
        pid = int(self._server.stdout.readline())
        if after_s is not None:
            time.sleep(after_s)
            subprocess.run(["kill", "-KILL", str(pid)], check=False, stderr=subprocess.DEVNULL)
        return int(self._server.stdout.readline())


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with subprocess.Popen(
        [sys.executable, "-I", str(KILLABLE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as server:
        yield Killer(server)
        assert server.stdin is not None
        server.stdin.close()


@pytest.fixture(scope="module")
def undisturbed(scene: Any, tmp_path_factory: pytest.TempPathFactory) -> TrainJob:
    job = make_job(scene, tmp_path_factory.mktemp("undisturbed"))
    train(job, Events())
    return job


@pytest.mark.slow
def test_killed_at_every_file_and_step(scene: Any, killer: Killer, undisturbed: TrainJob, tmp_path: Path) -> None:
    moments = [["file", number] for number in range(1, 25)] + [["step", number] for number in (1, 3, 4, 6, 8, 12)]
    died = 0
    for number, moment in enumerate(moments):
        job = make_job(scene, tmp_path / str(number))
        status = killer.do("train", job, moment)
        if status == 0:
            continue
        assert status == -signal.SIGKILL
        died += 1
        run = Run(job.run_folder)
        if not run.path("job.json").exists():
            assert killer.do("train", job) == 0
        elif run.state != FINISHED:
            assert run.state == INTERRUPTED
            assert killer.do("resume", ResumeJob(job.run_folder)) == 0, moment
        assert_same(job, undisturbed)
    assert died > 20


@pytest.mark.parametrize("moment", [["step", 3], ["step", 6]])
def test_a_run_that_keeps_of_an_old_model_knows_it_after_a_kill(
    scene: Any, killer: Killer, undisturbed: TrainJob, tmp_path: Path, moment: list[Any]
) -> None:
    calm, own = (
        replace(make_job(scene, tmp_path / name, kept_share=0.5, refit="always"), start_from=undisturbed.model_file)
        for name in ("calm", "own")
    )
    train(calm, Events())
    assert killer.do("train", own, moment) == -signal.SIGKILL
    assert killer.do("resume", ResumeJob(own.run_folder)) == 0
    assert_same(own, calm)


@pytest.mark.slow
def test_killed_again_and_again_at_random(scene: Any, killer: Killer, undisturbed: TrainJob, tmp_path: Path) -> None:
    rng = np.random.default_rng(5)
    began = time.monotonic()
    assert killer.do("train", make_job(scene, tmp_path / "calm")) == 0
    whole_s = time.monotonic() - began
    kills = 0
    for number in range(6):
        job = make_job(scene, tmp_path / str(number))
        run = Run(job.run_folder)
        for attempt in range(8):
            again = ("resume", ResumeJob(job.run_folder)) if run.path("job.json").exists() else ("train", job)
            status = killer.do(*again, after_s=None if attempt == 7 else float(rng.uniform(0.05, 0.9)) * whole_s)
            if status == 0:
                break
            assert status == -signal.SIGKILL
            kills += 1
            if run.state == FINISHED:  # killed while its process was ending
                break
        assert_same(job, undisturbed)
    assert kills > 6


def stop_at(run_folder: str, epoch: int, position: int, command: str = "cancel") -> Events:
    """Make events that stop a training at a step."""
    events = Events()
    steps = RECIPE.tiles_per_epoch // RECIPE.batch_size  # type: ignore[operator]

    def listen(event: dict[str, Any]) -> None:
        if event["event"] == "metric" and event.get("step", -1) >= epoch * steps + position:
            getattr(events, command)()

    events.redirect(listen)
    return events


@pytest.mark.parametrize(("epoch", "position"), [(0, 1), (0, 4), (1, 3)])
def test_stopped_and_resumed(
    scene: Any, tmp_path: Path, often: None, epoch: int, position: int, undisturbed: TrainJob
) -> None:
    job = make_job(scene, tmp_path / "stopped")
    with pytest.raises(CancelledError):
        train(job, stop_at(job.run_folder, epoch, position))
    assert Run(job.run_folder).state == INTERRUPTED
    assert not Path(job.model_file).exists()

    resume(ResumeJob(job.run_folder), Events())

    assert_same(job, undisturbed)


def test_what_adapts_to_few_polygons_does_so_again(scene: Any, tmp_path: Path, often: None) -> None:
    boxes = [(4, row, 92, row + 11) for row in range(0, 96, 12)]
    labels = scene.write_polygons(tmp_path / "few.gpkg", boxes, ["field", "dike"] * 4)

    def few(folder: str) -> TrainJob:
        job = make_job(scene, tmp_path / folder, adapt_to_few=True)
        return replace(job, scenes=(Scene((scene.image,), labels, "kind"),))

    whole, stopped = few("whole"), few("halves")
    train(whole, Events())
    with pytest.raises(CancelledError):
        train(stopped, stop_at(stopped.run_folder, 1, 1))
    resume(ResumeJob(stopped.run_folder), Events())

    assert_same(stopped, whole)
    assert any(name.startswith("pixels.") for name in outcome_of(stopped)[0])


def test_the_labels_are_those_of_the_beginning(scene: Any, tmp_path: Path, often: None, undisturbed: TrainJob) -> None:
    polygons = tmp_path / "polygons.gpkg"
    polygons.write_bytes(Path(scene.polygons).read_bytes())
    job = make_job(scene, tmp_path / "edited")
    job = replace(job, scenes=(replace(job.scenes[0], labels=str(polygons)),))
    with pytest.raises(CancelledError):
        train(job, stop_at(job.run_folder, 0, 3))
    polygons.unlink()

    resume(ResumeJob(job.run_folder), Events())

    assert_same(job, undisturbed)


def test_the_best_of_an_interrupted_run_can_be_kept(scene: Any, tmp_path: Path, often: None) -> None:
    job = make_job(scene, tmp_path / "kept", epochs=50)
    with pytest.raises(CancelledError):
        train(job, stop_at(job.run_folder, 2, 1))

    result = resume(ResumeJob(job.run_folder, keep_best=True), Events())

    assert 0 < result["measures"]["miou"] < 1
    card, _ = load_model(job.model_file)
    assert card.provenance["epochs"] == 2
    assert card.provenance["best_epoch"] <= 2


def test_without_an_epoch_there_is_no_best_to_keep(scene: Any, tmp_path: Path, often: None) -> None:
    job = make_job(scene, tmp_path / "early")
    with pytest.raises(CancelledError):
        train(job, stop_at(job.run_folder, 0, 1))
    with pytest.raises(BadInputError, match=r"No epoch of the run .* is done yet\. Resume it, or discard it"):
        resume(ResumeJob(job.run_folder, keep_best=True), Events())
    assert Run(job.run_folder).state == INTERRUPTED


def test_what_can_not_be_resumed(scene: Any, tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="There is no run"):
        resume(ResumeJob(str(tmp_path / "nowhere")), Events())
    job = make_job(scene, tmp_path / "done", epochs=1)
    train(job, Events())
    with pytest.raises(BadInputError, match="is finished"):
        resume(ResumeJob(job.run_folder), Events())
    run = Run.create(tmp_path / "other", '{"job": "evaluate", "prediction": "p", "labels": "l"}')
    with pytest.raises(BadInputError, match="isn't a training"):
        resume(ResumeJob(str(run.folder)), Events())


def test_a_run_that_is_worked_on_is_left_alone(scene: Any, tmp_path: Path, often: None) -> None:
    job = make_job(scene, tmp_path / "busy")
    with pytest.raises(CancelledError):
        train(job, stop_at(job.run_folder, 0, 1))
    other = Run(job.run_folder)
    other.claim()
    with pytest.raises(BadInputError, match="another process"):
        resume(ResumeJob(job.run_folder), Events())
    assert Run(job.run_folder).state == RUNNING
    other.release()
    assert Run(job.run_folder).state == INTERRUPTED


def test_a_finished_run_goes_on_for_longer(scene: Any, tmp_path: Path) -> None:
    job, events = make_job(scene, tmp_path / "short", epochs=3), Events()
    events.redirect(lambda event: events.finish() if "epoch" in event else None)
    train(job, events)
    card, _ = load_model(job.model_file)
    assert card.provenance["epochs"] == 1
    with pytest.raises(BadInputError, match="is finished"):
        resume(ResumeJob(job.run_folder), Events())
    resume(ResumeJob(job.run_folder, minutes=60), Events())
    card, _ = load_model(job.model_file)
    assert card.provenance["epochs"] == 3
    assert len(Run(job.run_folder).epochs()) == 3
    assert Run(job.run_folder).state == FINISHED
