"""What is drawn in hand is what will be written: strokes pixel for pixel, regions as finely as the screen shows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from outcrop.core.correction.pixels.runs import Runs
from outcrop.core.correction.pixels.shapes import stroke_runs
from outcrop.ui.correction.canvas.pixel_map import PixelMap
from outcrop.ui.correction.canvas.runs_path import runs_path
from outcrop.ui.correction.canvas.stroke_picture import StrokePicture
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QTransform

UTM = "EPSG:32654"
SIZE = QSize(200, 160)


def drawn(draw: object) -> np.ndarray:
    """Give which pixels of the canvas something covers (H, W)."""
    image = QImage(SIZE, QImage.Format.Format_Grayscale8)
    image.fill(0)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bits, np.uint8).reshape(SIZE.height(), image.bytesPerLine())[:, : SIZE.width()] > 0


@pytest.fixture
def pixels(qtbot: QtBot) -> PixelMap:
    """Give pixels of 10 m on a canvas that shows each as 4×4 of its own."""
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(SIZE)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(UTM))
    canvas.show()
    width, height = canvas.viewport().width() * 2.5, canvas.viewport().height() * 2.5
    canvas.setExtent(QgsRectangle(600_000, 4_740_000 - height, 600_000 + width, 4_740_000))
    return PixelMap(
        canvas, QgsCoordinateReferenceSystem(UTM), (600_000, 10, 0, 4_740_000, 0, -10), QgsProject.instance()
    )


@pytest.mark.parametrize("size", [1, 2, 3, 8])
def test_a_stroke_is_drawn_pixel_for_pixel(pixels: PixelMap, size: int) -> None:
    picture = StrokePicture(pixels, SIZE, 1.0, size, QColor("white"))
    way = [(5.2, 6.7), (20.9, 9.1), (30.1, 30.4)]
    for place in way:
        picture.add(pixels.point_of(place))
    seen = drawn(picture.draw)[2::4, 2::4]
    wanted = stroke_runs(way, size).mask()
    window = stroke_runs(way, size).window
    whole = np.zeros(seen.shape, bool)
    whole[window.row : window.row + window.height, window.col : window.col + window.width] = wanted
    assert np.array_equal(seen, whole)
    assert picture.runs.same_as(stroke_runs(way, size))


@settings(max_examples=40)
@given(arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_an_outline_encloses_the_pixels(mask: np.ndarray) -> None:
    path = runs_path(Runs.of_mask(mask), QTransform.fromScale(8, 8), SIZE)
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for row, col in np.ndindex(mask.shape):
        assert path.contains(QPointF(8 * col + 4, 8 * row + 4)) == bool(mask[row, col])


def test_a_region_of_many_runs_is_drawn_coarsely_in_time() -> None:
    speckle = np.random.default_rng(0).random((2000, 2000)) < 0.5
    path = runs_path(Runs.of_mask(speckle), QTransform.fromScale(0.08, 0.08), SIZE)
    assert path.elementCount() < 100_000
    box = path.boundingRect()
    assert (box.width(), box.height()) == (pytest.approx(160, abs=3), pytest.approx(160, abs=3))


def test_what_is_out_of_sight_is_cut_off() -> None:
    runs = Runs.of_mask(np.ones((1000, 1000), bool))
    box = runs_path(runs, QTransform(4, 0, 0, 4, -400, -400), SIZE).boundingRect()
    assert box.width() < SIZE.width() + 40
    assert box.height() < SIZE.height() + 40
