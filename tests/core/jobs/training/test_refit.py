"""Learning from everything in the end: what was held back measures, and then trains too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events
from outcrop.core.jobs.training.resume import resume
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.model.model_file import load_model
from outcrop.core.training.network import network_training
from outcrop.core.training.optimisation import schedules
from outcrop.core.training.optimisation.schedules import Schedule
from outcrop.core.training.runs.run import REFIT, Run
from outcrop.core.training.settings.jobs import ResumeJob, TrainJob

MODELS = {"network": {}, "classifier": {"model": "maximum_likelihood", "model_parameters": {}}}


def with_recipe(job: TrainJob, folder: str = "", **changes: Any) -> TrainJob:
    """Change a job's recipe, and write its model into a folder of its own."""
    place = Path(job.model_file).parent / folder
    place.mkdir(exist_ok=True)
    names = {"model_file": str(place / "m.safetensors"), "run_folder": str(place / "run")}
    return replace(job, recipe=replace(job.recipe, **changes), **names)


def arrays_of(job: TrainJob) -> dict[str, np.ndarray]:
    return dict(load_model(job.model_file)[1])


def are_equal(one: TrainJob, other: TrainJob) -> bool:
    first, second = arrays_of(one), arrays_of(other)
    return first.keys() == second.keys() and all(np.array_equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("kind", MODELS)
def test_the_model_learns_from_everything_and_tells_what_was_measured_before(
    kind: str, job: TrainJob, hearing: Any
) -> None:
    once = with_recipe(job, "once", keep="last", **MODELS[kind])
    train(once, Events())
    twice = with_recipe(once, "../twice", refit="always")
    train(twice, hearing.events)
    card, before = read_card(twice.model_file), read_card(once.model_file)

    assert any("Learning from everything" in event["text"] for event in hearing.of("log"))
    assert card.measures["confusion"] == before.measures["confusion"]
    assert card.temperature == before.temperature
    assert card.provenance["refit"]
    assert "refit" not in before.provenance
    assert not are_equal(once, twice)
    low, high = card.measures["spread"]["f1"]
    assert 0 <= low <= card.measures["f1"] <= high <= 1
    assert card.normalisation != before.normalisation

    whole = with_recipe(once, "../whole", split="none")
    train(whole, Events())
    assert read_card(whole.model_file).normalisation == card.normalisation
    assert "spread" not in read_card(whole.model_file).measures
    if kind == "classifier":
        assert are_equal(twice, whole)


def test_every_label_trains_in_the_end_but_those_of_a_test_part(job: TrainJob) -> None:
    for test_share in (0.0, 0.3):
        own = with_recipe(job, f"{test_share}", refit="always", epochs=1, test_share=test_share)
        result = train(own, Events())
        folder = Path(own.run_folder)
        with rasterio.open(result["label_rasters"][0]) as labels, rasterio.open(result["split_rasters"][0]) as split:
            labelled, parts = labels.read(1) > 0, split.read(1)
        with rasterio.open(folder / "split_of_all.tif") as everything:
            learned = everything.read(1)
        assert (parts == 2).any()
        if test_share:
            assert (learned[parts == 3] == 3).all()
            assert (learned[np.isin(parts, (1, 2))] == 1).all()
        else:
            assert np.array_equal(learned == 1, labelled)


def test_as_many_steps_as_led_to_the_kept_epoch(job: TrainJob) -> None:
    own = with_recipe(job, refit="always", epochs=4, learning_rate=0.02)
    train(own, Events())
    facts = read_card(own.model_file).provenance
    steps = facts["steps"] // facts["epochs"]
    assert facts["refit"]["epochs"] == facts["best_epoch"]
    assert facts["refit"]["steps"] == facts["best_epoch"] * steps


def test_the_rate_falls_as_it_fell_when_it_was_measured(job: TrainJob, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedules, "PLATEAU_EPOCHS", 2)
    end_epoch, rates = Schedule.end_epoch, []

    def noted(self: Schedule, measure: float) -> None:
        end_epoch(self, measure)
        rates.append(self.learning_rate)

    monkeypatch.setattr(Schedule, "end_epoch", noted)
    own = with_recipe(job, refit="always", epochs=8, keep="last", schedule="plateau", learning_rate=1e-7)
    train(own, Events())
    assert len(rates) == 16
    assert rates[8:] == rates[:8]
    assert rates[7] < rates[0]


def test_a_model_that_is_gone_on_with_keeps_its_scaling(job: TrainJob, scene: Any, tmp_path: Path) -> None:
    train(job, Events())
    bright = scene.write_polygons(tmp_path / "bright.gpkg", [(2, 2, 8, 8), (30, 30, 36, 36)], ["dike", "rock"])
    again = with_recipe(job, "again", refit="always", keep="last", split="none")
    scenes = (replace(job.scenes[0], labels=bright, labelled_area=""),)
    again = replace(again, scenes=scenes, start_from=job.model_file)
    for name, changes in {"held back": {"split": job.recipe.split}, "all": {}}.items():
        own = with_recipe(again, f"../{name}", **changes)
        train(own, Events())
        assert read_card(own.model_file).normalisation == read_card(job.model_file).normalisation


def test_nothing_more_is_learned_where_nothing_is_held_back_or_wanted(job: TrainJob, hearing: Any) -> None:
    for name, changes in {"none": {"split": "none", "refit": "always"}, "auto": {"refit": "auto"}}.items():
        own = with_recipe(job, name, epochs=1, **changes)
        train(own, hearing.events)
        assert "refit" not in read_card(own.model_file).provenance
    assert not [event for event in hearing.of("log") if "everything" in event["text"]]


class StopsIn:
    """Cancels a training at a step of a phase."""

    def __init__(self, text: str) -> None:
        self.events = Events(self)
        self._text = text

    def __call__(self, event: dict[str, Any]) -> None:
        if event["event"] == "progress" and event["text"].startswith(self._text):
            self.events.cancel()


@pytest.mark.parametrize("where", ["Epoch 2 of 3, step 1", "Learning from everything: epoch 2 of 3, step 1"])
def test_a_run_that_was_stopped_in_either_phase_ends_with_the_same_model(
    where: str, job: TrainJob, often: None
) -> None:
    whole = with_recipe(job, "whole", refit="always", epochs=3, keep="last")
    train(whole, Events())
    stopped = with_recipe(whole, "../stopped")
    with pytest.raises(CancelledError):
        train(stopped, StopsIn(where).events)
    assert not Path(stopped.model_file).exists()
    assert Run(stopped.run_folder).path(REFIT).exists() == where.startswith("Learning")
    resume(ResumeJob(stopped.run_folder), Events())
    assert are_equal(stopped, whole)
    assert read_card(stopped.model_file).measures == read_card(whole.model_file).measures


def test_what_was_measured_is_kept_where_the_rest_breaks_off(
    job: TrainJob, hearing: Any, often: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = with_recipe(job, "once", keep="last")
    train(once, Events())

    early = with_recipe(once, "../early", refit="always")

    def finish(event: dict[str, Any]) -> None:
        hearing.heard.append(event)
        if event.get("text", "").startswith("Learning from everything: epoch 1"):
            events.finish()

    events = Events(finish)
    train(early, events)
    assert are_equal(early, once)
    assert "it was ended early" in hearing.warnings
    assert "refit" not in read_card(early.model_file).provenance

    lost = with_recipe(once, "../lost", refit="always")
    learn, calls = network_training.Learner.learn, []

    def learn_until(self: Any, *arguments: Any) -> float:
        calls.append(1)
        return float("nan") if len(calls) == 6 else float(learn(self, *arguments))

    monkeypatch.setattr(network_training.Learner, "learn", learn_until)
    train(lost, hearing.events)
    assert are_equal(lost, once)
    assert "the loss became infinite" in hearing.warnings


def test_figures_that_rest_on_next_to_nothing_are_told_to(
    job: TrainJob, scene: Any, hearing: Any, tmp_path: Path
) -> None:
    boxes = [(4, row, 92, row + 11) for row in range(0, 96, 12)]
    labels = scene.write_polygons(tmp_path / "few.gpkg", boxes, ["field", "dike"] * 4)
    sparse = replace(job, scenes=(replace(job.scenes[0], labels=labels, labelled_area=""),))
    train(with_recipe(sparse, epochs=1, split="polygons"), hearing.events)
    (told,) = [event["text"] for event in hearing.of("warning") if "next to nothing" in event["text"]]
    held = read_card(str(tmp_path / "m.safetensors")).provenance["polygons"]["validation"]
    assert told.startswith(f"The figures rest on {held} polygons with ")
