"""The sample's layers come in a group of their own, and nothing of the user's is touched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.sample.jobs import SampleJob
from outcrop.ui.messages import Messages
from outcrop.ui.projects.sample_project import SampleProject
from outcrop.ui.worker.launcher import Launcher
from outcrop.ui.worker.task import Outcome
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsVectorFileWriter, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal


class Task(QObject):
    ended = pyqtSignal(object)


@pytest.mark.parametrize(("has_own", "crs"), [(True, "EPSG:3857"), (False, "EPSG:32654")])
def test_sample_is_added_in_a_group(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_imagery: Callable[..., QgsRasterLayer],
    make_polygons: Callable[..., QgsVectorLayer], has_own: bool, crs: str,
) -> None:  # fmt: skip
    task, jobs, project = Task(), [], QgsProject.instance()
    monkeypatch.setattr(Launcher, "start", lambda _self, _title, job, _folder: jobs.append(job) or task)
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    if has_own:
        project.addMapLayer(make_polygons(name="mine"))
    bar, canvas = QgsMessageBar(), QgsMapCanvas()
    for widget in (bar, canvas):
        qtbot.addWidget(widget)
    files = {"image": make_imagery(name="image", bands=("Blue", "Green", "Red", "Near infrared")).source()}
    for name in ("labels", "labelled_area"):
        files[name] = str(tmp_path / f"{name}.gpkg")
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        context = project.transformContext()
        QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), files[name], context, options)
    sample = SampleProject(project, canvas, Launcher(), Messages(bar))

    sample.open()
    sample.open()
    assert [(type(job), Path(job.folder).name) for job in jobs] == [(SampleJob, "sample")]
    with qtbot.waitSignal(sample.opened, timeout=60_000):
        task.ended.emit(Outcome(result=files))

    tree = project.layerTreeRoot()
    assert [child.name() for child in tree.children()] == ["Outcrop: sample", *(["mine"] if has_own else [])]
    assert project.crs().authid() == crs  # an empty project would draw it sheared
    group = [node.name() for node in tree.children()[0].children()]
    assert group == ["sample polygons", "sample labelled area", "sample imagery"]
    drawn = project.mapLayersByName("sample imagery")[0].renderer()
    assert (drawn.redBand(), drawn.greenBand(), drawn.blueBand()) == (3, 2, 1)
    assert canvas.extent().intersects(project.mapLayersByName("sample imagery")[0].extent())


def test_a_sample_of_several_classes_has_further_layers_that_are_not_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_imagery: Callable[..., QgsRasterLayer],
    make_polygons: Callable[..., QgsVectorLayer],
) -> None:  # fmt: skip
    task, jobs, project = Task(), [], QgsProject.instance()
    monkeypatch.setattr(Launcher, "start", lambda _self, _title, job, _folder: jobs.append(job) or task)
    bar, canvas = QgsMessageBar(), QgsMapCanvas()
    for widget in (bar, canvas):
        qtbot.addWidget(widget)
    files = {name: make_imagery(name=name).source() for name in ("image", "magnetics", "elevation")}
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    files["labels"] = str(tmp_path / "labels.gpkg")
    context = project.transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), files["labels"], context, options)
    sample, seen = SampleProject(project, canvas, Launcher(), Messages(bar)), []
    sample.opened.connect(seen.append)
    sample.open("lithology")
    task.ended.emit(Outcome(result={**files, "truth": "not added"}))
    assert [(job.scene, Path(job.folder).name) for job in jobs] == [("lithology", "sample_lithology")]
    assert seen[0].area is None
    shown = {node.name(): node.itemVisibilityChecked() for node in project.layerTreeRoot().children()[0].children()}
    assert shown == {
        "sample polygons": True, "sample imagery": True, "sample elevation": False, "sample magnetics": False,
    }  # fmt: skip
