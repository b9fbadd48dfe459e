"""The journal: tables and pictures of a run's epochs."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import numpy as np
from outcrop.core.assessment.confusion import Confusion
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.labels.legend import Legend
from outcrop.core.training.data.samples import SampleTile
from outcrop.core.training.runs.journal import RunJournal
from outcrop.core.training.runs.run import EPOCHS, Run

LEGEND = Legend.from_names(["dike, thin", "rock"])
SCALING = Normalisation("none", *((number,) for number in (0.0, 1.0, 0.0, 1.0, 0.0, 1.0)))


def measures(epoch: int) -> dict[str, Any]:
    return {"epoch": epoch, "loss": 1 / epoch, "miou": 0.5, "f1_by_class": {"dike, thin": 0.25, "rock": 0.75}}


def test_epochs_become_rows_and_later_ones_are_dropped(tmp_path: Path) -> None:
    run = Run(tmp_path)
    journal = RunJournal(run, LEGEND, ("a",), SCALING)
    for epoch in (1, 2, 3):
        journal.epoch(measures(epoch))
    journal.close()
    again = RunJournal(run, LEGEND, ("a",), SCALING, done=1)
    again.epoch(measures(2))
    again.close()
    with run.path(EPOCHS).open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["epoch"] for row in rows] == ["1", "2"]
    assert rows[1]["f1 dike, thin"] == "0.25"
    assert rows[1]["loss"] == "0.5"
    assert len(list((tmp_path / "tensorboard").iterdir())) == 2


def test_the_best_epoch_leaves_its_confusion_and_its_tiles(tmp_path: Path) -> None:
    confusion = Confusion(2)
    confusion.add(np.array([1, 1, 2, 2, 2]), np.array([1, 2, 2, 2, 0]))
    sample = SampleTile(
        np.zeros((1, 4, 4), np.float32), np.ones((4, 4), int), np.ones((4, 4), int), np.ones((4, 4), bool)
    )
    journal = RunJournal(Run(tmp_path), LEGEND, ("a",), SCALING)
    picture = journal.best(7, confusion, [sample])
    with (tmp_path / "confusion.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][1:] == ["dike, thin", "rock", "not predicted"]
    assert rows[1:] == [["dike, thin", "1", "1", "0"], ["rock", "0", "2", "1"]]
    assert Path(picture).read_bytes()[:4] == b"\x89PNG"
    assert Path(picture).name == "epoch_0007.png"
