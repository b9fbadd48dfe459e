"""Temporary layers come and go without a trace, in the layer tree and in what is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from outcrop.core.labels.legend import Legend
from outcrop.ui.layers.predictions import PredictionLayers, add_prediction
from outcrop.ui.layers.temporary import TemporaryLayers
from pytestqt.qtbot import QtBot
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSize

LEGEND = Legend.from_names(["dike", "snow"], {"dike": "#ff0000", "snow": "#0000ff"})


@pytest.fixture
def project() -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def imagery(make_imagery: Callable[..., QgsRasterLayer], project: QgsProject) -> QgsRasterLayer:
    layer = make_imagery()
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def place(imagery: QgsRasterLayer) -> PredictionLayers:
    return PredictionLayers(imagery.id(), "atsuma_rgb", "U-Net", "m.safetensors")


@pytest.fixture
def layers(project: QgsProject) -> Iterator[TemporaryLayers]:
    made = TemporaryLayers(project)
    yield made
    made.shutdown()


@pytest.fixture
def classes(imagery: QgsRasterLayer, tmp_path: Path) -> Path:
    """Give a class raster of the imagery's size that is 0 everywhere, as plain bytes under a VRT."""
    raw, vrt = tmp_path / "classes.raw", tmp_path / "classes.vrt"
    raw.write_bytes(bytes(60 * 80))
    transform = ", ".join(map(str, gdal.Open(imagery.source()).GetGeoTransform()))
    vrt.write_text(
        f'<VRTDataset rasterXSize="80" rasterYSize="60"><SRS>EPSG:32654</SRS><GeoTransform>{transform}</GeoTransform>'
        '<VRTRasterBand dataType="Byte" band="1" subClass="VRTRawRasterBand"><NoDataValue>0</NoDataValue>'
        '<SourceFilename relativetoVRT="1">classes.raw</SourceFilename><ImageOffset>0</ImageOffset>'
        "<PixelOffset>1</PixelOffset><LineOffset>80</LineOffset></VRTRasterBand></VRTDataset>"
    )
    return vrt


def names(project: QgsProject) -> list[str]:
    root = project.layerTreeRoot()
    return [node.name() for node in [*root.findGroups(True), *root.findLayers()]]


def colours(layer: QgsRasterLayer) -> set[str]:
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(80, 60))
    settings.setDestinationCrs(layer.crs())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return {image.pixelColor(x, y).name() for x in range(0, 80, 4) for y in range(0, 60, 4)}


def test_it_is_shown_and_taken_away_with_its_groups(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path
) -> None:
    layer_id = layers.add(place, classes, "so far", LEGEND)
    assert names(project) == ["Outcrop · atsuma_rgb", "U-Net", "so far", "atsuma_rgb"]
    layers.remove(layer_id)
    assert names(project) == ["atsuma_rgb"]
    assert len(project.mapLayers()) == 1


def test_groups_that_hold_more_stay(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path
) -> None:
    layer_id = layers.add(place, classes, "so far", LEGEND)
    add_prediction(project, place, classes, LEGEND)
    layers.remove(layer_id)
    assert names(project) == ["Outcrop · atsuma_rgb", "U-Net", "atsuma_rgb · U-Net", "atsuma_rgb"]


def test_it_is_repainted_as_the_file_is_now(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path
) -> None:
    layer = project.mapLayer(layers.add(place, classes, "so far", LEGEND))
    assert colours(layer) == {"#ffffff"}
    values = np.zeros((60, 80), np.uint8)
    values[:30] = 2
    with classes.with_suffix(".raw").open("r+b") as raw:
        raw.write(values.tobytes())
    layers.repaint(layer.id())
    assert colours(layer) == {"#ffffff", "#0000ff"}


def test_it_is_not_saved(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    layer_id = layers.add(place, classes, "so far", LEGEND)
    file = tmp_path / "project.qgs"
    assert project.write(str(file))
    text = file.read_text()
    assert "atsuma_rgb" in text
    for trace in (layer_id, "classes.vrt", "Outcrop ·"):
        assert trace not in text
    qtbot.waitUntil(lambda: project.mapLayer(layer_id) is not None, timeout=60_000)
    assert names(project) == ["Outcrop · atsuma_rgb", "U-Net", "so far", "atsuma_rgb"]
    assert not project.isDirty()
    layers.clear()
    assert names(project) == ["atsuma_rgb"]


def test_finished_predictions_are_saved_beside_it(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path, tmp_path: Path
) -> None:
    kept = add_prediction(project, place, classes, LEGEND)
    layers.add(place, classes, "so far", LEGEND)
    project.write(str(tmp_path / "project.qgs"))
    text = (tmp_path / "project.qgs").read_text()
    assert kept.id() in text
    assert "Outcrop ·" in text
    assert "so far" not in text


def test_layer_that_the_analyst_removed_does_not_matter(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, classes: Path
) -> None:
    layer_id = layers.add(place, classes, "so far", LEGEND)
    project.removeMapLayer(layer_id)
    layers.repaint(layer_id)
    layers.remove(layer_id)
    second = layers.add(place, classes, "so far", LEGEND)
    project.clear()
    layers.remove(second)
    assert names(project) == []


def test_file_that_cannot_be_read_gives_no_layer(
    project: QgsProject, layers: TemporaryLayers, place: PredictionLayers, tmp_path: Path
) -> None:
    assert layers.add(place, tmp_path / "gone.vrt", "so far", LEGEND) == ""
    assert names(project) == ["atsuma_rgb"]
