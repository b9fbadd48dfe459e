"""Vector outputs of every kind: written whole, or taken back when the run is cancelled while they are written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsVectorFileWriter, QgsVectorLayer, QgsWkbTypes

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
WRITING = "Writing the layer"
KINDS = [
    ("predictionpolygons", {}, QgsWkbTypes.GeometryType.PolygonGeometry),
    ("centrelines", {"CLASS": "marble"}, QgsWkbTypes.GeometryType.LineGeometry),
]


@pytest.fixture
def database(scene: Any) -> Path:
    """Make a GeoPackage that holds a layer of the analyst's."""
    path = scene.folder / "mine.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "mine"
    layer = QgsVectorLayer(scene.polygons, "mine", "ogr")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    return path


def layers_in(path: Path) -> list[str]:
    layer = QgsVectorLayer(str(path), "any", "ogr")
    return [text.split("!!::!!")[1] for text in layer.dataProvider().subLayers()]


@pytest.mark.parametrize(("name", "values", "kind"), KINDS)
def test_layers_in_memory(run: Callable, prediction: str, name: str, values: dict[str, Any], kind: Any) -> None:
    done = run(name, {"PREDICTION": prediction, **values, "OUTPUT": "memory:"})
    made = done.outputs["OUTPUT"]
    layer = made if isinstance(made, QgsVectorLayer) else QgsProcessingUtils.mapLayerFromString(made, done.context)
    assert layer.providerType() == "memory"
    assert layer.geometryType() == kind
    assert layer.crs().authid() == "EPSG:32654"
    assert layer.featureCount() == done.outputs["LINES" if name == "centrelines" else "POLYGONS"] > 0


@pytest.mark.parametrize(("name", "values", "kind"), KINDS)
@pytest.mark.parametrize("file", ["out.gpkg", "out.shp", "out.geojson"])
def test_a_file_that_is_cancelled_while_it_is_written_is_taken_back(
    run: Callable,
    scene: Any,
    prediction: str,
    cancelling_on: Any,
    name: str,
    values: dict[str, Any],
    kind: Any,
    file: str,
) -> None:
    target = str(scene.folder / file)
    with pytest.raises(QgsProcessingException, match="stopped"):
        run(name, {"PREDICTION": prediction, **values, "OUTPUT": target}, cancelling_on(WRITING))
    assert list(scene.folder.iterdir()) == []


def test_a_layer_of_a_geopackage_is_taken_back_and_the_others_stay(
    run: Callable, scene: Any, prediction: str, cancelling_on: Any, database: Path
) -> None:
    target = f"ogr:dbname='{database}' table=\"lines\" (geom)"
    values = {"PREDICTION": prediction, "CLASS": "marble", "OUTPUT": target}
    with pytest.raises(QgsProcessingException, match="stopped"):
        run("centrelines", values, cancelling_on(WRITING))
    assert layers_in(database) == ["mine"]
    run("centrelines", values)
    assert sorted(layers_in(database)) == ["lines", "mine"]


def test_a_layer_in_memory_is_taken_back(run: Callable, prediction: str, cancelling_on: Any, context: Any) -> None:
    with pytest.raises(QgsProcessingException, match="stopped"):
        run("predictionpolygons", {"PREDICTION": prediction, "OUTPUT": "memory:"}, cancelling_on(WRITING))
    assert [layer for layer in context.temporaryLayerStore().mapLayers().values() if layer.name() != "prediction"] == []
