"""Answering an accuracy sample: one point after the other, every answer saved at once, to be gone on with later."""

from __future__ import annotations

from datetime import datetime
from math import cos, radians, sqrt
from typing import Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ....core.assessment.sampling.fields import (
    ANSWER,
    ANSWERED_AT,
    ANSWERED_BY,
    AREA_M2,
    DESIGN_FIELDS,
    NUMBER,
    SECOND_ANSWER,
)
from ....core.errors import BadInputError
from ...compat import METRES
from ...texts import tr

_PIXELS_AROUND = 40
"""Half of what the canvas shows, in pixels of the map."""


def is_sample(layer: object) -> bool:
    """Whether a layer is an accuracy sample."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    names = {field.name() for field in layer.fields()}
    return {*DESIGN_FIELDS, ANSWER} <= names


class Answering(QObject):
    """Leads through a sample in the order of its numbers; which stratum a point is of is never shown.

    `second` gives second opinions: to points that were answered, without showing what the answer was.
    """

    changed = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._layer: Optional[QgsVectorLayer] = None
        self._order: list[int] = []
        self._place = 0
        self.second = False
        self._band: Optional[QgsRubberBand] = None

    def start(self, layer: Optional[QgsVectorLayer], *, second: bool = False) -> None:
        """Go on with a layer where it was left, or with none."""
        self.stop()
        self._layer, self.second, self._place = layer, second, 0
        if layer is not None:
            rows = sorted((int(one[NUMBER]), one.id(), _text(one[ANSWER])) for one in layer.getFeatures())
            self._order = [fid for _number, fid, answer in rows if answer or not second]
            self._place = self._first_open(0)
        self.changed.emit()

    def stop(self) -> None:
        """Let go of the layer and the canvas."""
        self._layer, self._order = None, []
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
            self._band = None

    @property
    def count(self) -> int:
        """How many points there are to answer."""
        return len(self._order)

    @property
    def answered(self) -> int:
        """How many have an answer."""
        if self._layer is None:
            return 0
        chosen = set(self._order)
        return sum(bool(_text(one[self._field])) for one in self._layer.getFeatures() if one.id() in chosen)

    @property
    def place(self) -> int:
        """Which point is looked at, from 0; `count` where all are answered."""
        return self._place

    @property
    def current_answer(self) -> str:
        """What the point that is looked at was answered with."""
        feature = self._current()
        return _text(feature[self._field]) if feature is not None else ""

    def show(self) -> None:
        """Bring the point that is looked at to the middle of the canvas, with its pixel drawn around it."""
        feature = self._current()
        if feature is None or self._layer is None:
            return
        point = feature.geometry().asPoint()
        transform = QgsCoordinateTransform(
            self._layer.crs(), self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        half = 0.5 * _pixel_side(float(feature[AREA_M2]), self._layer, point)
        try:
            pixel = transform.transformBoundingBox(QgsRectangle(point.x() - half, point.y() - half, point.x() + half,
                                                                point.y() + half))  # fmt: skip
        except QgsCsException as error:
            raise BadInputError(tr("The map can't show this place: {reason}", reason=error)) from error
        if self._band is None:
            self._band = QgsRubberBand(self._canvas)
            self._band.setStrokeColor(QColor("#ffffff"))
            self._band.setSecondaryStrokeColor(QColor("#000000"))
            self._band.setFillColor(QColor(0, 0, 0, 0))
            self._band.setWidth(2)
        self._band.setToGeometry(QgsGeometry.fromRect(pixel), None)
        around = QgsRectangle(pixel)
        around.scale(2 * _PIXELS_AROUND)
        self._canvas.setExtent(around)
        self._canvas.refresh()

    def answer(self, text: str) -> None:
        """Answer the point that is looked at, save that, and go to the next open one.

        Raises:
            BadInputError: When the layer can't be written.
        """
        feature, layer = self._current(), self._layer
        if feature is None or layer is None:
            return
        values = {self._field: text, ANSWERED_BY: QgsApplication.userLoginName(), ANSWERED_AT: _now()}
        by_index = {layer.fields().indexOf(name): value for name, value in values.items()}
        changes = {index: value for index, value in by_index.items() if index >= 0}
        if layer.isEditable():
            saved = all(layer.changeAttributeValue(feature.id(), index, value) for index, value in changes.items())
        else:
            saved = bool(layer.dataProvider().changeAttributeValues({feature.id(): changes}))
            layer.triggerRepaint()
        if not saved:
            raise BadInputError(
                tr("“{name}” can't be written, so the answer isn't saved. Check that its file may be changed.",
                   name=layer.name())
            )  # fmt: skip
        self._place = self._first_open(self._place + 1)
        self.changed.emit()

    def step(self, by: int) -> None:
        """Go to another point without answering."""
        self._place = min(max(self._place + by, 0), self.count)
        self.changed.emit()

    @property
    def _field(self) -> str:
        return SECOND_ANSWER if self.second else ANSWER

    def _current(self) -> Optional[QgsFeature]:
        if self._layer is None or not 0 <= self._place < self.count:
            return None
        return self._layer.getFeature(self._order[self._place])

    def _first_open(self, start: int) -> int:
        """Give the first point without an answer, from a place on and then from the beginning; `count` without any."""
        if self._layer is None:
            return 0
        order = [*range(start, self.count), *range(min(start, self.count))]
        answers = {one.id(): _text(one[self._field]) for one in self._layer.getFeatures()}
        return next((index for index in order if not answers.get(self._order[index])), self.count)


def _pixel_side(area_m2: float, layer: QgsVectorLayer, point: QgsPointXY) -> float:
    """Give the side of a pixel of an area in the layer's units."""
    if layer.crs().isGeographic():
        return sqrt(area_m2 / (111_320.0**2 * max(cos(radians(point.y())), 1e-6)))
    metres = QgsUnitTypes.fromUnitToUnitFactor(layer.crs().mapUnits(), METRES)
    return sqrt(area_m2) / (metres or 1.0)


def _text(value: object) -> str:
    return "" if value is None or str(value) in ("", "NULL") else str(value)


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")
