"""The new training layer is ready for drawing."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError
from outcrop.ui.memory.memory import memory
from outcrop.ui.projects.training_layer import make_training_layer, training_folder
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsProject, QgsWkbTypes

CRS = "EPSG:32654"


def test_layer_has_the_fields_and_is_being_edited(tmp_path: Path) -> None:
    project = QgsProject.instance()
    layer = make_training_layer(tmp_path / "training.gpkg", QgsCoordinateReferenceSystem(CRS), project)
    assert [field.name() for field in layer.fields()] == ["fid", "kind", "note"]
    assert layer.crs().authid() == CRS
    assert layer.isEditable()
    assert QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    assert project.layerTreeRoot().children()[0].layerId() == layer.id()
    feature = QgsFeature(layer.fields())
    feature["kind"] = "dike"
    feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((0 0, 1 0, 1 1, 0 0)))"))
    assert layer.addFeature(feature)
    assert layer.commitChanges()
    assert layer.featureCount() == 1


def test_form_asks_for_the_class_first_and_begins_empty(tmp_path: Path) -> None:
    layer = make_training_layer(tmp_path / "t.gpkg", QgsCoordinateReferenceSystem(CRS), QgsProject.instance())
    hidden = [layer.editorWidgetSetup(number).type() == "Hidden" for number in range(layer.fields().count())]
    assert hidden == [True, False, False]
    assert layer.defaultValue(1) == ""


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "training.gpkg"
    path.write_text("mine")
    with pytest.raises(BadInputError, match="exists already"):
        make_training_layer(path, QgsCoordinateReferenceSystem(CRS), QgsProject.instance())
    assert path.read_text() == "mine"


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="doesn't exist"):
        make_training_layer(tmp_path / "gone" / "t.gpkg", QgsCoordinateReferenceSystem(CRS), QgsProject.instance())


def test_folder_is_the_projects_else_the_last_one_else_the_imagerys(tmp_path: Path) -> None:
    project = QgsProject.instance()
    imagery, last, home, otherwise = (tmp_path / name for name in ("imagery", "last", "home", "otherwise"))
    for folder in (imagery, last, home):
        folder.mkdir()
    assert training_folder(project, "", otherwise) == otherwise
    assert training_folder(project, str(imagery / "scene.tif"), otherwise) == imagery
    assert training_folder(project, "/vsicurl/https://example.org/scene.tif", otherwise) == otherwise
    memory().remember("last-polygons", str(last))
    assert training_folder(project, str(imagery / "scene.tif"), otherwise) == last
    assert project.write(str(home / "project.qgz"))
    assert training_folder(project, str(imagery / "scene.tif"), otherwise) == home
    project.clear()
    last.rmdir()
    assert training_folder(project, str(imagery / "scene.tif"), otherwise) == imagery
