"""The toolbox's scene: bands and classes are those that the dock would give."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from osgeo import gdal
from outcrop.ui.processing.base.inputs import Inputs
from outcrop.ui.processing.base.scene import read_scene
from qgis.core import QgsApplication, QgsPalettedRasterRenderer, QgsProcessingContext, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QColor


def test_bands_are_chosen_and_classes_called_as_in_the_dock(
    provider: object, make_imagery: Callable[..., QgsRasterLayer], tmp_path: Path
) -> None:
    first = make_imagery()
    path = str(tmp_path / "with alpha.tif")
    dataset = gdal.Translate(path, make_imagery("five", bands=("R", "G", "B", "A", "NIR")).source())
    dataset.GetRasterBand(4).SetColorInterpretation(gdal.GCI_AlphaBand)
    del dataset
    labels_path = str(tmp_path / "labels.tif")
    dataset = gdal.Translate(labels_path, first.source(), bandList=[1], noData=0)
    dataset.GetRasterBand(1).WriteArray(np.ones((dataset.RasterYSize, dataset.RasterXSize), np.uint8))
    del dataset
    labels = QgsRasterLayer(labels_path, "labels")
    classes = [QgsPalettedRasterRenderer.Class(value, QColor(c), name) for value, c, name in
               ((1, "#112233", "granite"), (2, "#445566", "gabbro"))]  # fmt: skip
    labels.setRenderer(QgsPalettedRasterRenderer(labels.dataProvider(), 1, classes))
    project = QgsProject.instance()
    more = QgsRasterLayer(path, "more")
    project.addMapLayers([first, more, labels])
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:train")
    given = {"INPUT": first.id(), "MORE_RASTERS": [more.id()], "BANDS": [2, 1], "LABEL_RASTER": labels.id()}
    scene = read_scene(Inputs(algorithm, given, context, tmp_path))
    assert scene.bands == ("1:2", "1:1", "2:1", "2:2", "2:3", "2:5")
    assert scene.colours == {"granite": "#112233", "gabbro": "#445566"}
    assert gdal.Open(scene.labels).GetRasterBand(1).GetCategoryNames() == ["", "granite", "gabbro"]
