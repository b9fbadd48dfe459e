"""A network's part of the training job: what it starts from and what it is measured on."""

from __future__ import annotations

from typing import Any

from outcrop.core.geodata.grid import Window
from outcrop.core.training.network_job import _measured, train_network
from outcrop.core.training.processes import Processes
from outcrop.core.training.run import Run


def test_many_validation_tiles_are_measured_by_a_fixed_choice() -> None:
    places = [(0, Window(row, 0, 8, 8)) for row in range(5000)]
    chosen = _measured(places, 400, 1)
    assert len(chosen) == len(set(chosen)) == 400
    assert chosen == sorted(chosen, key=lambda place: place[1].row)
    assert chosen == _measured(places, 400, 1)
    assert chosen != _measured(places, 400, 2)
    assert _measured(places[:100], 10, 1) == places[:100]


def test_what_is_trained_comes_with_where_it_is_from(ground: Any) -> None:
    job = ground.job(epochs=1)
    prepared = ground.prepare(job)
    trained = train_network(Run(job.run_folder), job, prepared, Processes(), ground.events)
    assert trained.confusion.total == prepared.labelling.split.pixels(2)
    assert trained.arrays["head.bias"].shape == (2,)
    facts = trained.provenance
    assert (facts["epochs"], facts["steps"], facts["best_epoch"], facts["processes"]) == (1, 4, 1, 1)
    assert facts["device"].startswith("CPU, 1 thread")
    assert facts["tiles_measured_on"][0] == facts["tiles_measured_on"][1] > 0
    assert trained.margin_px % 8 == 0
