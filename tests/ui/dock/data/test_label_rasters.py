"""Label rasters are offered beside polygons, counted as the worker sees them, and go into the training as they are."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.labels.legend import LABELS, LABELS_TAG
from outcrop.ui.dock.data.count_task import CountTask
from outcrop.ui.dock.data.data_page import DataPage
from outcrop.ui.dock.data.scene import scene_of
from outcrop.ui.dock.dock import OutcropDock
from outcrop.ui.layers.classes.class_counts import Counts
from outcrop.ui.layers.label_raster_counts import LabelRasterCounter
from outcrop.ui.worker.task import add_task
from pytestqt.qtbot import QtBot
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer, QgsRasterRange, QgsTask
from qgis.PyQt.QtGui import QColor

Rasters = Callable[..., QgsRasterLayer]


@pytest.fixture
def make_labels(tmp_path: Path) -> Callable[..., QgsRasterLayer]:
    def make(imagery: QgsRasterLayer, name: str = "labels", *, tag: str = "", names: tuple[str, ...] = ()) -> Any:
        path = str(tmp_path / f"{name}.tif")
        dataset = gdal.Translate(path, imagery.source(), bandList=[1], outputType=gdal.GDT_Byte, noData=0)
        values = np.zeros((dataset.RasterYSize, dataset.RasterXSize), np.uint8)
        values[:10, :20], values[10:20, :5] = 1, 2
        dataset.GetRasterBand(1).WriteArray(values)
        if names:
            dataset.GetRasterBand(1).SetCategoryNames(["", *names])
        if tag:
            dataset.SetMetadataItem(LABELS_TAG, tag)
        del dataset
        return QgsRasterLayer(path, name)

    return make


def rows(page: DataPage) -> list[tuple[str, str]]:
    items = [page.table.topLevelItem(row) for row in range(page.table.topLevelItemCount())]
    return [(item.text(0), item.text(2)) for item in items]


def test_a_label_raster_of_ours_is_offered_and_counted(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, qtbot: QtBot, tmp_path: Path
) -> None:
    page, imagery = dock.data_page, make_imagery()
    parts = make_labels(imagery, "split", tag="parts")
    labels = make_labels(imagery, tag=LABELS, names=("granite", "gneiss"))
    project.addMapLayers([imagery, parts, labels])
    assert [page.polygons.itemText(place) for place in range(page.polygons.count())] == ["labels"]
    assert page.imagery.currentLayer() is imagery
    qtbot.waitUntil(lambda: page.choice.ready, timeout=10_000)
    assert rows(page) == [("gneiss", "50"), ("granite", "200")]
    assert page.class_field.isHidden()
    assert page.table.isColumnHidden(1)
    scene = scene_of(page.choice, project, tmp_path)
    assert (scene.labels, scene.class_field) == (labels.source(), "")
    assert set(scene.colours or ()) == {"granite", "gneiss"}


def test_any_raster_may_be_named_as_labels_with_the_names_of_its_legend(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, qtbot: QtBot, tmp_path: Path
) -> None:
    page, imagery = dock.data_page, make_imagery()
    labels = make_labels(imagery, "foreign")
    entries = [(1, "#ff0000", "dike"), (2, "#00ff00", "schist")]
    classes = [QgsPalettedRasterRenderer.Class(value, QColor(colour), name) for value, colour, name in entries]
    labels.setRenderer(QgsPalettedRasterRenderer(labels.dataProvider(), 1, classes))
    project.addMapLayers([imagery, labels])
    page.imagery.setLayer(imagery)
    assert page.polygons.count() == 0
    page.new.rasters.aboutToShow.emit()
    next(action for action in page.new.rasters.actions() if action.text() == "foreign").trigger()
    qtbot.waitUntil(lambda: page.choice.ready, timeout=10_000)
    assert page.imagery.count() == 1
    assert rows(page) == [("dike", "200"), ("schist", "50")]
    assert page.choice.colours == {"dike": "#ff0000", "schist": "#00ff00"}
    named = gdal.Open(scene_of(page.choice, project, tmp_path).labels)
    assert named.GetRasterBand(1).GetCategoryNames() == ["", "dike", "schist"]
    page.new.rasters.aboutToShow.emit()
    next(action for action in page.new.rasters.actions() if action.text() == "foreign").trigger()
    assert page.polygons.count() == 0
    assert page.imagery.count() == 2


def test_measurements_are_no_labels(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, qtbot: QtBot, tmp_path: Path
) -> None:
    page, imagery = dock.data_page, make_imagery()
    labels = make_labels(imagery, "heights", tag=LABELS)
    path = str(tmp_path / "many.tif")
    dataset = gdal.Translate(path, labels.source(), outputType=gdal.GDT_Float32)
    count = dataset.RasterXSize * dataset.RasterYSize
    dataset.GetRasterBand(1).WriteArray(np.arange(count).reshape(dataset.RasterYSize, -1) + 0.5)
    del dataset
    project.addMapLayers([imagery, QgsRasterLayer(path, "many")])
    qtbot.waitUntil(lambda: "too many for classes" in page.choice.first_obstacle, timeout=10_000)
    assert not page.choice.ready


def test_a_count_that_is_cancelled_is_no_failed_task(qtbot: QtBot) -> None:
    class Slow:
        def count(self, cancelled: Callable[[], bool]) -> Counts:
            while not cancelled():
                time.sleep(0.01)
            return Counts()

    task, told = CountTask(Slow()), []
    ends: list[str] = []
    task.counted.connect(told.append)
    task.failed.connect(told.append)
    task.taskTerminated.connect(lambda: ends.append("failed"))
    task.taskCompleted.connect(lambda: ends.append("completed"))
    add_task(task)
    qtbot.waitUntil(lambda: task.status() == QgsTask.TaskStatus.Running)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ends))
    assert (ends, told) == (["completed"], [])


def test_a_file_that_stays_is_counted_once(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    reads: list[str] = []
    count = LabelRasterCounter._count_values

    def noted(self: LabelRasterCounter, cancelled: Callable[[], bool]) -> Any:
        reads.append(self._path)
        return count(self, cancelled)

    monkeypatch.setattr(LabelRasterCounter, "_count_values", noted)
    page, imagery = dock.data_page, make_imagery()
    labels = make_labels(imagery, tag=LABELS, names=("granite", "gneiss"))
    project.addMapLayers([imagery, labels])
    qtbot.waitUntil(lambda: page.choice.ready, timeout=10_000)
    before = len(reads)
    for _ in range(3):
        page.refresh()
        assert rows(page) == [("gneiss", "50"), ("granite", "200")]
    assert len(reads) == before
    dataset = gdal.Open(labels.source(), gdal.GA_Update)
    dataset.GetRasterBand(1).WriteArray(np.full((5, 20), 2, np.uint8))
    dataset.FlushCache()
    del dataset
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) == [("gneiss", "150"), ("granite", "100")], timeout=10_000)
    assert len(reads) == before + 1


def test_nothing_is_trained_from_what_was_chosen_before_while_labels_are_counted(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, make_polygons: Rasters,
    qtbot: QtBot,
) -> None:  # fmt: skip
    page, imagery = dock.data_page, make_imagery()
    labels = make_labels(imagery, tag=LABELS, names=("granite", "gneiss"))
    project.addMapLayers([imagery, make_polygons()])
    assert page.choice.ready
    project.addMapLayer(labels)
    page.polygons.setLayer(labels)
    assert not page.choice.ready
    assert not page.next.isEnabled()
    assert "being counted" in page.problem_list.problems[0].text
    assert not dock.train_page.train.isEnabled()
    qtbot.waitUntil(lambda: page.choice.ready, timeout=10_000)
    assert set(page.choice.colours) == {"granite", "gneiss"}
    assert dock.train_page.train.isEnabled()


def test_no_data_is_what_the_layer_says(
    dock: OutcropDock, project: QgsProject, make_imagery: Rasters, make_labels: Rasters, qtbot: QtBot
) -> None:
    page, imagery = dock.data_page, make_imagery()
    labels = make_labels(imagery, tag=LABELS)
    project.addMapLayers([imagery, labels])
    qtbot.waitUntil(lambda: rows(page) == [("1", "200"), ("2", "50")], timeout=10_000)
    provider = labels.dataProvider()
    provider.setUseSourceNoDataValue(1, False)
    page.refresh()
    rest = imagery.width() * imagery.height() - 250
    qtbot.waitUntil(lambda: rows(page) == [("0", f"{rest:,}"), ("1", "200"), ("2", "50")], timeout=10_000)
    provider.setUserNoDataValue(1, [QgsRasterRange(2, 2)])
    page.refresh()
    qtbot.waitUntil(lambda: rows(page) == [("0", f"{rest:,}"), ("1", "200")], timeout=10_000)
