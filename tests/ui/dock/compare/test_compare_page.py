"""The walk through an accuracy sample: keys, can't tell, second opinion, going on later."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.review.fields import MAP_STRATUM
from outcrop.ui.dock.compare.compare_page import ComparePage
from outcrop.ui.review.audit_figures import answers_of
from pytestqt.qtbot import QtBot
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QScrollArea

FIELDS = "&".join(
    f"field={name}:{kind}"
    for name, kind in (
        ("number", "integer"), ("stratum", "string"), ("stratum_px", "integer"), ("stratum_m2", "double"),
        ("probability", "double"), ("area_m2", "double"), ("answer", "string"), ("second_answer", "string"),
        ("answered_by", "string"), ("answered_at", "string"), ("note", "string"),
    )
)  # fmt: skip


@pytest.fixture
def sample(project: QgsProject, tmp_path: Path) -> QgsVectorLayer:
    """Give a sample of four points in a file."""
    memory = QgsVectorLayer(f"Point?crs=EPSG:32654&{FIELDS}", "sample", "memory")
    for number in (3, 1, 4, 2):
        feature = QgsFeature(memory.fields())
        feature.setAttributes([number, "marble" if number % 2 else "granite", 100, 1e4, 0.02, 100.0])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(400_000 + 100 * number, 4_700_000)))
        memory.dataProvider().addFeature(feature)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "accuracy_sample"
    path = tmp_path / "sample.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), project.transformContext(), options)
    return QgsVectorLayer(f"{path}|layername=accuracy_sample", "sample", "ogr")


@pytest.fixture
def opened() -> list[tuple[str, dict[str, object]]]:
    return []


@pytest.fixture
def page(project: QgsProject, canvas: QgsMapCanvas, messages: Any, opened: list, qtbot: QtBot) -> Iterator[ComparePage]:
    made = ComparePage(project, canvas, messages, lambda key, values: opened.append((key, values)))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.shutdown()
    project.clear()


def answers(layer: QgsVectorLayer, field: str = "answer") -> dict[int, str]:
    """Give what the file holds."""
    again = QgsVectorLayer(layer.source(), "again", "ogr")
    return {int(one["number"]): str(one[field]) for one in again.getFeatures()}


def test_without_a_sample_it_says_what_to_do(page: ComparePage, opened: list) -> None:
    assert "Draw random points" in page.hint.text()
    assert not page.assess.isEnabled()
    assert not page.panel.isVisible()
    page.draw.click()
    assert opened == [("outcrop:drawsample", {})]


def test_points_are_answered_by_keys_in_their_order_and_saved_at_once(
    page: ComparePage, project: QgsProject, sample: QgsVectorLayer, canvas: QgsMapCanvas, qtbot: QtBot
) -> None:
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    assert page.class_names() == ["granite", "marble"]
    assert canvas.extent().contains(QgsPointXY(400_100, 4_700_000))
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert answers(sample)[1] == "marble"
    assert canvas.extent().contains(QgsPointXY(400_200, 4_700_000))
    qtbot.keyClick(page, Qt.Key.Key_1)
    qtbot.keyClick(page, Qt.Key.Key_Question)
    assert answers(sample) == {1: "marble", 2: "granite", 3: "?", 4: "NULL"}
    assert page.counted.text() == "3 of 4 answered"
    page.back.click()
    assert "Answered: ?" in page.hint.text()
    qtbot.keyClick(page, Qt.Key.Key_1)
    assert answers(sample)[3] == "granite"
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert page.hint.text() == "Every point is answered."
    assert not page.panel.isEnabled()


def test_it_goes_on_where_it_was_left(page: ComparePage, project: QgsProject, sample: QgsVectorLayer) -> None:
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    page.answering.answer("marble")
    page.samples.setLayer(None)
    assert not page.panel.isVisible()
    page.samples.setLayer(sample)
    assert page.answering.place == 1
    assert page.progress.value() == 1


def test_a_second_opinion_is_given_to_what_was_answered_without_showing_it(
    page: ComparePage, project: QgsProject, sample: QgsVectorLayer
) -> None:
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    page.second.setChecked(True)
    assert "nothing to give a second opinion on" in page.hint.text()
    assert not page.panel.isVisible()
    assert page.second.isVisible()
    page.second.setChecked(False)
    page.answering.answer("marble")
    page.answering.answer("?")
    page.second.setChecked(True)
    assert page.answering.count == 2
    assert "Answered" not in page.hint.text()
    page.answering.answer("granite")
    assert answers(sample, "second_answer")[1] == "granite"
    assert answers(sample)[1] == "marble"


def test_answers_can_be_assessed_at_any_time(
    page: ComparePage, project: QgsProject, sample: QgsVectorLayer, opened: list
) -> None:
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    page.assess.click()
    assert opened == [("outcrop:sampleaccuracy", {"OPEN_PAGE": True, "SAMPLE": sample.id()})]


def test_a_layer_that_can_not_be_written_is_said(
    page: ComparePage, project: QgsProject, sample: QgsVectorLayer, messages: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    sample.setReadOnly(True)
    monkeypatch.setattr(sample.dataProvider().__class__, "changeAttributeValues", lambda *_: False, raising=False)
    page._answer("marble")
    assert "can't be written" in messages.of("error")
    assert page.answering.place == 0


def test_other_points_are_no_sample(page: ComparePage, project: QgsProject) -> None:
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:32654&field=answer:string", "towns", "memory"))
    assert page.samples.count() == 1


def test_the_report_is_asked_for_the_newest_comparison_of_the_project(
    page: ComparePage, opened: list, project: QgsProject, tmp_path: Path
) -> None:
    (button,) = [one for one in page.findChildren(QPushButton) if one.text() == "Report of a comparison…"]
    button.click()
    for name in ("old", "new"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "comparison.json").write_text("{}")
        dataset = gdal.GetDriverByName("GTiff").Create(str(folder / "map.tif"), 2, 2)
        dataset.FlushCache()
        project.addMapLayer(QgsRasterLayer(str(folder / "map.tif"), name))
    os.utime(tmp_path / "old" / "comparison.json", (1, 1))
    button.click()
    folder = str(tmp_path / "new")
    assert opened == [
        ("outcrop:comparisonreport", {"OPEN_PAGE": True}),
        ("outcrop:comparisonreport", {"OPEN_PAGE": True, "COMPARISON": folder}),
    ]


def test_long_names_widen_no_page(page: ComparePage, project: QgsProject, sample: QgsVectorLayer) -> None:
    long = "Weathered biotite granite with pegmatite veins and quartz"
    sample.setName(f"accuracy sample of the {long} of the second round")
    sample.startEditing()
    stratum = sample.fields().indexOf("stratum")
    for feature in sample.getFeatures():
        sample.changeAttributeValue(feature.id(), stratum, long if feature["number"] % 2 else "alluvium")
    assert sample.commitChanges()
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    assert page.panel.isVisible()
    assert page.findChild(QScrollArea).widget().minimumSizeHint().width() <= 300
    assert any(long in button.toolTip() for button in page.panel.findChildren(QPushButton))


def test_a_sample_of_the_whole_map_offers_no_stratum_and_a_second_opinion_counts(
    page: ComparePage, project: QgsProject, sample: QgsVectorLayer
) -> None:
    provider, fields = sample.dataProvider(), sample.fields()
    for feature in sample.getFeatures():
        changes = {fields.indexOf("stratum"): MAP_STRATUM, fields.indexOf("answer"): "granite"}
        if feature["number"] == 2:
            changes[fields.indexOf("second_answer")] = "marble"
        provider.changeAttributeValues({feature.id(): changes})
    project.addMapLayer(sample)
    page.samples.setLayer(sample)
    assert page.class_names() == ["granite"]
    assert sorted(answer for _, answer in answers_of(sample)) == ["granite"] * 3 + ["marble"]
