"""Input that doesn't fit, by the dock: its Compare page opens an algorithm, which runs in a task as its dialog has it.

Handled, or refused in words that say what to do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal, osr
from outcrop.ui.dock.compare.compare_page import ComparePage
from outcrop.ui.messages import Messages
from outcrop.ui.processing.base import opened_page
from pytestqt.qtbot import QtBot
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from tests.ui.processing.test_in_a_task import in_a_task

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
WEST, NORTH, PIXEL = 600_000.0, 4_740_000.0, 10.0


BUTTONS = {
    "accuracy": "Accuracy against labels…", "boundaryaccuracy": "Boundaries and objects…",
    "bandimportance": "Which bands matter…", "applicability": "Where a model may be trusted…",
    "trainseveral": "Train and compare models…",
}  # fmt: skip
"""What opens an algorithm on the page."""


def write_places(path: Path, kinds: dict[str, tuple[float, float]], shape: str, epsg: int = 32654) -> str:
    """Write a square or a point for each class, at a column and row of the scene, in a coordinate system."""
    local, other = osr.SpatialReference(), osr.SpatialReference()
    local.ImportFromEPSG(32654)
    other.ImportFromEPSG(epsg)
    for system in (local, other):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    moved = osr.CoordinateTransformation(local, other)
    features = []
    for kind, (col, row) in kinds.items():
        x, y = WEST + PIXEL * (col + 0.5), NORTH - PIXEL * (row + 0.5)
        corners = [[x, y], [x + 60, y], [x + 60, y - 60], [x, y - 60], [x, y]]
        ring = [list(moved.TransformPoint(*corner)[:2]) for corner in corners]
        geometry = {"type": shape, "coordinates": [ring] if shape == "Polygon" else ring[0]}
        features.append({"type": "Feature", "properties": {"kind": kind}, "geometry": geometry})
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{epsg}"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


@pytest.fixture
def run_by_the_dock(
    provider: Any, context: QgsProcessingContext, feedback: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """Give a function that presses a button of the Compare page, fills in the rest, and gives what was told."""
    del provider
    monkeypatch.setattr(opened_page, "QDesktopServices", type("Services", (), {"openUrl": lambda _url: True}))
    project, canvas, bar, told = QgsProject.instance(), QgsMapCanvas(), QgsMessageBar(), []
    rest: dict[str, Any] = {}

    def open_(key: str, values: dict[str, object]) -> None:
        in_a_task(key.partition(":")[2], {**values, **rest}, context, feedback)
        told.append("\n".join((*feedback.errors, *feedback.warnings, *feedback.infos)))

    page = ComparePage(project, canvas, Messages(bar), open_)
    for widget in (page, canvas, bar):
        qtbot.addWidget(widget)

    def run(name: str, values: dict[str, Any]) -> str:
        rest.update(values)
        if name == "sampleaccuracy":
            layer = QgsVectorLayer(rest.pop("SAMPLE"), "sample", "ogr")
            project.addMapLayer(layer)
            page.samples.setLayer(layer)
            page.assess.click()
        else:
            next(one for one in page.findChildren(QPushButton) if one.text() == BUTTONS[name]).click()
        return told[-1]

    yield run
    page.shutdown()
    project.clear()


FAR, NAMES = "miss(es)? the imagery", "have none in common.*which class of the labels"
CASES: dict[str, tuple[str, dict[str, tuple[float, float]], str, str]] = {
    "polygons elsewhere": ("accuracy", {"marble": (9000, 9000)}, "Polygon", FAR),
    "polygons of other names": ("accuracy", {"lake": (10, 10)}, "Polygon", NAMES),
    "one class alone": ("accuracy", {"marble": (10, 10)}, "Polygon", "one class alone, “marble”"),
    "points elsewhere": ("accuracy", {"marble": (9000, 9000)}, "Point", "No point .* lies on the raster"),
    "boundaries elsewhere": ("boundaryaccuracy", {"marble": (9000, 9000)}, "Polygon", FAR),
    "no boundary": ("boundaryaccuracy", {"marble": (10, 10)}, "Polygon", "shows no boundary between two classes"),
    "bands of other names": ("bandimportance", {"lake": (10, 10), "sea": (50, 50)}, "Polygon", "have none in common"),
    "applicability elsewhere": ("applicability", {"marble": (9000, 9000)}, "Polygon", FAR),
    "a comparison elsewhere": ("trainseveral", {"marble": (9000, 9000)}, "Polygon", FAR),
    "a comparison of one class": ("trainseveral", {"marble": (10, 10)}, "Polygon", "only one class"),
}


@pytest.mark.parametrize("case", CASES)
def test_references(
    run_by_the_dock: Callable, scene: Any, request: pytest.FixtureRequest, tmp_path: Path, case: str
) -> None:
    name, kinds, shape, words = CASES[case]
    labels = write_places(tmp_path / "labels.geojson", kinds, shape)
    given = (
        {"POINTS": labels, "POINT_FIELD": "kind"} if shape == "Point" else {"POLYGONS": labels, "CLASS_FIELD": "kind"}
    )
    if name in ("accuracy", "boundaryaccuracy"):
        given["PREDICTION"] = request.getfixturevalue("prediction")
    else:
        given["INPUT"] = scene.image
    if name in ("bandimportance", "applicability"):
        given["MODEL_FILE"] = request.getfixturevalue("model")
    more = {"MODELS": ["svm"], "FOLDER": str(tmp_path / "c"), "TABLE": str(tmp_path / "t.csv")}
    outputs = {"PAGE": str(tmp_path / "r.html"), "OUTPUT": str(tmp_path / "o.tif")}
    told = run_by_the_dock(name, {**given, **outputs, **(more if name == "trainseveral" else {})})
    assert re.search(words, told), told
    assert (tmp_path / "r.html").exists() == (case == "one class alone")


def emptied(source: str, path: Path) -> str:
    """Copy a prediction without a class in its first forty rows."""
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal.Open(source)).FlushCache()
    dataset = gdal.Open(str(path), gdal.GA_Update)
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    values[:40] = 0
    band.WriteArray(values)
    dataset.FlushCache()
    return str(path)


def test_points_on_nodata_and_in_degrees(run_by_the_dock: Callable, prediction: str, tmp_path: Path) -> None:
    given = {"PREDICTION": emptied(prediction, tmp_path / "p.tif"), "POINT_FIELD": "kind", "PAGE": ""}
    nothing = write_places(tmp_path / "a.geojson", {"marble": (5, 5), "granite": (20, 9)}, "Point", 4326)
    told = run_by_the_dock("accuracy", {**given, "POINTS": nothing})
    assert "No labelled pixel lies where the prediction has a class" in told
    some = write_places(tmp_path / "b.geojson", {"marble": (5, 5), "granite": (20, 50)}, "Point", 4326)
    page = tmp_path / "r.html"
    run_by_the_dock("accuracy", {**given, "POINTS": some, "PAGE": str(page)})
    assert "Confusion matrix (points)" in page.read_text(encoding="utf-8")


def test_a_reference_in_degrees_on_pixels_of_its_own(
    run_by_the_dock: Callable, prediction: str, tmp_path: Path
) -> None:
    labels = str(tmp_path / "degrees.tif")
    gdal.Warp(labels, prediction, dstSRS="EPSG:4326", xRes=3e-4, yRes=2e-4, dstNodata=0).FlushCache()
    report = tmp_path / "r.json"
    run_by_the_dock("accuracy", {"PREDICTION": prediction, "LABEL_RASTER": labels, "JSON": str(report), "PAGE": ""})
    assert json.loads(report.read_text())["measures"]["pixel_accuracy"] > 0.7


def legend_of(prediction: str) -> dict[int, str]:
    return {one["id"]: one["name"] for one in json.loads(gdal.Open(prediction).GetMetadataItem("OUTCROP_LEGEND"))}


@pytest.mark.parametrize("missing", [False, True])
def test_probabilities_of_something_else(
    run_by_the_dock: Callable, scene: Any, prediction: str, tmp_path: Path, missing: bool
) -> None:
    labels = write_places(tmp_path / "l.geojson", {"marble": (5, 5), "granite": (20, 9)}, "Polygon")
    other = str(tmp_path / "none.tif") if missing else scene.image
    given = {"PREDICTION": prediction, "POLYGONS": labels, "CLASS_FIELD": "kind", "PROBABILITIES": other, "PAGE": ""}
    told = run_by_the_dock("accuracy", given)
    assert re.search("Could not load source layer|none.tif" if missing else "doesn't hold the probabilities", told), (
        told
    )


ANSWERS = {
    "half": ("stratum", "aren't answered yet; those answered are used"), "none": ("", "At least two points of every"),
    "of no class": ("lake", "classes that the map doesn't have: lake"),
    "can't be told": ("?", "At least two points of every"),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_answers(run_by_the_dock: Callable, prediction: str, answered_sample: str, tmp_path: Path, case: str) -> None:
    given, words = ANSWERS[case]
    sample = tmp_path / "sample.gpkg"
    sample.write_bytes(Path(answered_sample).read_bytes())
    dataset = gdal.OpenEx(str(sample), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayer(0)
    for number, feature in enumerate(layer):
        feature["answer"] = feature["stratum"] if given == "stratum" and number % 2 else given.replace("stratum", "")
        layer.SetFeature(feature)
    dataset.FlushCache()
    told = run_by_the_dock("sampleaccuracy", {"PREDICTION": prediction, "SAMPLE": str(sample)})
    assert re.search(words, told), told


def test_a_tie_between_two_maps(
    run_by_the_dock: Callable, prediction: str, other_prediction: str, tmp_path: Path
) -> None:
    sample, report = str(tmp_path / "s.gpkg"), tmp_path / "r.json"
    draw = {"PREDICTION": prediction, "OTHER": other_prediction, "OUTPUT": sample, "POINTS": 20}
    processing_run("drawsample", draw)
    both = {"PREDICTION": prediction, "SAMPLE": sample, "OTHER": other_prediction, "JSON": str(report), "PAGE": ""}
    assert "has an answer. Answer some first" in run_by_the_dock("sampleaccuracy", dict(both))
    maps = [gdal.Open(path) for path in (prediction, other_prediction)]
    names = legend_of(prediction)
    dataset = gdal.OpenEx(sample, gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayer(0)
    for number, feature in enumerate(layer):
        x, y = feature.GetGeometryRef().GetPoint_2D()
        turned = maps[number % 2].GetGeoTransform()
        col, row = int((x - turned[0]) / turned[1]), int((y - turned[3]) / turned[5])
        feature["answer"] = names[int(maps[number % 2].GetRasterBand(1).ReadAsArray(col, row, 1, 1)[0, 0])]
        layer.SetFeature(feature)
    dataset.FlushCache()
    run_by_the_dock("sampleaccuracy", dict(both))
    told = json.loads(report.read_text())["two_maps"]
    assert (told["first_right"], told["second_right"], told["p_value"]) == (25, 25, 1.0)
    assert told["difference"]["low"] < 0 < told["difference"]["high"]
    assert "give both maps" in run_by_the_dock("sampleaccuracy", {**both, "OTHER": None})


def processing_run(name: str, values: dict[str, Any]) -> dict[str, Any]:
    import processing

    outputs: dict[str, Any] = processing.run(f"outcrop:{name}", values)
    return outputs
