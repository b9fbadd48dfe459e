"""Corrections as they come: none yet, of one class, of classes that the polygons lack, written to by another window."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import shapely
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.model.card_file import read_card
from outcrop.core.training.settings.jobs import TrainJob

LEFT, TOP = 500_000.0, 4_000_000.0


def session(path: Path, classes: Sequence[str], crs: str = "EPSG:32633", by: float = 0.0) -> str:
    """Write a session with a square of each class, side by side."""
    squares = [shapely.box(LEFT + by + 60 + 8 * n, TOP - 60, LEFT + by + 68 + 8 * n, TOP - 40)
               for n in range(len(classes))]  # fmt: skip
    fields = [np.arange(1, len(classes) + 1), np.array(classes, object), np.zeros(len(classes), bool)]
    pyogrio.raw.write(
        str(path), shapely.to_wkb(np.array(squares, object)), fields, np.array(["class_id", "class", "undone"]),
        layer="corrections", driver="GPKG", geometry_type="Polygon", crs=crs,
    )  # fmt: skip
    return str(path)


def with_corrections(job: TrainJob, *files: str, labels: bool = True) -> TrainJob:
    scene = replace(job.scenes[0], corrections=files)
    if not labels:
        scene = replace(scene, labels="", labelled_area="")
    recipe = replace(job.recipe, split="none", model="maximum_likelihood", model_parameters={})
    return replace(job, scenes=(scene,), recipe=recipe)


def corrected(job: TrainJob) -> dict[str, int]:
    execute(job, Events())
    (counts,) = read_card(job.model_file).provenance["label_origins"]
    return dict(counts["corrected"])


def test_no_corrections_yet(job: TrainJob, tmp_path: Path) -> None:
    assert set(corrected(with_corrections(job, session(tmp_path / "c.gpkg", []))).values()) == {0}


def test_one_class_alone_is_no_training_but_helps_polygons(job: TrainJob, tmp_path: Path) -> None:
    one = session(tmp_path / "c.gpkg", ["dike"])
    assert corrected(with_corrections(job, one))["dike"] == 8 * 20
    with pytest.raises(BadInputError, match=r"class"):
        execute(with_corrections(replace(job, run_folder=str(tmp_path / "r")), one, labels=False), Events())


def test_classes_that_polygons_lack_join_the_legend_by_name(job: TrainJob, tmp_path: Path) -> None:
    job = with_corrections(job, session(tmp_path / "c.gpkg", ["lava", "DIKE"]))
    counts = corrected(job)
    assert "lava" in read_card(job.model_file).legend.names
    assert counts["lava"] == 8 * 20
    assert counts["dike"] == 8 * 20


def test_a_session_that_another_window_writes_to(job: TrainJob, tmp_path: Path) -> None:
    path = session(tmp_path / "c.gpkg", ["dike"])
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        assert corrected(with_corrections(job, path))["dike"] == 8 * 20
    finally:
        other.close()


def test_corrections_of_other_imagery(job: TrainJob, tmp_path: Path) -> None:
    far = session(tmp_path / "c.gpkg", ["dike"], by=90_000.0)
    with pytest.raises(BadInputError, match="lie outside the imagery"):
        execute(with_corrections(job, far), Events())
    gone = replace(job, run_folder=str(tmp_path / "second"))
    with pytest.raises(BadInputError, match="are not there"):
        execute(with_corrections(gone, str(tmp_path / "gone.gpkg")), Events())
