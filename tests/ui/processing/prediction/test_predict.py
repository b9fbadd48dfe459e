"""Prediction as an algorithm, with the real worker: rasters that load with their style, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from outcrop.ui.dock.models.model_entries import read_entry
from outcrop.ui.layers.imagery import read_imagery
from qgis.core import (
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def loaded(done: Any) -> dict[str, QgsRasterLayer]:
    """Load what an algorithm wants to be loaded, as QGIS does: by file, then through the post-processor."""
    layers = {}
    for source, details in done.context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(source, done.context)
        layer.setName(details.name)
        details.postProcessor().postProcessLayer(layer, done.context, done.feedback)
        layers[source] = layer
    return layers


def test_predict_loads_styled_and_named(run: Callable, scene: Any, model: str) -> None:
    target = scene.folder / "map.tif"
    out = QgsProcessingOutputLayerDefinition(str(target), QgsProject.instance())
    done = run("predict", {"INPUT": scene.image, "MODEL_FILE": model, "UNCERTAINTY": True, "OUTPUT": out})
    assert done.outputs["OUTPUT"] == str(target)
    assert done.outputs["PIXELS"] == 96 * 96
    layers = loaded(done)
    classes = layers[str(target)]
    assert isinstance(classes.renderer(), QgsPalettedRasterRenderer)
    assert [entry.label for entry in classes.renderer().classes()] == ["gneiss", "granite", "marble"]
    assert classes.name() == "rocks · model"
    assert layers[done.outputs["UNCERTAINTY_RASTER"]].name() == "rocks · model · uncertainty"
    values = gdal.Open(str(target)).ReadAsArray()
    assert [np.bincount(values[:, 32 * place : 32 * place + 32].ravel()).argmax() for place in range(3)] == [2, 1, 3]


def test_extent_and_mask_limit_what_is_predicted(
    run: Callable, scene: Any, model: str, memory_polygons: QgsVectorLayer
) -> None:
    memory_polygons.selectByExpression("kind = 'granite'")
    values = {
        "INPUT": scene.image, "MODEL_FILE": model, "EXTENT": "600000,600480,4739040,4740000 [EPSG:32654]",
        "MASK": QgsProcessingFeatureSourceDefinition(memory_polygons.id(), selectedFeaturesOnly=True),
        "OUTPUT": "TEMPORARY_OUTPUT",
    }  # fmt: skip
    made = gdal.Open(run("predict", values).outputs["OUTPUT"])
    assert (made.RasterXSize, made.GetGeoTransform()[0]) == (10, 600_030.0)
    assert 400 < np.count_nonzero(made.ReadAsArray()) < 600


def test_cancelled_prediction_leaves_nothing(run: Callable, scene: Any, model: str, cancelling: Any) -> None:
    target, large = scene.folder / "cancelled.tif", scene.folder / "large.tif"
    gdal.Translate(str(large), str(scene.image), width=2000, height=2000)
    with pytest.raises(QgsProcessingException, match="stopped"):
        run("predict", {"INPUT": str(large), "MODEL_FILE": model, "TILE_PX": 16, "OUTPUT": str(target)}, cancelling)
    assert list(scene.folder.glob("*cancelled*")) == []


def test_a_file_that_is_no_model_is_refused(run: Callable, scene: Any) -> None:
    wrong = scene.folder / "wrong.safetensors"
    wrong.write_text("no model")
    with pytest.raises(QgsProcessingException, match="isn't a model file"):
        run("predict", {"INPUT": scene.image, "MODEL_FILE": str(wrong), "OUTPUT": "TEMPORARY_OUTPUT"})


@pytest.mark.parametrize("name", ["predict", "predictensemble", "uncertainty"])
def test_imagery_is_refused_in_the_words_of_the_dock(run: Callable, scene: Any, model: str, name: str) -> None:
    grey = str(scene.folder / "grey.tif")
    gdal.Translate(grey, scene.image, bandList=[1])
    files = {"MODEL_FILE": model} if name == "predict" else {"MODEL_FILES": [model]}
    entry = read_entry(Path(model))
    assert entry is not None
    lacking = entry.obstacle(read_imagery(QgsRasterLayer(grey, "grey")))
    assert "trained on Red, Near infrared" in lacking
    with pytest.raises(QgsProcessingException) as refused:
        run(name, {"INPUT": grey, **files, "OUTPUT": str(scene.folder / "map.tif")})
    assert str(refused.value).splitlines()[-1] == lacking
    assert not (scene.folder / "map.tif").exists()


def test_ensemble_and_uncertainty(run: Callable, scene: Any, model: str) -> None:
    files = {"INPUT": scene.image, "MODEL_FILES": [model, model]}
    both = run("predictensemble", {**files, "PROBABILITIES": True, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert gdal.Open(both.outputs["PROBABILITIES_RASTER"]).RasterCount == 3
    target = scene.folder / "unsure.tif"
    out = QgsProcessingOutputLayerDefinition(str(target), QgsProject.instance())
    done = run("uncertainty", {**files, "OUTPUT": out})
    assert gdal.Open(str(target)).RasterCount == 2
    assert Path(target.with_suffix(".qml")).is_file()
    assert loaded(done)[str(target)].name() == "rocks · 2 models · uncertainty"
