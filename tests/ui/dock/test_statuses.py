"""Every refusal is shown, and what was told of something else goes when the choice changes or the next thing starts."""

from __future__ import annotations

import runpy
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.predict.predict_page import WHOLE
from outcrop.ui.dock.train.offers import Offer
from outcrop.ui.settings import INTERPRETER
from outcrop.ui.widgets.problems import WARNING, Problem
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtTest import QTest

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


@pytest.fixture
def write_model(tmp_path: Path) -> Callable[..., None]:
    """Give a writer of model files without weights; each is newer than the one before."""
    write = runpy.run_path(str(Path(__file__).parents[1] / "stub_worker.py"))["write_model"]

    def make(name: str, *bands: str) -> None:
        path = tmp_path / "work" / "models" / f"{name}.safetensors"
        path.parent.mkdir(parents=True, exist_ok=True)
        write(str(path), {"name": name, "recipe": {"model": "unet"}}, list(bands) or None)
        time.sleep(0.02)

    return make


@pytest.fixture
def predicting(ready: OutcropDock, write_model: Callable[..., None]) -> OutcropDock:
    """Give a dock with two models, the older one checked, on the Predict page."""
    write_model("older")
    write_model("newer")
    ready.tabs.setCurrentWidget(ready.predict_page)
    click_row(ready, "older")
    return ready


def click_row(dock: OutcropDock, name: str, *, box: bool = False) -> None:
    """Click a model's row, beside its box or on it."""
    models = dock.predict_page.models
    (item,) = models.findItems(name, Qt.MatchFlag.MatchExactly)
    place = models.visualItemRect(item)
    spot = place.center()
    spot.setX(place.left() + 8 if box else place.left() + 90)
    QTest.mouseClick(models.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def checked(dock: OutcropDock) -> list[str]:
    return [entry.name for entry in dock.predict_page.models.checked()]


def predict(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.prediction.ended, timeout=60_000):
        qtbot.mouseClick(dock.predict_page.predict, Qt.MouseButton.LeftButton)


def train(dock: OutcropDock, qtbot: QtBot) -> None:
    dock.tabs.setCurrentWidget(dock.train_page)
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        qtbot.mouseClick(dock.train_page.train, Qt.MouseButton.LeftButton)


def test_imagery_whose_file_was_renamed_is_told_at_the_click(predicting: OutcropDock, qtbot: QtBot) -> None:
    page = predicting.predict_page
    predict(predicting, qtbot)
    assert page.status.text().startswith("Finished")
    Path(page.imagery.currentLayer().source()).rename(Path(page.imagery.currentLayer().source() + ".old"))
    qtbot.mouseClick(page.predict, Qt.MouseButton.LeftButton)
    assert not predicting.prediction.is_running
    assert "gone or damaged" in page.problem_list.problems[0].text
    assert page.problem_list.isVisible()
    assert page.status.text() == ""


@pytest.mark.parametrize("change", ["model", "place", "setting", "imagery"])
def test_what_was_told_goes_when_something_else_is_chosen(
    predicting: OutcropDock, qtbot: QtBot, project: QgsProject, make_imagery: Rasters, change: str
) -> None:
    page = predicting.predict_page
    other = make_imagery("other")
    project.addMapLayer(other)
    page.imagery.setLayer(project.mapLayersByName("atsuma_rgb")[0])
    predict(predicting, qtbot)
    assert page.status.text().startswith("Finished")
    page.update_extent()
    assert page.status.text().startswith("Finished")
    {
        "model": lambda: click_row(predicting, "newer"),
        "place": lambda: page.where.setCurrentIndex(WHOLE),
        "setting": page.make["uncertainty"].click,
        "imagery": lambda: page.imagery.setLayer(other),
    }[change]()
    assert page.status.text() == ""


def test_row_and_check_are_one_choice(predicting: OutcropDock) -> None:
    page = predicting.predict_page
    assert checked(predicting) == ["older"]
    assert page.model_line.text().startswith("older:")
    click_row(predicting, "newer")
    assert checked(predicting) == ["newer"]
    assert page.model_line.text().startswith("newer:")
    click_row(predicting, "older", box=True)
    assert checked(predicting) == ["newer", "older"]
    assert page.models.selected().name == "older"


def test_check_stays_where_the_imagery_has_gone(
    predicting: OutcropDock, qtbot: QtBot, project: QgsProject, make_imagery: Rasters, write_model: Callable
) -> None:
    page = predicting.predict_page
    used = page.imagery.currentLayer()
    write_model("for one band", "Grey")
    page.refresh()
    assert checked(predicting) == ["older"]
    project.addMapLayer(make_imagery("grey", bands=("Grey",)))
    predict(predicting, qtbot)
    project.removeMapLayer(used.id())
    assert page.imagery.currentLayer().name() == "grey"
    assert checked(predicting) == []
    assert "“older” doesn't fit" in page.problem_list.problems[0].text
    again = make_imagery()
    project.addMapLayer(again)
    page.imagery.setLayer(again)
    assert checked(predicting) == ["older"]


def test_pages_belong_to_the_data_at_hand(
    ready: OutcropDock, qtbot: QtBot, project: QgsProject, make_imagery: Rasters, make_polygons: Vectors
) -> None:
    page = ready.train_page
    train(ready, qtbot)
    assert page.train.text() == "Train again"
    assert not page.predict.isHidden()
    layer = ready.data_page.polygons.currentLayer()
    layer.dataProvider().addFeatures(make_polygons((("dike", 5, 40, 10),)).getFeatures())
    ready.data_page.refresh()
    assert page.train.text() == "Train again"
    project.clear()
    assert page.train.text() == "Train"
    assert page.run.status.text() == ""
    assert page.predict.isHidden()
    assert page.run.curves.isHidden()
    project.addMapLayers([make_imagery("second"), make_polygons(name="others")])
    qtbot.waitUntil(lambda: ready.data_page.choice.ready, timeout=60_000)
    train(ready, qtbot)
    other = make_polygons(name="still others")
    project.addMapLayer(other)
    ready.data_page.polygons.setLayer(other)
    assert page.train.text() == "Train"
    assert page.predict.isHidden()


def test_prediction_asked_for_while_one_runs_is_refused_in_words(
    predicting: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, messages: object
) -> None:
    monkeypatch.setenv("OUTCROP_STUB", "slow")
    predicting.predict_page.predict.click()
    predicting._on_predict_now()
    assert "runs already" in messages.of("warning")
    with qtbot.waitSignal(predicting.prediction.ended, timeout=60_000):
        predicting.predict_page.cancel.click()


@pytest.mark.parametrize("refusal", ["start", "resume"])
def test_a_training_that_is_refused_is_told_in_the_place_of_the_one_before(
    ready: OutcropDock, qtbot: QtBot, messages: object, tmp_path: Path, refusal: str
) -> None:
    page = ready.train_page
    train(ready, qtbot)
    assert page.run.status.text().startswith("Finished")
    if refusal == "start":
        INTERPRETER.set_value(str(tmp_path / "gone" / "python"))
        qtbot.mouseClick(page.train, Qt.MouseButton.LeftButton)
    else:
        ready.training.go_on(Offer(Problem(WARNING, "Hardly trained"), str(tmp_path / "gone")))
    assert not ready.training.is_running
    assert "gone" in page.run.status.text()
    assert "gone" in messages.of("error")
    assert page.run.curves.isHidden()
    assert page.predict.isHidden()
    assert page.train.isEnabled()
    page.showEvent(QShowEvent())
    assert "gone" in page.run.status.text()
    page.form.models.setCurrentIndex(page.form.models.findData("random_forest"))
    assert page.run.status.text() == ""
