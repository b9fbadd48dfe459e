"""Training starts from what was learned before, says how long it takes, and shows what is held back and how it goes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.ui.dock.data.validation_map import add_parts
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.dock.train.sample_tiles import SampleTiles
from outcrop.ui.recipe_texts import time_sentence
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QColor, QPixmap

Rasters = Callable[..., QgsRasterLayer]


def job_files(folder: Path) -> list[dict[str, object]]:
    return [json.loads(path.read_text()) for path in sorted(folder.glob("work/runs/*/request.json"))]


def train(dock: OutcropDock, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dock.training.ended, timeout=60_000):
        dock.train_page.train.click()


def choices(dock: OutcropDock) -> list[str]:
    box = dock.train_page.form.start_from
    return [box.itemText(place) for place in range(box.count())]


def test_training_starts_from_a_model_of_ones_own(ready: OutcropDock, qtbot: QtBot, tmp_path: Path) -> None:
    ready.tabs.setCurrentWidget(ready.train_page)
    assert choices(ready) == ["Scratch"]
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.data_page)
    ready.tabs.setCurrentWidget(ready.train_page)
    assert choices(ready)[1].startswith("my model “Improved U-Net")
    form = ready.train_page.form
    form.start_from.setCurrentIndex(1)
    assert not form.model_form.isEnabled()
    train(ready, qtbot)
    jobs = job_files(tmp_path)
    assert jobs[0]["start_from"] == ""
    assert jobs[1]["start_from"] == jobs[0]["model_file"]
    form.models.setCurrentIndex(form.models.findData("unet"))
    assert not any("my model" in text for text in choices(ready))


def test_model_with_other_bands_cannot_be_the_start(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTCROP_STUB_BANDS", "Red,Green,Blue,Near infrared")
    train(ready, qtbot)
    ready.tabs.setCurrentWidget(ready.train_page)
    ready.train_page.form.start_from.setCurrentIndex(1)
    assert "was trained on Red, Green, Blue, Near infrared" in ready.train_page.problem_list.problems[0].text
    assert not ready.train_page.train.isEnabled()


def test_weights_and_start_follow_each_other(ready: OutcropDock) -> None:
    form = ready.train_page.form
    form.models.setCurrentIndex(form.models.findData("deeplabv3plus"))
    place = form.start_from.findData("weights:imagenet")
    assert place > 0
    form.start_from.setCurrentIndex(place)
    assert form.recipe().model_parameters.get("weights", "imagenet") == "imagenet"
    form.start_from.setCurrentIndex(0)
    assert form.recipe().model_parameters["weights"] == "none"
    form.model_form.set_values({"weights": "imagenet"})
    assert form.start_from.currentIndex() == place


def test_weights_are_told_with_size_and_licence_before_they_are_fetched(
    ready: OutcropDock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUTCROP_WEIGHTS", str(tmp_path / "weights"))
    page = ready.train_page
    assert page.weights_line.isHidden()
    form = page.form
    form.models.setCurrentIndex(form.models.findData("encoder_head"))
    assert not form.minutes.isEnabled()
    form.start_from.setCurrentIndex(form.start_from.findData("weights:softcon"))
    assert "94 MB from huggingface.co. Licence: CC-BY-4.0 (any use, if" in page.weights_line.text()
    assert not page.weights_line.isHidden()
    (tmp_path / "weights").mkdir()
    (tmp_path / "weights" / "resnet50.softcon_s2.pth").write_bytes(b"x")
    form.changed.emit()
    assert "It starts from the weights" in page.weights_line.text()
    form.start_from.setCurrentIndex(0)
    assert page.weights_line.isHidden()


def test_time_is_told_after_the_first_training(ready: OutcropDock, qtbot: QtBot) -> None:
    assert ready.train_page.time_line.isHidden()
    train(ready, qtbot)
    assert "the last time" in time_sentence(ready.train_page.form.recipe()), "for what can't be tried beforehand"


def test_quick_says_what_it_makes_of_few_polygons(ready: OutcropDock) -> None:
    page = ready.train_page
    page.form.recipes.setCurrentIndex(page.form.recipes.findData("quick"))
    polygons = ready.data_page.choice.polygons
    assert polygons > 0
    assert f"{polygons} polygons are few: tiles are changed strongly" in page.recipe_line.text()

    page.form.recipe_form.set_values({"adapt_to_few": False})
    assert "are few" not in page.recipe_line.text()
    page.form.recipe_form.set_values({"adapt_to_few": True})
    assert "are few" in page.recipe_line.text()
    page.set_data(replace(ready.data_page.choice, polygons=400))
    assert "are few" not in page.recipe_line.text()


def test_parts_are_a_layer_above_the_imagery(
    ready: OutcropDock, project: QgsProject, make_imagery: Rasters, tmp_path: Path
) -> None:
    imagery = ready.data_page.imagery.currentLayer()
    shutil.copy(make_imagery("parts").source(), tmp_path / "validation.tif")
    add_parts(project, imagery.id(), tmp_path / "validation.tif")
    names = [node.name() for node in project.layerTreeRoot().children()]
    assert names.index("training and validation") == names.index("atsuma_rgb") - 1
    layer = project.mapLayersByName("training and validation")[0]
    assert [entry.label for entry in layer.renderer().classes()][:2] == ["training", "validation"]
    assert ready.data_page.imagery.currentLayer() is imagery


def test_map_of_the_parts_is_asked_for_with_the_recipe(
    ready: OutcropDock, qtbot: QtBot, tmp_path: Path, project: QgsProject
) -> None:
    ready.tabs.setCurrentWidget(ready.train_page)
    ready.train_page.form.recipe_form.set_values({"validation_share": 0.4})
    with qtbot.waitSignal(ready.validation_map.busy, timeout=60_000):
        ready.train_page.show_map.click()
    assert not ready.train_page.show_map.isEnabled()
    with qtbot.waitSignal(ready.validation_map.busy, timeout=60_000):
        pass
    job = job_files(tmp_path)[0]
    assert (job["job"], job["recipe"]["validation_share"]) == ("split_labels", 0.4)
    assert project.mapLayersByName("training and validation")
    assert ready.train_page.show_map.isEnabled()


def test_sample_tiles_are_shown_and_opened(
    ready: OutcropDock, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "epoch_0001.png"
    raster = gdal.GetDriverByName("MEM").Create("", 96, 128, 3)
    gdal.GetDriverByName("PNG").CreateCopy(str(picture), raster)
    run = ready.train_page.run
    ready.tabs.setCurrentWidget(ready.train_page)
    run.start()
    assert run.tiles.isHidden()
    run.hear([{"event": "metric", "epoch": 1, "epochs": 4, "miou": 0.5, "samples": str(picture)}])
    assert not run.tiles.isHidden()
    assert 0 < run.tiles.height() < 300
    run.hear([{"event": "metric", "epoch": 2, "epochs": 4, "miou": 0.4, "samples": ""}])
    assert not run.tiles.isHidden()
    opened: list[QUrl] = []
    monkeypatch.setattr("outcrop.ui.dock.train.sample_tiles.QDesktopServices.openUrl", opened.append)
    qtbot.mouseClick(run.tiles, Qt.MouseButton.LeftButton)
    assert opened[0].toLocalFile() == str(picture)
    run.end("")


def test_picture_that_is_gone_or_broken_does_no_harm(qtbot: QtBot, tmp_path: Path) -> None:
    tiles = SampleTiles()
    qtbot.addWidget(tiles)
    (tmp_path / "broken.png").write_bytes(b"x")
    for file in ("", str(tmp_path / "gone.png"), str(tmp_path / "broken.png"), str(tmp_path)):
        tiles.show_file(file)
        assert tiles.isHidden()


def test_tiles_have_captions_under_them(qtbot: QtBot, tmp_path: Path) -> None:
    tiles = SampleTiles()
    qtbot.addWidget(tiles)
    picture = QPixmap(3 * 60 + 8, 60)
    picture.fill(QColor("#557799"))
    picture.save(str(tmp_path / "tiles.png"))
    tiles.resize(188, 60)
    tiles.show_file(str(tmp_path / "tiles.png"))
    shown = tiles.pixmap().toImage()
    assert shown.height() > 60
    for part in range(3):
        columns = range(64 * part, 64 * part + 60)
        below = [shown.pixelColor(x, y).alpha() for x in columns for y in range(61, shown.height())]
        assert max(below) > 0


def test_two_models_of_one_minute_have_two_names(
    ready: OutcropDock, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outcrop.ui.dock.train.training.moment_text", lambda: "20 Nov 14:32")
    for _ in range(3):
        train(ready, qtbot)
    models = ready.predict_page.models
    qtbot.waitUntil(lambda: models.topLevelItemCount() == 3, timeout=60_000)
    names = sorted(models.topLevelItem(row).text(0) for row in range(models.topLevelItemCount()))
    title = ready.train_page.form.architecture.title
    assert names == [f"{title} · 20 Nov 14:32", f"{title} · 20 Nov 14:32 (2)", f"{title} · 20 Nov 14:32 (3)"]
