"""Input that doesn't fit, in algorithms as the toolbox runs them: handled, or refused in words that say what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext

from tests.ui.processing.test_in_a_task import in_a_task

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]
WEST, NORTH, PIXEL = 600_000.0, 4_740_000.0, 10.0


def write_places(path: Path, kinds: dict[str, tuple[float, float]], shape: str) -> str:
    """Write a square or a point for each class, at a column and row of the scene."""
    features = []
    for kind, (col, row) in kinds.items():
        x, y = WEST + PIXEL * (col + 0.5), NORTH - PIXEL * (row + 0.5)
        ring = [[x, y], [x + 60, y], [x + 60, y - 60], [x, y - 60], [x, y]]
        geometry = {"type": shape, "coordinates": [ring] if shape == "Polygon" else [x, y]}
        features.append({"type": "Feature", "properties": {"kind": kind}, "geometry": geometry})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32654"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


@pytest.fixture
def run_in_a_task(provider: Any, context: QgsProcessingContext, feedback: Any) -> Callable[[str, dict], str]:
    """Give a function that runs an algorithm in a task's thread and gives what was told."""
    del provider

    def run(name: str, values: dict[str, Any]) -> str:
        in_a_task(name, values, context, feedback)
        return "\n".join((*feedback.errors, *feedback.warnings, *feedback.infos))

    return run


FAR, NAMES = "miss(es)? the imagery", "have none in common.*which class of the labels"
CASES: dict[str, tuple[str, dict[str, tuple[float, float]], str, str]] = {
    "polygons elsewhere": ("accuracy", {"marble": (9000, 9000)}, "Polygon", FAR),
    "polygons of other names": ("accuracy", {"lake": (10, 10)}, "Polygon", NAMES),
    "one class alone": ("accuracy", {"marble": (10, 10)}, "Polygon", "one class alone, “marble”"),
    "points elsewhere": ("accuracy", {"marble": (9000, 9000)}, "Point", "No point .* lies on the map"),
    "boundaries elsewhere": ("boundaryaccuracy", {"marble": (9000, 9000)}, "Polygon", FAR),
    "no boundary": ("boundaryaccuracy", {"marble": (10, 10)}, "Polygon", "shows no boundary between two classes"),
    "bands of other names": ("bandimportance", {"lake": (10, 10), "sea": (50, 50)}, "Polygon", "have none in common"),
    "applicability elsewhere": ("applicability", {"marble": (9000, 9000)}, "Polygon", FAR),
    "a comparison elsewhere": ("trainseveral", {"marble": (9000, 9000)}, "Polygon", FAR),
}


@pytest.mark.parametrize("case", CASES)
def test_references(
    run_in_a_task: Callable, scene: Any, request: pytest.FixtureRequest, tmp_path: Path, case: str
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
    told = run_in_a_task(name, {**given, **outputs, **(more if name == "trainseveral" else {})})
    assert re.search(words, told), told
    assert (tmp_path / "r.html").exists() == (case == "one class alone")


ANSWERS = {
    "half": ("stratum", "aren't answered yet; those answered are used"), "none": ("", "At least two points of every"),
    "of no class": ("lake", "classes that the map doesn't have: lake"),
}  # fmt: skip


@pytest.mark.parametrize("case", ANSWERS)
def test_answers(run_in_a_task: Callable, prediction: str, answered_sample: str, tmp_path: Path, case: str) -> None:
    given, words = ANSWERS[case]
    sample = tmp_path / "sample.gpkg"
    sample.write_bytes(Path(answered_sample).read_bytes())
    dataset = gdal.OpenEx(str(sample), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayer(0)
    for number, feature in enumerate(layer):
        feature["answer"] = feature["stratum"] if given == "stratum" and number % 2 else given.replace("stratum", "")
        layer.SetFeature(feature)
    dataset.FlushCache()
    told = run_in_a_task("sampleaccuracy", {"PREDICTION": prediction, "SAMPLE": str(sample)})
    assert re.search(words, told), told
