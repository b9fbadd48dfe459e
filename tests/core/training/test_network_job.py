"""A network's part of the training job: what it starts from and what it is measured on."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from outcrop.core.geodata.grid import Window
from outcrop.core.training import network_job
from outcrop.core.training.network.processes import Processes
from outcrop.core.training.network_job import measured_places, train_network
from outcrop.core.training.runs.run import Run


def test_many_validation_tiles_are_measured_by_a_fixed_choice() -> None:
    places = [(0, Window(row, 0, 8, 8)) for row in range(5000)]
    chosen = measured_places(places, 400, 1)
    assert len(chosen) == len(set(chosen)) == 400
    assert chosen == sorted(chosen, key=lambda place: place[1].row)
    assert chosen == measured_places(places, 400, 1)
    assert chosen != measured_places(places, 400, 2)
    assert measured_places(places[:100], 10, 1) == places[:100]


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


def test_tiles_come_from_memory_where_they_fit_and_long_rows_are_warned_of_where_not(
    ground: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_job, "_MUCH_UNPACKED_BYTES", 0)
    job, results, warned = ground.job(epochs=2), [], []
    for most in (1 << 20, 0):
        monkeypatch.setattr(network_job, "_MOST_REMEMBERED_BYTES", most)
        own = replace(job, run_folder=f"{job.run_folder} {most}")
        prepared = ground.prepare(own)
        results.append(train_network(Run(own.run_folder), own, prepared, Processes(), ground.events).arrays)
        warned.append([event["text"] for event in ground.heard if "stored in rows" in event.get("text", "")])
    assert all(np.array_equal(results[0][name], results[1][name]) for name in results[0])
    assert warned[0] == []
    assert [text.split()[0] for text in warned[1]] == ["“a.tif”"]
