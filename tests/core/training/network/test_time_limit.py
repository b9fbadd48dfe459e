"""A limit in minutes holds from the job's beginning to the written model: counted on a watch that work alone moves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

import pytest
from outcrop.core.jobs.training import train as train_job
from outcrop.core.jobs.training.train import train
from outcrop.core.model import margin
from outcrop.core.model.card_file import read_card
from outcrop.core.training import network_job
from outcrop.core.training.data.batches import LabelledBatch
from outcrop.core.training.network import network_training
from outcrop.core.training.network.learner import Learner
from outcrop.core.training.results import validation
from outcrop.core.training.runs import clock, time_budget

LIMIT_S, FEW_S, TILES = 60.0, 5.0, 8


@dataclass
class Machine:
    """How many seconds everything takes; a later step takes a share of the first one."""

    preparing: float
    building: float
    step: float
    later: float
    tile: float
    writing: float
    now: float = 0.0
    steps: int = 0

    def costs(self, function: Callable[..., Any], seconds: Callable[..., float]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            result = function(*arguments, **named)
            self.now += seconds(*arguments, **named)
            return result

        return call

    def learning(self, *_arguments: Any) -> float:
        self.steps += 1
        return 0.0

    def learning_piece(self, learner: Learner, piece: LabelledBatch) -> float:
        whole = self.step if not self.steps else self.step * self.later
        return whole * len(piece.images) / TILES


MACHINES = {
    "FCN-8s on a laptop": Machine(preparing=4, building=5, step=12, later=0.8, tile=1.2, writing=3),
    "a step longer than the time": Machine(preparing=2, building=1, step=70, later=1, tile=3.5, writing=1),
    "a step of minutes": Machine(preparing=2, building=1, step=200, later=1, tile=10, writing=1),
    "much to measure": Machine(preparing=2, building=1, step=1, later=0.8, tile=0.2, writing=0.1),
    "long preparation": Machine(preparing=30, building=5, step=2, later=0.9, tile=0.2, writing=0.5),
    "a quick network": Machine(preparing=1, building=0.5, step=0.5, later=0.2, tile=0.01, writing=0.01),
}


@pytest.mark.parametrize("name", MACHINES)
def test_a_training_ends_within_its_time(ground: Any, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    machine = replace(MACHINES[name])
    watch = SimpleNamespace(monotonic=lambda: machine.now)
    for module in (clock, network_training, network_job, margin, train_job):
        monkeypatch.setattr(module, "time", watch)

    def spend(module: Any, function: str, seconds: Callable[..., float]) -> None:
        monkeypatch.setattr(module, function, machine.costs(getattr(module, function), seconds))

    spend(train_job, "prepare_scenes", lambda *_given, **_named: machine.preparing)
    spend(network_job, "made_network", lambda *_given: machine.building)
    spend(Learner, "forward", lambda *_given: machine.tile)
    spend(Learner, "_loss_of", machine.learning_piece)
    spend(Learner, "learn", machine.learning)
    spend(validation, "logits_of", lambda _network, batch, _device: machine.tile * len(batch.images))
    spend(network_training, "network_calibration", lambda _n, _r, places, *_more: machine.tile * min(16, len(places)))
    spend(network_training, "save_checkpoint", lambda *_given: machine.writing)
    spend(network_training, "load_checkpoint", lambda *_given: machine.writing / 3)
    spend(train_job, "save_model", lambda *_given: machine.writing / 3)
    spend(network_job, "measure_network_margin", lambda _n, _p, _s, _d, time, _tell, window: time * (window <= time))
    monkeypatch.setattr(time_budget, "_MARGIN_PX", 2 * 16**2)
    sizes = {"tile_px": 16, "stride_px": 16, "batch_size": TILES}
    job = ground.job(epochs=1000, tiles_per_epoch=400, minutes=LIMIT_S / 60, **sizes)
    train(job, ground.events)
    overrun = machine.now - LIMIT_S
    print(f"{machine.now:.1f} s, {machine.steps} steps")
    tiles = 5 * machine.tile  # two to see how long a step takes, two that are measured, one that is shown
    least = machine.preparing + machine.building + machine.step * 2 / TILES + tiles + 4 * machine.writing
    assert machine.now <= max(LIMIT_S, least) + FEW_S
    facts = read_card(job.model_file).provenance
    assert facts["steps"] == machine.steps
    assert 0 < facts["tiles_measured_on"][0] <= facts["tiles_measured_on"][1]
    if machine.preparing + machine.step < LIMIT_S / 2:
        assert overrun > -LIMIT_S / 4, "it ended long before its time"
