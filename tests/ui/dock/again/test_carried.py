"""Corrections on the next map: what it says otherwise is carried over, whole, and what it has no class for is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.correction.reading import read_session
from outcrop.core.correction.session import Session
from outcrop.core.correction.session_files import session_files
from outcrop.core.errors import DiskError
from outcrop.core.geodata.grid import Window
from outcrop.ui.dock.again.carried import carry_on


@pytest.fixture
def make_map(tmp_path: Path) -> Callable[..., Path]:
    """Give a maker of maps that are of their first class all over."""

    def make(name: str, *classes: str) -> Path:
        path = tmp_path / name
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 60, 40, 1, gdal.GDT_Byte)
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32654)
        dataset.SetGeoTransform((600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0))
        dataset.SetProjection(reference.ExportToWkt())
        legend = [{"id": n, "name": one, "colour": f"#{n:02x}8080"} for n, one in enumerate(classes, start=1)]
        dataset.SetMetadataItem("OUTCROP_LEGEND", json.dumps(legend))
        dataset.WriteArray(np.ones((40, 60), np.uint8))
        return path

    return make


def test_classes_are_matched_by_name_and_those_that_it_lacks_are_told(
    make_map: Callable[..., Path], correct: Callable[..., Path]
) -> None:
    first, second = make_map("first.tif", "rock", "dike", "lava"), make_map("second.tif", "rock", "snow", "dike")
    dike = correct(str(first), Window(0, 0, 10, 10), "dike")
    lava = new_one(correct, first, Window(20, 20, 10, 10), "lava")
    carried = carry_on([str(dike), str(lava)], second)
    assert carried.corrections == 1
    assert carried.left_out == "Corrections that don’t fit wholly: 1 of class “lava”, which its legend lacks."
    (session,) = session_files(second)
    with read_session(session) as made:
        ((correction, runs),) = made.pixels()
    assert (correction.class_name, correction.class_id, runs.pixels) == ("dike", 3, 100)


def test_nothing_to_carry_over_leaves_no_session(make_map: Callable[..., Path], correct: Callable[..., Path]) -> None:
    first, second = make_map("first.tif", "rock", "dike"), make_map("second.tif", "dike", "rock")
    session = correct(str(first), Window(0, 0, 10, 10), "dike")
    assert carry_on([str(session)], second).corrections == 0
    assert sorted(path.name for path in second.parent.glob("*second*")) == ["second.tif"]
    assert not list(second.parent.glob(".outcrop-*"))


def test_a_session_that_cannot_be_carried_to_its_end_leaves_none(
    make_map: Callable[..., Path], correct: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_map("first.tif", "rock", "dike"), make_map("second.tif", "rock", "dike")
    sessions = [str(new_one(correct, first, Window(row, 0, 5, 5), "dike")) for row in (0, 10)]
    repeat, repeated = Session.repeat, []

    def fail(*values: object) -> object:
        if repeated:
            raise DiskError("The disk is full.")
        repeated.append(repeat(*values))
        return repeated[0]

    monkeypatch.setattr(Session, "repeat", fail)
    with pytest.raises(DiskError):
        carry_on(sessions, second)
    assert session_files(second) == []
    assert not list(second.parent.glob(".outcrop-*"))


def new_one(correct: Callable[..., Path], prediction: Path, window: Window, name: str) -> Path:
    """Paint a window in a further session of a map, and give that."""
    before = {path: path.rename(path.with_name(f"kept {path.name}")) for path in session_files(prediction)}
    made = correct(str(prediction), window, name)
    other = made.rename(made.with_name(f"{len(before)} {made.name}"))
    for path, kept in before.items():
        kept.rename(path)
    return other


def test_spelling_parts_no_classes_and_painted_over_counts_once(
    make_map: Callable[..., Path], correct: Callable[..., Path]
) -> None:
    first, second = make_map("first.tif", "rock", "Dike", "lava"), make_map("second.tif", "rock", "dike", "lava")
    box, beside = Window(0, 0, 10, 10), Window(0, 5, 10, 10)
    session = correct(str(first), box, "Dike", box, "lava", beside, "Dike")
    carried = carry_on([str(session)], second)
    assert (carried.corrections, carried.left_out) == (2, "")
    (made,) = session_files(second)
    with read_session(made) as reader:
        found = {correction.class_name: runs.pixels for correction, runs in reader.pixels()}
    assert found == {"lava": 50, "dike": 100}
