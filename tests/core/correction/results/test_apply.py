from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.correction.errors import OtherPredictionError
from outcrop.core.correction.ground import Ground
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs
from outcrop.core.correction.prediction import Prediction
from outcrop.core.correction.results.apply import CORRECTIONS_TAG, apply
from outcrop.core.correction.session import Session
from outcrop.core.correction.session_file import connect
from outcrop.core.errors import BadInputError, CancelledError
from outcrop.core.events import Events
from outcrop.core.files.digest import sha256_of
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.class_file import open_class_file
from rasterio.crs import CRS

from tests.core.correction.conftest import LEGEND, Plain, Sparse
from tests.core.correction.results.conftest import CORNER, Predicted, correcting, grid_of

SHAPE = polygon_runs([np.array([(1, 1), (28, 4), (22, 19), (3, 15)], float)])
FRAME = Window(0, 0, 20, 30)


@pytest.fixture
def map_file(predicted: Predicted, scene: np.ndarray) -> Path:
    return predicted(scene)


@pytest.fixture
def session_file(map_file: Path, scene: np.ndarray) -> Path:
    with correcting(map_file, scene) as session:
        session.paint(SHAPE, 2, "polygon")
        session.paint(Runs.of_window(Window(4, 4, 8, 8)), 255, "rectangle")
        session.paint(Runs.of_window(Window(6, 6, 9, 9)), 0, "restore")
        session.paint(Runs.of_window(Window(0, 24, 3, 6)), 3, "brush", over_nodata=True)
        session.paint(SHAPE, 1, "polygon")
        session.undo()
    return session.path


def wanted(scene: np.ndarray) -> np.ndarray:
    made = np.where(SHAPE.mask(FRAME) & (scene > 0), 2, scene)
    made[4:12, 4:12] = 0
    made[6:15, 6:15] = scene[6:15, 6:15]
    made[0:3, 24:30] = 3
    return np.asarray(made, np.uint8)


def test_corrected_copy(map_file: Path, session_file: Path, scene: np.ndarray, tmp_path: Path) -> None:
    before = map_file.read_bytes()
    told: list[dict] = []
    result = apply(str(map_file), str(session_file), str(tmp_path / "corrected.tif"), Events(told.append))
    assert map_file.read_bytes() == before
    with rasterio.open(result["out"]) as dataset:
        values, tags = dataset.read(1), dataset.tags()
        assert dataset.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    assert np.array_equal(values, wanted(scene))
    assert result["pixels"] == (values != scene).sum()
    assert result["corrections"] == 4
    note = json.loads(tags[CORRECTIONS_TAG])
    assert (note["session"], note["corrections"], note["users"]) == ("map_corrections.gpkg", 4, ["mara"])
    assert open_class_file(str(result["out"])).models
    assert Path(str(result["style"])).is_file()
    assert "<F>dike</F>" in (tmp_path / "corrected.tif.aux.xml").read_text(encoding="utf-8")
    assert [event["fraction"] for event in told] == sorted(event["fraction"] for event in told)


def test_session_may_be_open_meanwhile(map_file: Path, session_file: Path, scene: np.ndarray, tmp_path: Path) -> None:
    with correcting(map_file, scene) as session:
        session.paint(Runs.of_window(Window(15, 0, 2, 2)), 4, "brush")
        apply(str(map_file), str(session_file), str(tmp_path / "corrected.tif"), Events())
    with rasterio.open(tmp_path / "corrected.tif") as dataset:
        assert (dataset.read(1)[15:17, 0:2] == 4).all()


def test_another_prediction_is_refused_unless_carried_over(
    predicted: Predicted, session_file: Path, scene: np.ndarray, tmp_path: Path
) -> None:
    legend = Legend.from_names(["pond", "background", "gabbro", "schist"])
    lut = np.array([0, 2, 3, 1, 4], np.uint8)
    moved = lut[scene][2:, 1:]
    other = predicted(moved, "other.tif", legend, corner=(CORNER[0] + 2.0, CORNER[1] - 4.0))
    target = tmp_path / "corrected.tif"
    with pytest.raises(OtherPredictionError, match=r"map\.tif.*carry over"):
        apply(str(other), str(session_file), str(target), Events())
    told: list[dict] = []
    result = apply(str(other), str(session_file), str(target), Events(told.append), carry_over=True)
    assert result["corrections"] == 3
    (warning,) = [event["text"] for event in told if event["event"] == "warning"]
    assert "1 of class “dike”" in warning
    assert "cut off" in warning
    made = scene.copy()
    made[4:12, 4:12] = 0
    made[6:15, 6:15] = scene[6:15, 6:15]
    made[0:3, 24:30] = 3
    with rasterio.open(target) as dataset:
        assert np.array_equal(dataset.read(1), lut[made][2:, 1:])


def test_prediction_is_found_where_both_were_moved(
    map_file: Path, session_file: Path, scene: np.ndarray, tmp_path: Path
) -> None:
    target = tmp_path / "corrected.tif"
    apply("", str(session_file), str(target), Events())
    with rasterio.open(target) as dataset:
        assert np.array_equal(dataset.read(1), wanted(scene))
    folder = tmp_path / "moved"
    folder.mkdir()
    map_file.rename(folder / map_file.name)
    with pytest.raises(BadInputError, match="is gone"):
        apply("", str(session_file), str(target), Events())
    session_file.rename(folder / session_file.name)
    assert apply("", str(folder / session_file.name), str(target), Events())["corrections"] == 4


def test_stopped_job_leaves_nothing(map_file: Path, session_file: Path, tmp_path: Path) -> None:
    events = Events()
    events.cancel()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(CancelledError):
        apply(str(map_file), str(session_file), str(tmp_path / "corrected.tif"), events)
    assert sorted(tmp_path.iterdir()) == before


def test_files_that_are_no_sessions(map_file: Path, session_file: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "corrected.tif")
    with pytest.raises(BadInputError, match="no session"):
        apply(str(map_file), str(tmp_path / "gone.gpkg"), target, Events())
    with pytest.raises(BadInputError, match="isn't a session"):
        apply(str(map_file), str(map_file), target, Events())
    connection = connect(session_file)
    connection.execute("UPDATE outcrop_session SET value = '99' WHERE key = 'format'")
    connection.close()
    with pytest.raises(BadInputError, match="later version"):
        apply(str(map_file), str(session_file), target, Events())


@pytest.mark.parametrize("carry_over", [False, True])
def test_a_system_that_is_written_otherwise_is_the_same(
    carry_over: bool, predicted: Predicted, scene: np.ndarray, tmp_path: Path
) -> None:
    place = {"pixel": 1e-4, "corner": (15.0, 50.0), "crs": CRS.from_epsg(4258)}
    path = predicted(scene, **place)
    grid = grid_of(scene, **place).pixel_grid
    written = grid.crs.replace("298.257222101", "298.257222101004")
    assert written != grid.crs
    subject = Prediction(str(path), replace(grid, crs=written), LEGEND, sha256_of(path), "unet")
    with Session.create(tmp_path / "map_corrections.gpkg", subject, "mara") as session:
        session.attach(Ground(grid, Plain(scene), Sparse(np.zeros_like(scene)), 8))
        session.paint(SHAPE, 2, "polygon")
    target = tmp_path / "corrected.tif"
    assert apply(str(path), str(session.path), str(target), Events(), carry_over=carry_over)["corrections"] == 1
