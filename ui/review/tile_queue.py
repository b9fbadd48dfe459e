"""The queue: the tiles of a layer of reviews, one after another on the canvas, and their answers in the layer."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QDateTime, QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...core.errors import OutcropError
from ...core.review.fields import CORRECTED, LAYER, NUMBER, REVIEWED_AT, REVIEWED_BY, RIGHT, SKIPPED, VERDICT
from ..layers.corrected import REVIEWS_PROPERTY
from ..texts import number_text, tr

_KEYS = {Qt.Key.Key_R: RIGHT, Qt.Key.Key_C: CORRECTED, Qt.Key.Key_K: SKIPPED}
_STEPS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_AROUND = 1.6
_FRAME = QColor(255, 193, 7)


class TileQueue(QObject):
    """Goes through the tiles; `moved` brings how far it is, in words, empty at the end of it."""

    moved = pyqtSignal(str)

    def __init__(self, project: QgsProject, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project, self._canvas = project, canvas
        self._layer_id = ""
        self._number = 0
        self._frame: Optional[QgsRubberBand] = None

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of reviews, if it is open and still in the project."""
        found = self._project.mapLayer(self._layer_id)
        return found if isinstance(found, QgsVectorLayer) else None

    def open(self, file: Path) -> None:
        """Show a file's tiles, beginning with the first that has no answer.

        Raises:
            OutcropError: It can't be loaded.
        """
        self.close()
        source = f"{file}|layername={LAYER}"
        same = [own for own in self._project.mapLayers().values() if own.source() == source]
        layer = same[0] if same else QgsVectorLayer(source, tr("reviews"), "ogr")
        if not layer.isValid():
            raise OutcropError(tr("The reviews “{path}” can't be loaded. Check that the file is there.", path=file))
        if same:
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
        else:
            layer.renderer().symbol().setColor(QColor(255, 193, 7, 40))
            layer.setCustomProperty(REVIEWS_PROPERTY, file.name)
            self._project.addMapLayer(layer)
        self._layer_id = layer.id()
        self._canvas.installEventFilter(self)
        open_ones = [tile[NUMBER] for tile in self._tiles() if not tile[VERDICT]]
        self._show(min(open_ones, default=1))

    def close(self) -> None:
        """Leave the queue; its layer stays."""
        self._canvas.removeEventFilter(self)
        self._draw(None)
        self._layer_id = ""
        self.moved.emit("")

    def step(self, by: int) -> None:
        """Go on to a neighbouring tile, round and round."""
        numbers = [tile[NUMBER] for tile in self._tiles()]
        if numbers:
            place = numbers.index(self._number) if self._number in numbers else 0
            self._show(numbers[(place + by) % len(numbers)])

    def answer(self, verdict: str) -> None:
        """Write an answer to the tile that is shown, and go on to the next one without."""
        layer, tiles = self.layer, self._tiles()
        tile = next((own for own in tiles if own[NUMBER] == self._number), None)
        if layer is None or tile is None:
            return
        now = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        values = {VERDICT: verdict, REVIEWED_BY: getpass.getuser(), REVIEWED_AT: now}
        fields = layer.fields()
        changed = {fields.indexOf(name): value for name, value in values.items()}
        if not layer.dataProvider().changeAttributeValues({tile.id(): changed}):
            self.moved.emit(tr("The answer couldn't be written. Check that “{path}” is there and free.",
                               path=layer.source().partition("|")[0]))  # fmt: skip
            return
        layer.triggerRepaint()
        left = [own[NUMBER] for own in self._tiles() if not own[VERDICT]]
        later = [number for number in left if number > self._number]
        self._show((later or left or [self._number])[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the queue while the map has the focus."""
        if event.type() == QEvent.Type.KeyPress and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            if event.key() in _KEYS:
                self.answer(_KEYS[event.key()])
                return True
            if event.key() in _STEPS:
                self.step(_STEPS[event.key()])
                return True
        return super().eventFilter(watched, event)

    def _tiles(self) -> list[QgsFeature]:
        layer = self.layer
        return sorted(layer.getFeatures(), key=lambda tile: tile[NUMBER]) if layer is not None else []

    def _show(self, number: int) -> None:
        """Move the map to a tile, and say how far the queue is."""
        tiles, layer = self._tiles(), self.layer
        tile = next((own for own in tiles if own[NUMBER] == number), None)
        if tile is None or layer is None:
            return
        self._number = number
        shape = QgsGeometry(tile.geometry())
        try:
            crs = self._canvas.mapSettings().destinationCrs()
            shape.transform(QgsCoordinateTransform(layer.crs(), crs, self._project))
        except QgsCsException:
            return
        box = shape.boundingBox()
        box.scale(_AROUND)
        self._canvas.setExtent(box)
        self._canvas.refresh()
        self._draw(shape)
        answered = sum(bool(own[VERDICT]) for own in tiles)
        words = {RIGHT: tr("right"), CORRECTED: tr("corrected"), SKIPPED: tr("skipped")}
        own = words.get(str(tile[VERDICT] or ""), tr("no answer yet"))
        self.moved.emit(
            tr("Tile {n} of {count}: {answer}. {answered} answered; on the map by R, C, K, N and P.",
               n=number_text(number), count=number_text(len(tiles)), answer=own, answered=number_text(answered))
        )  # fmt: skip

    def _draw(self, shape: Optional[QgsGeometry]) -> None:
        if self._frame is not None:
            self._canvas.scene().removeItem(self._frame)
            self._frame = None
        if shape is not None:
            self._frame = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.LineGeometry)
            self._frame.setColor(_FRAME)
            self._frame.setWidth(2)
            self._frame.setToGeometry(shape, None)
