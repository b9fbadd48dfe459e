"""Outputs load as layers that are styled and named after what they were made from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from outcrop.ui.processing.base.loading import by_class
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsPalettedRasterRenderer,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
CASES = [
    ("rasteriselabels", "tif", "rocks · labels", QgsPalettedRasterRenderer),
    ("splitlabels", "tif", "rocks · split", QgsPalettedRasterRenderer),
    ("cleanprediction", "tif", "prediction · cleaned", QgsPalettedRasterRenderer),
    ("predictionpolygons", "gpkg", "prediction · polygons", QgsCategorizedSymbolRenderer),
    ("centrelines", "gpkg", "prediction · centre lines", QgsSingleSymbolRenderer),
    ("checklabels", "gpkg", "problems", QgsCategorizedSymbolRenderer),
]


@pytest.fixture
def inputs(scene: Any, prediction: str, memory_polygons: QgsVectorLayer) -> Callable[[str], dict[str, Any]]:
    """Give a function that gives the inputs of an algorithm; the labels to check have a polygon twice."""

    def of(name: str) -> dict[str, Any]:
        if name == "checklabels":
            memory_polygons.dataProvider().addFeature(next(memory_polygons.getFeatures()))
            return {**scene.data, "POLYGONS": memory_polygons.id()}
        if name == "rasteriselabels":
            return dict(scene.data)
        if name == "splitlabels":
            return {**scene.data, "GAP_PX": 2, "TILE_PX": 16}
        return {"PREDICTION": prediction, **({"CLASS": "marble"} if name == "centrelines" else {})}

    return of


@pytest.mark.parametrize(("name", "suffix", "title", "renderer"), CASES)
def test_layers_load_styled_and_named(
    run: Callable, scene: Any, inputs: Callable, name: str, suffix: str, title: str, renderer: type
) -> None:
    target = str(scene.folder / f"out.{suffix}")
    done = run(name, {**inputs(name), "OUTPUT": QgsProcessingOutputLayerDefinition(target, QgsProject.instance())})
    ((source, details),) = done.context.layersToLoadOnCompletion().items()
    assert source == done.outputs["OUTPUT"] == target
    layer = QgsProcessingUtils.mapLayerFromString(source, done.context)
    details.postProcessor().postProcessLayer(layer, done.context, done.feedback)
    assert layer.name() == title
    assert isinstance(layer.renderer(), renderer)
    if isinstance(layer.renderer(), QgsPalettedRasterRenderer) and name != "splitlabels":
        assert [entry.label for entry in layer.renderer().classes()] == ["gneiss", "granite", "marble"]


def test_a_name_that_a_model_gave_stays(run: Callable, scene: Any, prediction: str) -> None:
    target = QgsProcessingOutputLayerDefinition(str(scene.folder / "out.tif"), QgsProject.instance())
    target.destinationName = "Map of 2026"
    done = run("cleanprediction", {"PREDICTION": prediction, "OUTPUT": target})
    ((source, details),) = done.context.layersToLoadOnCompletion().items()
    layer = QgsProcessingUtils.mapLayerFromString(source, done.context)
    layer.setName(details.name)
    details.postProcessor().postProcessLayer(layer, done.context, done.feedback)
    assert layer.name() == "Map of 2026"


def test_polygons_of_the_rest_hide_no_imagery() -> None:
    classes = [{"name": "background", "colour": "#c8c8c8"}, {"name": "dike", "colour": "#d1495b"}]
    styles = [one.symbol().symbolLayer(0).brushStyle() for one in by_class(classes, "class").categories()]
    assert styles == [Qt.BrushStyle.NoBrush, Qt.BrushStyle.SolidPattern]
    (alone,) = by_class(classes[:1], "class").categories()
    assert alone.symbol().symbolLayer(0).brushStyle() == Qt.BrushStyle.SolidPattern
