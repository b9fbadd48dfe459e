"""A prediction on the canvas, the Correct page on it, and a hand that works with mouse and keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.legend import Legend
from outcrop.ui.correction.prediction_target import PredictionTarget
from outcrop.ui.dock.correct.control import CorrectControl
from outcrop.ui.dock.correct.outcomes import Outcomes
from outcrop.ui.dock.correct.page import CorrectPage
from outcrop.ui.layers.predictions import MODEL_PROPERTY, class_renderer
from outcrop.ui.worker.launcher import Launcher
from pytestqt.qtbot import QtBot
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent, QWheelEvent

ROWS, COLUMNS, PIXEL_M = 60, 80, 10.0
CORNER = (600_000.0, 4_740_000.0)
NAMES = ("background", "dike", "snow")
LEGEND = Legend.from_names(NAMES)
MakePrediction = Callable[..., QgsRasterLayer]


def usual_map() -> np.ndarray:
    """Give background with a dike, two patches of snow, and a corner without a prediction."""
    values = np.ones((ROWS, COLUMNS), np.uint8)
    values[10:20, 10:40] = 2
    values[30:40, 10:20] = values[30:40, 50:60] = 3
    values[50:, 70:] = 0
    return values


@pytest.fixture
def make_prediction(tmp_path: Path) -> MakePrediction:
    """Give a maker of predictions as Outcrop's worker writes them, loaded as layers."""

    def make(name: str = "map", values: np.ndarray | None = None, legend: Legend = LEGEND) -> QgsRasterLayer:
        values = usual_map() if values is None else values
        path = tmp_path / f"{name}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), *values.shape[::-1], 1, gdal.GDT_Byte)
        dataset.SetGeoTransform((CORNER[0], PIXEL_M, 0.0, CORNER[1], 0.0, -PIXEL_M))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(32654)
        dataset.SetProjection(reference.ExportToWkt())
        dataset.GetRasterBand(1).WriteArray(values)
        dataset.GetRasterBand(1).SetNoDataValue(0)
        dataset.SetMetadataItem("OUTCROP_LEGEND", json.dumps(legend.to_dicts()))
        dataset.FlushCache()
        del dataset
        layer = QgsRasterLayer(str(path), "classes")
        layer.setRenderer(class_renderer(layer, legend, ("background",)))
        layer.setCustomProperty(MODEL_PROPERTY, f"{name}.safetensors")
        return layer

    return make


@dataclass
class Hand:
    """Works on the canvas of a Correct page."""

    control: CorrectControl
    page: CorrectPage
    canvas: QgsMapCanvas
    qtbot: QtBot

    @property
    def target(self) -> PredictionTarget:
        assert isinstance(self.control.target, PredictionTarget)
        return self.control.target

    def map(self) -> np.ndarray:
        """Give what the corrected map says."""
        return np.array(self.target.ground.read(Window(0, 0, ROWS, COLUMNS)))

    def take(self, tool: str, class_name: str = "snow", size: float = 3) -> None:
        """Take a tool and a class."""
        if not self.page.tools.buttons[tool].defaultAction().isChecked():
            self.qtbot.mouseClick(self.page.tools.buttons[tool], Qt.MouseButton.LeftButton)
        self.page.choice.take_class(LEGEND.id_of(class_name))
        self.page.choice.set_size(size)

    def spot(self, col: float, row: float) -> QPoint:
        """Give where on the canvas the middle of a pixel is."""
        pixels = self.target.pixel_map()
        point = pixels.point_of((col + 0.5, row + 0.5))
        assert point is not None
        return pixels.screen_of(point).toPoint()

    def press(self, col: float, row: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, col, row, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, keys)

    def drag_to(self, col: float, row: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._mouse(QEvent.Type.MouseMove, col, row, Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, keys)

    def release(self, col: float, row: float, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, col, row, Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton, keys)

    def hover(self, col: float, row: float) -> None:
        none = Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseMove, col, row, none, none, Qt.KeyboardModifier.NoModifier)

    def drag(self, *places: tuple[float, float], keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press at the first place, go through all, and let go at the last."""
        self.press(*places[0], keys)
        for place in places[1:]:
            self.drag_to(*place, keys)
        self.release(*places[-1], keys)

    def click(
        self, col: float, row: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:  # fmt: skip
        self.hover(col, row)
        self.qtbot.mouseClick(self.canvas.viewport(), button, keys, self.spot(col, row))

    def double_click(self, col: float, row: float) -> None:
        self.qtbot.mouseDClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self.spot(col, row))

    def wheel(self, steps: float, keys: Qt.KeyboardModifier) -> None:
        """Turn the wheel over the middle of the canvas, as systems do that make it a wheel to the side with Alt."""
        middle = QPointF(self.canvas.viewport().rect().center())
        turned = QPoint(round(120 * steps), 0)
        event = QWheelEvent(
            middle, QPointF(self.canvas.viewport().mapToGlobal(middle.toPoint())), QPoint(0, 0), turned,
            Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QCoreApplication.sendEvent(self.canvas.viewport(), event)

    def key(self, key: int | str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.canvas, key, keys)

    def _mouse(
        self, kind: QEvent.Type, col: float, row: float, button: Qt.MouseButton, held: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:  # fmt: skip
        at = QPointF(self.spot(col, row))
        QCoreApplication.sendEvent(self.canvas.viewport(), QMouseEvent(kind, at, button, held, keys))


@pytest.fixture
def canvas(qtbot: QtBot) -> QgsMapCanvas:
    """Give a canvas that shows all of the prediction, two of its pixels wide around it."""
    made = QgsMapCanvas()
    qtbot.addWidget(made)
    made.resize(420, 320)
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32654"))
    made.show()
    made.pan = QgsMapToolPan(made)
    made.setMapTool(made.pan)
    return made


@pytest.fixture(autouse=True)
def regions_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start no worker for regions: the small map's are found without."""
    monkeypatch.setattr(Outcomes, "label_regions", lambda _self, _target: None)


@pytest.fixture
def correcting(qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, messages: object) -> Iterator[CorrectControl]:
    """Give the page and its control alone, without the rest of the dock."""
    page = CorrectPage(project)
    qtbot.addWidget(page)
    page.resize(360, 700)
    control = CorrectControl(page, project, canvas, Launcher(), messages)
    control.page = page
    page.show()
    yield control
    control.shutdown()


@pytest.fixture
def hand(
    correcting: CorrectControl, qtbot: QtBot, project: QgsProject, canvas: QgsMapCanvas, make_prediction: MakePrediction
) -> Hand:
    """Give a hand over the usual map, with a session begun."""
    layer = make_prediction()
    project.addMapLayer(layer)
    canvas.setLayers([layer])
    box = layer.extent()
    box.grow(2 * PIXEL_M)
    canvas.setExtent(box)
    made = Hand(correcting, correcting.page, canvas, qtbot)
    qtbot.waitUntil(lambda: not correcting.page.tools.isHidden(), timeout=20_000)
    correcting.page.tools.buttons["brush"].click()
    qtbot.waitUntil(lambda: correcting.target is not None, timeout=20_000)
    return made
