from __future__ import annotations

import gc
import weakref
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from outcrop.core.correction.ground import BLANK, over
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import polygon_runs, stroke_runs
from outcrop.core.correction.session import Session
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction import class_raster, overlay
from outcrop.ui.correction.class_raster import ClassRaster, read_prediction
from outcrop.ui.correction.overlay import SessionGround, halved
from outcrop.ui.layers.reloading import reload
from qgis.core import QgsRasterLayer, QgsVectorLayer

from tests.ui.correction.conftest import HEIGHT, WIDTH, write_prediction

ALL = Window(0, 0, HEIGHT, WIDTH)
ROUND = polygon_runs([np.array([(300, 40), (1400, 700), (200, 1250)], float)])


def shown(ground: SessionGround) -> np.ndarray:
    """Read the map as any program does."""
    values: np.ndarray = gdal.Open(ground.map_path).ReadAsArray()
    return values


def test_every_step_shows_in_the_map(session: Session, values: np.ndarray) -> None:
    ground = SessionGround.open(session)
    model = np.zeros_like(values)
    states = [model.copy()]
    strokes = [
        (stroke_runs([(250, 250), (700, 520)], 40), 2), (ROUND, 3), (ROUND.shifted(30, 9), BLANK),
        (stroke_runs([(800, 600)], 300), 0), (Runs.of_window(Window(0, 0, 1, 1)), 4),
    ]  # fmt: skip
    for runs, value in strokes:
        session.paint(runs, value, "brush", over_nodata=True)
        runs.clipped(ALL).paint(model, ALL, value)
        states.append(model.copy())
        assert np.array_equal(shown(ground), over(values, model))
        assert np.array_equal(ground.read(ALL), over(values, model))
    for state in reversed(states[:-1]):
        session.undo()
        assert np.array_equal(shown(ground), over(values, state))
    assert np.array_equal(shown(ground), values)


def test_nothing_is_held_once_all_is_closed(session: Session) -> None:
    """GDAL's datasets go before QGIS ends, which takes them along: one let go of later brings the process down."""
    ground = SessionGround.open(session)
    session.paint(ROUND, 3, "polygon")
    gc.collect()
    gc.disable()
    try:
        held = weakref.ref(ground)
        session.close()
        del ground
        assert held() is None
    finally:
        gc.enable()
    other = SessionGround.open(again := Session.open(session.path, session.prediction, "mara"))
    other.close()
    again.close()
    assert not [made for made in gc.get_objects() if isinstance(made, gdal.Dataset)]


def test_overlay_is_kept_when_closed_and_made_anew_after_a_crash(session: Session, values: np.ndarray) -> None:
    ground = SessionGround.open(session)
    session.paint(ROUND, 3, "polygon")
    ground.close()
    kept = SessionGround.open(session)
    assert not kept.rebuilt
    session.paint(stroke_runs([(250, 250), (700, 520)], 40), 2, "brush")
    wanted = shown(kept)
    kept.overlay.close()  # nothing is noted, as in a crash
    file = session.path.with_suffix(".overlay.tif")
    dataset = gdal.Open(str(file), gdal.GA_Update)
    dataset.GetRasterBand(1).WriteArray(np.full((300, 300), 4, np.uint8), 0, 0)
    del dataset
    told: list[float] = []
    again = SessionGround.open(session, told.append)
    assert again.rebuilt
    assert told
    assert np.array_equal(shown(again), wanted)
    again.close()
    file.unlink()
    missing = SessionGround.open(session)
    assert np.array_equal(shown(missing), wanted)
    missing.close()
    file.write_bytes(b"no raster")
    assert np.array_equal(shown(SessionGround.open(session)), wanted)


def test_an_overlay_opened_again_is_the_same_without_gaps(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay, "_SMALLEST", 300)
    ground = SessionGround.open(session)
    chance = np.random.default_rng(3)
    for _ in range(40):
        points = [tuple(at) for at in chance.uniform((0, 0), (WIDTH, HEIGHT), (4, 2))]
        session.paint(stroke_runs(points, 9), int(chance.integers(1, 5)), "brush")
    ground.close()
    file = session.path.with_suffix(".overlay.tif")
    before, size = every_level(file), file.stat().st_size
    again = SessionGround.open(session)
    assert not again.rebuilt
    assert file.stat().st_size < size
    for was, now in zip(before, every_level(file)):
        assert np.array_equal(was, now)
    again.close()


def every_level(file: Path) -> list[np.ndarray]:
    """Read a raster and its overviews."""
    dataset = gdal.Open(str(file))
    band = dataset.GetRasterBand(1)
    return [band.ReadAsArray(), *(band.GetOverview(level).ReadAsArray() for level in range(band.GetOverviewCount()))]


def test_an_overlay_half_copied_is_made_anew(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    ground = SessionGround.open(session)
    session.paint(ROUND, 3, "polygon")
    wanted = shown(ground)
    ground.close()

    def stopped(*_: object) -> None:
        raise RuntimeError("stopped")

    with monkeypatch.context() as patched:
        patched.setattr(overlay, "_copy_tiles", stopped)
        with pytest.raises(DiskError, match="overlay"):
            SessionGround.open(session)
    again = SessionGround.open(session)
    assert again.rebuilt
    assert np.array_equal(shown(again), wanted)
    again.close()


def test_what_was_corrected_shows_from_afar(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overlay, "_SMALLEST", 512)
    ground = SessionGround.open(session)
    session.paint(stroke_runs([(120, 90), (1500, 1200)], 3), 2, "brush")
    session.paint(Runs.of_window(Window(600, 100, 200, 333)), 3, "rectangle")
    model = ground.overlay.read(ALL)
    assert model is not None
    dataset = gdal.Open(str(session.path.with_suffix(".overlay.tif")))
    band = dataset.GetRasterBand(1)
    assert band.GetOverviewCount() == 2
    for level in range(2):
        model = halved(model)
        assert np.array_equal(band.GetOverview(level).ReadAsArray(), model)
    assert (model > 0).sum() > 400


def test_gdal_keeps_little_of_what_is_looked_at_here_and_there(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(class_raster, "MOST_PIXELS_KEPT", 2 * 512 * 512)
    raster = ClassRaster(session.prediction.path)
    before, most = gdal.GetCacheUsed(), 0
    for row in range(0, HEIGHT - 1, 100):
        for col in range(0, WIDTH - 1, 100):
            raster.read(Window(row, col, 1, 1))
            most = max(most, gdal.GetCacheUsed() - before)
    assert 0 < most <= 3 * 512 * 512 + 10_000
    raster.close()


def test_overlay_of_nothing_is_small(session: Session) -> None:
    ground = SessionGround.open(session)
    session.paint(stroke_runs([(250, 250)], 9), 2, "brush")
    ground.close()
    assert session.path.with_suffix(".overlay.tif").stat().st_size < 6000


def test_session_is_a_layer_like_any_other(session: Session) -> None:
    SessionGround.open(session)
    session.paint(stroke_runs([(250, 250), (300, 310)], 40), 2, "brush", note="looks wet")
    session.paint(ROUND, BLANK, "polygon")
    layer = QgsVectorLayer(str(session.path), "corrections", "ogr")
    assert layer.isValid()
    assert ogr.Open(str(session.path)).GetLayerCount() == 1
    assert layer.crs().authid() == "EPSG:32633"
    first, second = layer.getFeatures()
    assert (first["class"], first["tool"], first["note"], first["undone"]) == ("dike", "brush", "looks wet", False)
    assert second["class_id"] == BLANK
    assert first.geometry().isGeosValid()
    assert first.geometry().area() == pytest.approx(first["pixels"] * 4.0)
    assert first["area_m2"] == pytest.approx(first.geometry().area() / 0.9996**2, rel=1e-4)
    assert first["made"].toString("yyyy").startswith("20")


def test_qgis_edits_remarks_but_no_outlines(session: Session) -> None:
    SessionGround.open(session)
    runs = stroke_runs([(250, 250), (300, 310)], 40)
    session.paint(runs, 2, "brush")
    session.close()
    layer = QgsVectorLayer(str(session.path), "corrections", "ogr")
    for remark in ("wet", "dry"):
        assert layer.startEditing()
        assert layer.changeAttributeValue(1, layer.fields().lookupField("note"), remark)
        assert layer.commitChanges(), layer.commitErrors()
    assert layer.startEditing()
    moved = layer.getFeature(1).geometry()
    moved.translate(20.0, 0.0)
    assert layer.changeGeometry(1, moved)
    assert not layer.commitChanges()
    layer.rollBack()
    assert layer.startEditing()
    assert layer.deleteFeature(1)
    assert not layer.commitChanges()
    layer.rollBack()
    del layer
    with Session.open(session.path, session.prediction, "ida") as again:
        ground = SessionGround.open(again)
        assert again.correction(1).note == "dry"
        ((_, _, kept),) = again.pixels()
        assert kept.same_as(runs)
        ground.close()


def test_another_prediction_on_these_pixels(session: Session, tmp_path: Path, values: np.ndarray) -> None:
    ground = SessionGround.open(session)
    coarse = values[::2, ::2]
    other, legend = ground.aligned(str(write_prediction(tmp_path / "other.tif", coarse, pixel=4.0)))
    assert legend.names[1] == "dike"
    assert np.array_equal(other.read(ALL), np.kron(coarse, np.ones((2, 2), np.uint8)))


def test_predictions_that_are_none(tmp_path: Path, prediction_file: Path) -> None:
    with pytest.raises(BadInputError, match=r"gone\.tif"):
        read_prediction(str(tmp_path / "gone.tif"))
    bare = tmp_path / "bare.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(bare), 4, 4, 1, gdal.GDT_Byte)
    del dataset
    with pytest.raises(BadInputError, match="legend"):
        read_prediction(str(bare))
    floats = tmp_path / "floats.tif"
    dataset = gdal.GetDriverByName("GTiff").Create(str(floats), 4, 4, 1, gdal.GDT_Float32)
    del dataset
    with pytest.raises(BadInputError, match="one byte"):
        read_prediction(str(floats))
    read = read_prediction(str(prediction_file))
    assert (read.model, read.name, len(read.digest)) == ("U-Net", "map.tif", 64)


def test_a_copy_of_the_layer_shows_what_is_corrected_too(session: Session, values: np.ndarray) -> None:
    """Two layers of one map must not share what GDAL has read of its files."""
    ground = SessionGround.open(session)
    first, second = (QgsRasterLayer(ground.map_path, name) for name in "ab")
    copy = first.clone()
    model = np.zeros_like(values)
    for number, value in enumerate((2, 3, 4)):
        runs = Runs.of_window(Window(40 * number, 30, 90, 120))
        session.paint(runs, value, "rectangle")
        runs.paint(model, ALL, value)
        for layer in (first, second, copy):
            reload(layer)
            block = layer.dataProvider().block(1, layer.extent(), WIDTH, HEIGHT)
            read = np.frombuffer(block.data().data(), np.uint8).reshape(HEIGHT, WIDTH)
            assert np.array_equal(read, over(values, model))
    ground.close()
