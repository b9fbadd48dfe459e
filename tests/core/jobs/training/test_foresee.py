"""Foreseeing a training: of this very data and machine, and nothing is left behind."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.core.errors import CancelledError
from outcrop.core.jobs.training.foresee import foresee
from outcrop.core.jobs.training.train import train
from outcrop.core.model.card_file import read_card
from outcrop.core.training import foresight
from outcrop.core.training.network.learner import Learner
from outcrop.core.training.runs import time_budget
from outcrop.core.training.settings.jobs import ForeseeJob, TrainJob
from outcrop.core.training.settings.recipe import Recipe

A_TILE_S = 2.0


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count seconds on a machine that learns from a tile in two."""
    now, learn = [0.0], Learner.learn

    def work(learner: Learner, batch: Any, *more: Any) -> float:
        now[0] += A_TILE_S * len(batch.images)
        return learn(learner, batch, *more)

    monkeypatch.setattr(Learner, "learn", work)
    monkeypatch.setattr(foresight, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(time_budget, "_MARGIN_PX", 2 * 16**2)  # beside tiles as small as the test's


def foreseen(job: TrainJob, events: Any, **changes: Any) -> dict[str, Any]:
    own: Recipe = replace(job.recipe, **changes)
    return foresee(ForeseeJob(job.scenes, own, device="cpu", threads=1), events)


def test_an_epoch_is_as_long_as_its_steps_with_this_data(slow: None, job: TrainJob, hearing: Any) -> None:
    told = foreseen(job, hearing.events)
    train(job, hearing.events)
    facts = read_card(job.model_file).provenance
    steps = facts["steps"] / job.recipe.epochs
    assert told["epoch_seconds"] == pytest.approx(steps * A_TILE_S * job.recipe.batch_size, rel=0.5)
    assert told["epoch_seconds"] >= steps * A_TILE_S * job.recipe.batch_size
    assert told["epochs"] == told["done"] == job.recipe.epochs
    assert not told["is_short"]
    twice = foreseen(job, hearing.events, tiles_per_epoch=int(2 * steps * job.recipe.batch_size))
    assert twice["epoch_seconds"] > 1.5 * told["epoch_seconds"]


def test_learning_from_everything_takes_its_time(slow: None, job: TrainJob, hearing: Any) -> None:
    once, twice = (foreseen(job, hearing.events, refit=refit, epochs=20) for refit in ("never", "always"))
    assert twice["seconds"] == pytest.approx(1.8 * once["seconds"], rel=0.1)
    minutes = once["seconds"] / 60 / 2
    limited, shared = (
        foreseen(job, hearing.events, refit=refit, epochs=20, minutes=minutes) for refit in ("never", "always")
    )
    assert shared["done"] < 0.8 * limited["done"] < 0.8 * 20


def test_time_that_will_not_do_is_told_beforehand(slow: None, job: TrainJob, hearing: Any) -> None:
    told = foreseen(job, hearing.events, minutes=0.5, epochs=200)
    assert told["is_short"]
    assert told["done"] < 0.15 * 200
    assert told["seconds"] <= 30 + A_TILE_S * job.recipe.batch_size


def test_nothing_is_left_behind_and_cancel_is_heard(
    job: TrainJob, hearing: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = sorted(tmp_path.rglob("*"))
    assert foreseen(job, hearing.events)["seconds"] > 0
    assert sorted(tmp_path.rglob("*")) == before
    hearing.events.cancel()
    with pytest.raises(CancelledError):
        foreseen(job, hearing.events)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_classifier_has_no_epochs_to_foresee(job: TrainJob, hearing: Any) -> None:
    assert foreseen(job, hearing.events, model="random_forest", model_parameters={}) == {}
