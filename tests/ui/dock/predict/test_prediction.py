"""Predicting from the dock: where, with several models, what is seen meanwhile, what is asked and warned of before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.predict.predict_page import POLYGONS, SELECTED, WHOLE
from outcrop.ui.memory.durations import remember_trial
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QMessageBox

from .conftest import Write, check_all, jobs, press_predict


def layer_names(project: QgsProject) -> list[str]:
    root = project.layerTreeRoot()
    return [node.name() for node in [*root.findGroups(True), *root.findLayers()]]


def test_canvas_begins_at_its_centre(page_ready: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    press_predict(page_ready, qtbot)
    job = jobs(tmp_path)[0]
    assert job["centre"] == pytest.approx([600_400, 4_739_700])
    assert job["extent"] == pytest.approx([600_000, 4_739_400, 600_800, 4_740_000])
    assert (job["mask"], job["resample"]) == ("", False)


def test_polygons_are_the_mask(page_ready: OutcropDock, qtbot: QtBot, tmp_path: Path, project: QgsProject) -> None:
    page = page_ready.predict_page
    assert page.mask_layer.isHidden()
    page.where.setCurrentIndex(POLYGONS)
    assert not page.mask_layer.isHidden()
    assert page.size_line.text().startswith("644 pixels")
    press_predict(page_ready, qtbot)
    job = jobs(tmp_path)[0]
    mask = QgsVectorLayer(f"{job['mask']}|layername={job['mask_layer']}", "mask", "ogr")
    assert mask.featureCount() == 3
    assert job["extent"] is None


def test_selected_polygons_are_the_mask(
    page_ready: OutcropDock, qtbot: QtBot, tmp_path: Path, project: QgsProject
) -> None:
    page = page_ready.predict_page
    page.where.setCurrentIndex(SELECTED)
    assert "is selected" in page.problem_list.problems[0].text
    assert not page.predict.isEnabled()
    page.mask_layer.currentLayer().selectByExpression("kind = 'snow'")
    qtbot.waitUntil(page.predict.isEnabled, timeout=60_000)
    assert page.size_line.text().startswith("400 pixels")
    press_predict(page_ready, qtbot)
    job = jobs(tmp_path)[0]
    assert QgsVectorLayer(f"{job['mask']}|layername={job['mask_layer']}", "mask", "ogr").featureCount() == 1


def test_mask_layer_that_has_gone_is_told(
    page_ready: OutcropDock, qtbot: QtBot, project: QgsProject, messages: object
) -> None:
    page = page_ready.predict_page
    page.where.setCurrentIndex(POLYGONS)
    imagery, trouble = page._read_imagery()
    choice, _problems = page._choice(imagery)
    project.removeMapLayer(page.mask_layer.currentLayer().id())
    with qtbot.waitSignal(page_ready.prediction.ended, timeout=60_000):
        page_ready.prediction.start(choice)
    assert "no longer in the project" in messages.of("error")
    assert trouble.text == ""


def test_one_model_that_fails_does_not_stop_the_others(
    ready: OutcropDock, write_model: Write, qtbot: QtBot, project: QgsProject, messages: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    for name in ("first", "second", "third"):
        write_model(name)
    monkeypatch.setenv("OUTCROP_STUB_FAILS", "second")
    ready.tabs.setCurrentWidget(ready.predict_page)
    check_all(ready)
    press_predict(ready, qtbot)
    group = project.layerTreeRoot().findGroup("Outcrop · atsuma_rgb")
    assert [child.name() for child in group.children()] == ["third", "first"]
    assert "second: It went wrong" in messages.of("error")
    assert ready.predict_page.status.text().startswith("Finished, but not with “second”")


def test_cancel_stops_the_models_that_wait(
    ready: OutcropDock, write_model: Write, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    for name in ("first", "second"):
        write_model(name)
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    ready.tabs.setCurrentWidget(ready.predict_page)
    check_all(ready)
    ready.predict_page.predict.click()
    assert "1 of 2" in ready.predict_page.status.text()
    with qtbot.waitSignal(ready.prediction.ended, timeout=60_000):
        ready.predict_page.cancel.click()
    assert len(list(tmp_path.glob("work/runs/*"))) == 1
    assert "Outcrop · atsuma_rgb" not in layer_names(project)


def test_what_is_done_is_seen_and_goes_with_the_cancel(
    page_ready: OutcropDock, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "partial")
    page_ready.predict_page.predict.click()
    live = page_ready.prediction.live
    qtbot.waitUntil(lambda: bool(live.layer_id), timeout=60_000)
    assert any(name.endswith(", so far") for name in layer_names(project))
    assert project.mapLayer(live.layer_id) is not None
    offered = page_ready.predict_page.imagery
    assert not [place for place in range(offered.count()) if offered.itemText(place).endswith(", so far")]
    with qtbot.waitSignal(page_ready.prediction.ended, timeout=60_000):
        page_ready.predict_page.cancel.click()
    assert not any(name.endswith(", so far") for name in layer_names(project))
    assert "Outcrop · atsuma_rgb" not in layer_names(project)


def test_project_closed_meanwhile_takes_the_live_layer_along(
    page_ready: OutcropDock, qtbot: QtBot, project: QgsProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "partial")
    page_ready.predict_page.predict.click()
    qtbot.waitUntil(lambda: bool(page_ready.prediction.live.layer_id), timeout=60_000)
    project.clear()
    with qtbot.waitSignal(page_ready.prediction.ended, timeout=60_000):
        page_ready.predict_page.cancel.click()
    assert layer_names(project) == []


def test_predictions_share_the_warm_worker(page_ready: OutcropDock, qtbot: QtBot) -> None:
    warm = page_ready._launcher.warm
    qtbot.waitUntil(lambda: warm.pid is not None, timeout=60_000)  # started by looking at the page
    pid = warm.pid
    for _ in range(2):
        press_predict(page_ready, qtbot)
    assert warm.pid == pid


def test_large_predictions_have_a_worker_of_their_own(
    page_ready: OutcropDock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.ui.dock.predict.predict_page._WATCHED_PIXELS", 100)
    press_predict(page_ready, qtbot)
    assert jobs(tmp_path)[0]["centre"] is None
    qtbot.waitUntil(lambda: page_ready._launcher.warm.pid is None, timeout=60_000)


def test_trial_gives_the_first_estimate(page_ready: OutcropDock, qtbot: QtBot) -> None:
    line = page_ready.predict_page.size_line
    qtbot.waitUntil(lambda: "about" in line.text(), timeout=60_000)
    assert line.text() == "4,800 pixels · about 5 s"


@pytest.mark.parametrize(("answer", "runs"), [("No", 0), ("Yes", 1)])
def test_hours_are_asked_about(
    page_ready: OutcropDock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, runs: int
) -> None:
    asked: list[str] = []

    def ask(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer)

    monkeypatch.setattr(QMessageBox, "question", ask)
    remember_trial("unet", 1.0)
    page_ready.predict_page.predict.click()
    qtbot.waitUntil(lambda: not page_ready.prediction.is_running, timeout=60_000)
    assert asked == ["This covers 4,800 pixels: about 1.3 h. Predict all of it?"]
    assert len(jobs(tmp_path)) == runs


def test_gigabytes_are_asked_about(page_ready: OutcropDock, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QMessageBox, "question", lambda _p, _t, text: asked.append(text))
    monkeypatch.setattr("outcrop.ui.dock.predict.predict_choice._LARGE_BYTES", 7000)
    page_ready.predict_page.where.setCurrentIndex(WHOLE)
    page_ready.predict_page.make["probabilities"].setChecked(True)
    page_ready.predict_page.predict.click()
    assert "GB on the disk" in asked[0]
    assert not page_ready.prediction.is_running


def test_other_pixel_size_is_warned_of_and_resampling_offered(
    dock: OutcropDock, project: QgsProject, write_model: Write, make_imagery: Callable[..., QgsRasterLayer],
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, canvas: QgsMapCanvas,
) -> None:  # fmt: skip
    from osgeo import gdal

    gdal.Warp(str(tmp_path / "coarse.tif"), make_imagery().source(), xRes=20, yRes=20)
    project.addMapLayer(QgsRasterLayer(str(tmp_path / "coarse.tif"), "coarse"))
    write_model()
    dock.tabs.setCurrentWidget(dock.predict_page)
    page = dock.predict_page
    page.where.setCurrentIndex(WHOLE)
    assert "pixels of 20 m" in page.problem_list.problems[0].text
    assert page.predict.isEnabled()
    assert not page.resample.isHidden()
    page.resample.setChecked(True)
    assert page.problem_list.problems == ()
    press_predict(dock, qtbot)
    assert jobs(tmp_path)[0]["resample"] is True


def test_a_model_that_learned_from_shrunk_tiles_resamples_unasked(
    dock: OutcropDock, project: QgsProject, write_model: Write, make_imagery: Callable[..., QgsRasterLayer],
    tmp_path: Path, canvas: QgsMapCanvas,
) -> None:  # fmt: skip
    from osgeo import gdal

    gdal.Warp(str(tmp_path / "coarse.tif"), make_imagery().source(), xRes=20, yRes=20)
    project.addMapLayer(QgsRasterLayer(str(tmp_path / "coarse.tif"), "coarse"))
    write_model(shrinks=True)
    dock.tabs.setCurrentWidget(dock.predict_page)
    page = dock.predict_page
    page.where.setCurrentIndex(WHOLE)
    assert page.problem_list.problems == ()
    assert page.resample.isHidden()
    assert page.predict.isEnabled()


def test_what_takes_weeks_is_refused(page_ready: OutcropDock) -> None:
    remember_trial("unet", 1e-3)
    page = page_ready.predict_page
    page.update_estimate()
    assert not page.predict.isEnabled()
    assert (
        "This would take about 56 days here. Zoom in, or check a faster model." in page.problem_list.problems[-1].text
    )


def test_warnings_of_the_job_reach_the_message_bar(
    page_ready: OutcropDock, qtbot: QtBot, messages: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB_WARNS", "The values of “atsuma_rgb” are far off: Red 1–3, trained on 50–200.")
    press_predict(page_ready, qtbot)
    assert "Red 1–3" in messages.of("warning")


def test_the_pixel_size_is_warned_of_once(
    page_ready: OutcropDock, qtbot: QtBot, messages: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB_WARNS", "“atsuma_rgb” has pixels of 20 m.")
    monkeypatch.setenv("OUTCROP_STUB_ABOUT", "pixel_size")  # the page lists that before the job begins
    press_predict(page_ready, qtbot)
    assert messages.of("warning") == ""
