"""The algorithms on labels, with the real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_rasterise(run: Callable, scene: Any) -> None:
    done = run("rasteriselabels", {**scene.data, "LABELLED_AREA": scene.area, "OUTPUT": "TEMPORARY_OUTPUT"})
    values = gdal.Open(done.outputs["OUTPUT"]).ReadAsArray()
    assert set(np.unique(values)) == {1, 2, 3, 4}
    assert done.outputs["PIXELS"] == values.size
    assert any(text.startswith("background") for text in done.feedback.infos)


def test_split(run: Callable, scene: Any) -> None:
    values = {**scene.data, "TILE_PX": 16, "GAP_PX": 2, "SEED": 3, "OUTPUT": "TEMPORARY_OUTPUT"}
    done = run("splitlabels", values)
    assert {1, 2} <= set(np.unique(gdal.Open(done.outputs["OUTPUT"]).ReadAsArray()))
    assert any("seed 3" in text for text in done.feedback.infos)


def test_check_gives_the_problems_in_memory(run: Callable, scene: Any, memory_polygons: QgsVectorLayer) -> None:
    twin = QgsFeature(memory_polygons.fields())
    original = next(memory_polygons.getFeatures("kind = 'granite'"))
    twin.setAttributes(["marble"])
    twin.setGeometry(QgsGeometry(original.geometry()))
    memory_polygons.dataProvider().addFeature(twin)
    page = scene.folder / "report.html"
    values = {**scene.data, "POLYGONS": memory_polygons.id(), "OUTPUT": "memory:", "PAGE": str(page)}
    done = run("checklabels", values)
    assert done.outputs["PROBLEMS"] == 1
    layer = done.outputs["OUTPUT"]
    if isinstance(layer, str):
        layer = QgsProcessingUtils.mapLayerFromString(layer, done.context)
    (feature,) = layer.getFeatures()
    assert feature["kind"] == "overlap"
    assert feature["area_m2"] == pytest.approx(100 * 100, rel=0.05)
    assert layer.crs().authid() == "EPSG:32654"
    assert "marble" in page.read_text()


def test_polygons_elsewhere_are_refused_in_the_core_s_words(run: Callable, scene: Any) -> None:
    far = QgsVectorLayer("Polygon?crs=EPSG:4326&field=kind:string", "far", "memory")
    feature = QgsFeature(far.fields())
    feature.setAttributes(["granite"])
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 1 0, 1 1, 0 0))"))
    far.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match="miss the imagery"):
        run("rasteriselabels", {**scene.data, "POLYGONS": far, "OUTPUT": str(scene.folder / "x.tif")})
    assert not Path(scene.folder / "x.tif").exists()


@pytest.fixture
def crossing(memory_polygons: QgsVectorLayer) -> QgsVectorLayer:
    """Give the polygons with one of granite that crosses itself."""
    bow = next(memory_polygons.getFeatures("kind = 'granite'"))
    points = list(bow.geometry().asPolygon()[0])
    shape = QgsGeometry.fromPolygonXY([[points[0], points[2], points[1], points[3], points[0]]])
    assert not shape.isGeosValid()
    memory_polygons.dataProvider().changeGeometryValues({bow.id(): shape})
    return memory_polygons


def source(layer: QgsVectorLayer, check: Any = None, limit: int = -1) -> QgsProcessingFeatureSourceDefinition:
    """Give a layer as a source whose own settings say what becomes of invalid polygons."""
    if check is None:
        return QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=limit)
    flag = QgsProcessingFeatureSourceDefinition.Flag.FlagOverrideDefaultGeometryCheck
    return QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=limit, flags=flag, geometryCheck=check)


CHECKS = QgsFeatureRequest.InvalidGeometryCheck


def test_invalid_polygons_are_repaired_unless_the_source_skips_them(
    run: Callable, scene: Any, crossing: QgsVectorLayer
) -> None:
    def pixels(polygons: Any) -> int:
        done = run("rasteriselabels", {**scene.data, "POLYGONS": polygons, "OUTPUT": "TEMPORARY_OUTPUT"})
        warned = any("crossing edges repaired" in text for text in done.feedback.warnings)
        assert warned == (polygons is not skipping)
        return int(done.outputs["PIXELS"])

    skipping = source(crossing, CHECKS.GeometrySkipInvalid)
    whole = pixels(crossing.id())
    assert pixels(source(crossing, CHECKS.GeometryNoCheck)) == whole == pixels(source(crossing, limit=15))
    assert pixels(skipping) == 14 * 100 < whole


def test_invalid_polygons_are_refused_where_the_source_says_so(
    run: Callable, scene: Any, crossing: QgsVectorLayer
) -> None:
    target = scene.folder / "labels.tif"
    strict = source(crossing, CHECKS.GeometryAbortOnInvalid)
    with pytest.raises(QgsProcessingException, match=r"“drawn” has invalid polygons: 1\. Run “Fix geometries”"):
        run("rasteriselabels", {**scene.data, "POLYGONS": strict, "OUTPUT": str(target)})
    assert not target.exists()


def test_export_tiles(run: Callable, scene: Any) -> None:
    folder = scene.folder / "tiles"
    values = {"TILE_PX": 32, "STRIDE_PX": 32, "IMAGE_FORMAT": "tif", "COCO": True, "FOLDER": str(folder)}
    done = run("exporttiles", {**scene.data, **values})
    assert done.outputs["TILES"] == len(list(folder.glob("*/images/*.tif"))) == 9
    assert (folder / "train" / "annotations.json").is_file()
    with pytest.raises(QgsProcessingException, match="isn't empty"):
        run("exporttiles", {**scene.data, **values})
