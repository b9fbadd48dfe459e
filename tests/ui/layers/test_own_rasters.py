"""Rasters that Outcrop has written are known by their files, whoever loads them, and never offered as imagery."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from osgeo import gdal
from outcrop.core.labels.legend import LABELS_TAG
from outcrop.core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from outcrop.ui.dock.data.data_page import DataPage
from outcrop.ui.dock.predict.predict_page import PredictPage
from outcrop.ui.layers.own_rasters import is_own
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer, QgsRectangle


@pytest.mark.parametrize("tag", [LEGEND_TAG, MODELS_TAG, LABELS_TAG])
def test_tagged_files_are_no_imagery(
    make_imagery: Callable[..., QgsRasterLayer], tmp_path: Path, qtbot: QtBot, tag: str
) -> None:
    project, imagery = QgsProject.instance(), make_imagery("scene")
    path = str(tmp_path / "map by a model of the designer.tif")
    dataset = gdal.Translate(path, imagery.source(), bandList=[1])
    dataset.SetMetadataItem(tag, "[]")
    del dataset
    mapped = QgsRasterLayer(path, "map")
    assert is_own(mapped)
    assert not is_own(imagery)
    pages = (
        DataPage(project),
        PredictPage(project, lambda: (QgsRectangle(), QgsCoordinateReferenceSystem("EPSG:32654"))),
    )
    for page in pages:
        qtbot.addWidget(page)
    project.addMapLayers([mapped])
    assert all(page.imagery.currentLayer() is None for page in pages)
    project.addMapLayers([imagery])
    assert all(page.imagery.currentLayer() is imagery for page in pages)
    project.addMapLayers([mapped.clone()])
    assert all(page.imagery.count() == 1 for page in pages)
    assert [layer.name() for layer in pages[0].stack.offered()] == []


def test_layers_that_are_no_files_are_left_alone(make_polygons: Callable) -> None:
    assert not is_own(make_polygons())
