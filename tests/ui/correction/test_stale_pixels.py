"""No view shows a pixel that has changed: a real canvas with parallel rendering and previews, and a second view."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pytest
from outcrop.core.correction.ground import over
from outcrop.core.correction.pixels.shapes import stroke_runs
from outcrop.core.correction.session import Session
from outcrop.core.geodata.grid import Window
from outcrop.ui.correction.overlay import SessionGround
from outcrop.ui.layers.predictions import class_renderer
from outcrop.ui.layers.reloading import reload
from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from tests.ui.correction.conftest import HEIGHT, LEGEND, WIDTH

WAIT_S, QUIET_S = 20.0, 0.8
NOTHING = QColor("white").name()


def new_view(layer: QgsRasterLayer) -> QgsMapCanvas:
    """Make a view of a layer that is drawn as QGIS's main one is."""
    view = QgsMapCanvas()
    view.setFrameStyle(0)  # so that the picture begins at the map's corner
    view.setCanvasColor(QColor(NOTHING))
    view.setParallelRenderingEnabled(True)
    view.setPreviewJobsEnabled(True)
    view.setCachingEnabled(True)
    view.resize(560, 560)
    view.setDestinationCrs(layer.crs())
    view.setLayers([layer])
    view.show()
    return view


def settle(views: list[QgsMapCanvas]) -> None:
    """Wait until all views have drawn what there is to draw."""
    began = busy = time.monotonic()
    while time.monotonic() - busy < QUIET_S:
        QCoreApplication.processEvents()
        if any(view.isDrawing() for view in views):
            busy = time.monotonic()
        assert time.monotonic() < began + WAIT_S
        time.sleep(0.002)


@pytest.fixture
def shown(session: Session) -> Iterator[tuple[SessionGround, QgsRasterLayer, list[QgsMapCanvas]]]:
    """Show the map in two views, the second of which sees four times as much."""
    ground = SessionGround.open(session)
    layer = QgsRasterLayer(ground.map_path, "map")
    layer.setRenderer(class_renderer(layer, LEGEND))
    QgsProject.instance().addMapLayer(layer)
    views = [new_view(layer), new_view(layer)]
    yield ground, layer, views
    for view in views:
        view.stopRendering()
        view.setLayers([])
        sip.delete(view)
    QgsProject.instance().removeAllMapLayers()
    QCoreApplication.processEvents()
    ground.close()


def look_at(view: QgsMapCanvas, row: float, col: float, pixels: float) -> None:
    """Move a view so that it shows some pixels around one."""
    x, y, half = 500000.0 + 2.0 * col, 4649776.0 - 2.0 * row, pixels
    view.setExtent(QgsRectangle(x - half, y - half, x + half, y + half))


def wrong(view: QgsMapCanvas, values: np.ndarray, chance: np.random.Generator) -> list[tuple[int, int]]:
    """Give those of many pixels of a view that aren't drawn in the colour of their class."""
    image, transform, extent = view.grab().toImage(), view.getCoordinateTransform(), view.extent()
    found = []
    for _ in range(150):
        x = chance.uniform(extent.xMinimum(), extent.xMaximum())
        y = chance.uniform(extent.yMinimum(), extent.yMaximum())
        row, col = int((4649776.0 - y) // 2), int((x - 500000.0) // 2)
        if not (0 <= row < HEIGHT and 0 <= col < WIDTH):
            continue
        point = transform.transform(QgsPointXY(500001.0 + 2 * col, 4649775.0 - 2 * row))
        place = int(point.x()), int(point.y())
        if not (0 <= place[0] < view.width() and 0 <= place[1] < view.height()):
            continue
        value = int(values[row, col])
        wanted = LEGEND.classes[value - 1].colour if value else NOTHING
        if image.pixelColor(*place).name() != wanted:
            found.append((row, col))
    return found


@pytest.mark.slow
def test_no_view_shows_what_has_changed(
    session: Session, values: np.ndarray, shown: tuple[SessionGround, QgsRasterLayer, list[QgsMapCanvas]]
) -> None:
    _, layer, (near, far) = shown
    chance = np.random.default_rng(2)
    frame = Window(0, 0, HEIGHT, WIDTH)
    overlay = np.zeros_like(values)
    row, col = 400.0, 500.0
    for number in range(6):
        look_at(near, row, col, 140)
        look_at(far, row, col, 280)
        settle([near, far])
        assert [wrong(view, over(values, overlay), chance) for view in (near, far)] == [[], []]
        if number % 4 == 3:
            session.undo()
        else:
            points = [(col + dx, row + dy) for dx, dy in chance.uniform(-100, 100, (3, 2)).tolist()]
            session.paint(stroke_runs(points, 41), int(chance.choice([1, 2, 3, 4, 255])), "brush")
        overlay = np.zeros_like(values)
        for _, value, runs in session.pixels():
            runs.paint(overlay, frame, value)
        reload(layer)
        settle([near, far])
        assert [wrong(view, over(values, overlay), chance) for view in (near, far)] == [[], []]
        row, col = row + float(chance.uniform(-60, 60)), col + float(chance.uniform(-60, 60))
