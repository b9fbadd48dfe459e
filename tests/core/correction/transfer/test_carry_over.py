from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.prediction import Prediction
from outcrop.core.correction.session import Session
from outcrop.core.correction.transfer.carry_over import carry_over
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.grid import PixelGrid, Window
from outcrop.core.labels.legend import Legend

from tests.core.correction.conftest import LEGEND, UTM, Plain, Sparse, ground_of, place_of, subject_of

WORLD = 'GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]]'


@pytest.fixture
def old(tmp_path: Path, scene: np.ndarray) -> Session:
    """Make a session with three corrections, one of them undone."""
    with Session.create(tmp_path / "old_corrections.gpkg", subject_of(scene, "old.tif"), "ida") as made:
        made.attach(ground_of(scene))
        made.paint(Runs.of_window(Window(2, 2, 6, 5)), 2, "rectangle", note="seen in the field")
        made.paint(Runs.of_window(Window(5, 5, 6, 5)), 3, "brush")
        made.paint(Runs.of_window(Window(0, 0, 3, 3)), 255, "brush")
        made.undo()
        made.paint(Runs.of_window(Window(15, 20, 5, 5)), 4, "brush")
    return made


def new_session(folder: Path, values: np.ndarray, place: PixelGrid, legend: Legend = LEGEND) -> tuple[Session, Sparse]:
    prediction = Prediction("/somewhere/new.tif", place, legend, "b" * 64)
    session = Session.create(folder / "new_corrections.gpkg", prediction, "mara")
    overlay = Sparse(np.zeros_like(values))
    session.attach(Ground(place, Plain(values), overlay, 8))
    return session, overlay


def test_same_pixels(old: Session, scene: np.ndarray, tmp_path: Path) -> None:
    session, overlay = new_session(tmp_path, scene, place_of(*scene.shape))
    with session:
        fit = carry_over(old.path, session)
        assert (fit.corrections, fit.cut, fit.outside, fit.missing) == (3, 0, 0, {})
        assert fit.text("new.tif") == ""
        wanted = np.zeros_like(scene)
        wanted[2:8, 2:7], wanted[5:11, 5:10], wanted[15:20, 20:25] = 2, 3, 4
        assert np.array_equal(overlay.values, wanted)
        first = session.correction(1)
        assert (first.user, first.tool, first.prediction) == ("ida", "rectangle", "new.tif")
        assert first.note == "seen in the field (old_corrections.gpkg)"
        session.undo()
        assert session.redo_count == 1


def test_other_pixels_and_other_classes(old: Session, scene: np.ndarray, tmp_path: Path) -> None:
    place = PixelGrid(20, 30, (500004.0, 1.0, 0.0, 4649772.0, 0.0, -1.0), UTM)
    values = np.ones((30, 20), np.uint8)
    session, overlay = new_session(tmp_path, values, place, Legend.from_names(["pond", "schist"]))
    with session:
        fit = carry_over(old.path, session)
        assert (fit.corrections, fit.outside, fit.missing) == (1, 1, {"dike": 1})
        wanted = np.zeros_like(values)
        wanted[6:18, 6:16] = 1
        assert np.array_equal(overlay.values, wanted)
        assert "outside of “new.tif”" in fit.text("new.tif")


def test_other_coordinate_system(old: Session, scene: np.ndarray, tmp_path: Path) -> None:
    place = PixelGrid(30, 20, (0.0, 2.0, 0.0, 0.0, 0.0, -2.0), WORLD)
    session, overlay = new_session(tmp_path, scene, place)
    with session:
        with pytest.raises(BadInputError, match="coordinate system"):
            carry_over(old.path, session)
        fit = carry_over(old.path, session, lambda points: points - (500000.0, 4649776.0))
        assert fit.corrections == 3
        assert overlay.values[15:20, 20:25].min() == 4


def test_what_meets_nothing_but_nodata_is_told(old: Session, scene: np.ndarray, tmp_path: Path) -> None:
    scene[15:20, 20:25] = 0
    session, _ = new_session(tmp_path, scene, place_of(*scene.shape))
    with session:
        fit = carry_over(old.path, session)
        assert (fit.corrections, fit.outside) == (2, 1)
