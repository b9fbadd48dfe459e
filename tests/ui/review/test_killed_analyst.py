"""Answers of the queue outlive a QGIS that is killed: the next one goes on with the first that has none."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from osgeo import ogr, osr
from outcrop.core.assessment.sampling.fields import ANSWER, ANSWERED_AT, ANSWERED_BY
from outcrop.core.assessment.sampling.fields import LAYER as SAMPLE_LAYER
from outcrop.core.review.fields import LAYER, NUMBER, REVIEWED_AT, REVIEWED_BY, VERDICT
from outcrop.ui.review.tile_queue import TileQueue
from pytestqt.qtbot import QtBot
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas

ANALYST = Path(__file__).with_name("killed_analyst.py")


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    """Make a file that offers two tiles and, between them, two random places."""
    path = tmp_path / "map_reviews.gpkg"
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32654)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    kinds = (
        (LAYER, ogr.wkbPolygon, (VERDICT, REVIEWED_BY, REVIEWED_AT), (1, 4)),
        (SAMPLE_LAYER, ogr.wkbPoint, (ANSWER, ANSWERED_BY, ANSWERED_AT), (2, 3)),
    )
    for name, kind, fields, numbers in kinds:
        layer = source.CreateLayer(name, reference, kind)
        layer.CreateField(ogr.FieldDefn(NUMBER, ogr.OFTInteger))
        for field in fields:
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for number in numbers:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(NUMBER, number)
            x = 600_000 + 100 * number
            text = f"POINT ({x} 4740000)" if kind == ogr.wkbPoint else (
                f"POLYGON (({x} 4740000, {x + 50} 4740000, {x + 50} 4740050, {x} 4740050, {x} 4740000))"
            )  # fmt: skip
            feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
            layer.CreateFeature(feature)
    del source
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("given", "next_one"), [(["right"], 2), (["right", "dike"], 3), (["right", "dike", "?"], 4)])
def test_answers_outlive_a_kill(reviews: Path, given: list[str], next_one: int, qtbot: QtBot) -> None:
    ended = subprocess.run([sys.executable, str(ANALYST), str(reviews), *given], timeout=120, check=False)
    assert ended.returncode == -signal.SIGKILL
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    queue = TileQueue(QgsProject.instance(), canvas)
    queue.open(reviews, None, ("dike", "snow"))
    assert [item.answer for item in queue._items()] == [*given, *[""] * (4 - len(given))]
    assert queue._number == next_one
    for answer in (["right", "dike", "?", "skipped"])[len(given) :]:
        queue.answer(answer)
    assert all(item.answer for item in queue._items())
    queue.close()
