"""The queue: tiles and random places of a file of reviews, one after another on the canvas, and their answers."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QDateTime, QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...core.assessment.sampling.fields import ANSWER, ANSWERED_AT, ANSWERED_BY, CANNOT_TELL
from ...core.assessment.sampling.fields import LAYER as SAMPLE_LAYER
from ...core.errors import OutcropError
from ...core.review.fields import CORRECTED, LAYER, REVIEWED_AT, REVIEWED_BY, RIGHT, SKIPPED, VERDICT
from ..compat import LINE_GEOMETRY
from ..layers.corrected import REVIEWS_PROPERTY
from ..texts import number_text, tr
from ..widgets.class_button import class_number
from .queue_item import QueueItem, queue_items

_KEYS = {Qt.Key.Key_R: RIGHT, Qt.Key.Key_C: CORRECTED, Qt.Key.Key_K: SKIPPED}
_STEPS = {Qt.Key.Key_N: 1, Qt.Key.Key_P: -1}
_FRAME = QColor(255, 193, 7)


class TileQueue(QObject):
    """Goes through tiles and places; `moved` brings how far it is, in words, empty at the end of it.

    `offered` brings the classes of which a random place may be one, nothing for a tile, and `answered` comes with every
    answer. Keys with Shift always count; alone they do while no tool is in hand, which has keys of its own.
    """

    moved = pyqtSignal(str)
    offered = pyqtSignal(list)
    answered = pyqtSignal()

    def __init__(
        self, project: QgsProject, canvas: QgsMapCanvas, in_hand: Callable[[], bool] = lambda: False,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._project, self._canvas, self._in_hand = project, canvas, in_hand
        self._layer_id = self._sample_id = ""
        self._map: Optional[QgsRasterLayer] = None
        self._classes: tuple[str, ...] = ()
        self._number = 0
        self._frame: Optional[QgsRubberBand] = None

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of reviews, if it is open and still in the project."""
        return self._found(self._layer_id)

    @property
    def sample(self) -> Optional[QgsVectorLayer]:
        """The accuracy sample beside it, if there is one."""
        return self._found(self._sample_id)

    def open(self, file: Path, mapped: Optional[QgsRasterLayer] = None, classes: Sequence[str] = ()) -> None:
        """Show what a file offers on a map with these classes, beginning with the first that has no answer.

        Raises:
            OutcropError: It can't be loaded.
        """
        self.close()
        layer = self._loaded(file, LAYER, tr("reviews"))
        if layer is None:
            raise OutcropError(tr("The reviews “{path}” can't be loaded. Check that the file is there.", path=file))
        sample = self._loaded(file, SAMPLE_LAYER, tr("random places"))
        self._layer_id, self._sample_id = layer.id(), sample.id() if sample is not None else ""
        self._map, self._classes = mapped, tuple(classes)
        self._canvas.installEventFilter(self)
        items = self._items()
        self._show(min((item.number for item in items if not item.answer), default=items[0].number if items else 1))

    def close(self) -> None:
        """Leave the queue; its layers stay."""
        self._canvas.removeEventFilter(self)
        self._draw(None)
        self._layer_id = self._sample_id = ""
        self._map = None
        self.offered.emit([])
        self.moved.emit("")

    def step(self, by: int) -> None:
        """Go on to a neighbour, round and round."""
        numbers = [item.number for item in self._items()]
        if numbers:
            index = numbers.index(self._number) if self._number in numbers else 0
            self._show(numbers[(index + by) % len(numbers)])

    def answer(self, text: str) -> None:
        """Write an answer to what is shown, a verdict or a class, and go on to the next one without."""
        item = next((entry for entry in self._items() if entry.number == self._number), None)
        if item is None:
            return
        now = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        names = (ANSWER, ANSWERED_BY, ANSWERED_AT) if item.is_place else (VERDICT, REVIEWED_BY, REVIEWED_AT)
        fields = item.layer.fields()
        changed = {fields.indexOf(name): value for name, value in zip(names, (text, getpass.getuser(), now))}
        if not item.layer.dataProvider().changeAttributeValues({item.feature.id(): changed}):
            self.moved.emit(tr("The answer couldn't be written. Check that “{path}” is there and free.",
                               path=item.layer.source().partition("|")[0]))  # fmt: skip
            return
        item.layer.triggerRepaint()
        left = [entry.number for entry in self._items() if not entry.answer]
        later = [number for number in left if number > self._number]
        self._show((later or left or [self._number])[0])
        self.answered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the queue while the map has the focus."""
        if event.type() == QEvent.Type.KeyPress and self._take(event):
            return True
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        is_place = self._is_place()
        number = class_number(event)
        if is_place and (number or event.text() == "?"):
            if number <= len(self._classes):
                self.answer(self._classes[number - 1] if number else CANNOT_TELL)
            return True
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier and not self._in_hand()
        if not alone and event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            return False
        if event.key() in _STEPS:
            self.step(_STEPS[event.key()])
        elif event.key() in _KEYS and not is_place:
            self.answer(_KEYS[event.key()])
        else:
            return False
        return True

    def _loaded(self, file: Path, name: str, title: str) -> Optional[QgsVectorLayer]:
        """Give a layer of the file as it is in the project, or added to it; None where the file has none."""
        source = f"{file}|layername={name}"
        for opened in self._project.mapLayers().values():
            if opened.source() == source:
                opened.dataProvider().reloadData()
                opened.triggerRepaint()
                return opened
        layer = QgsVectorLayer(source, title, "ogr")
        if not layer.isValid():
            return None
        if name == LAYER:
            outline = {"style": "no", "outline_color": _FRAME.name(), "outline_width": "0.3"}
            layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(outline)))
        if name == LAYER:
            layer.setCustomProperty(REVIEWS_PROPERTY, file.name)
        self._project.addMapLayer(layer)
        if name == SAMPLE_LAYER:  # a point would hide its own pixel, and tell where the next ones are
            self._project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
        return layer

    def _found(self, layer_id: str) -> Optional[QgsVectorLayer]:
        layer = self._project.mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _items(self) -> list[QueueItem]:
        return queue_items(self.layer, self.sample) if self.layer is not None else []

    def _is_place(self) -> bool:
        return any(item.is_place for item in self._items() if item.number == self._number)

    def _show(self, number: int) -> None:
        """Move the map to a tile or place, and say how far the queue is."""
        items = self._items()
        item = next((entry for entry in items if entry.number == number), None)
        if item is None:
            return
        self._number = number
        shape = item.frame(self._map)
        try:
            crs = self._canvas.mapSettings().destinationCrs()
            shape.transform(QgsCoordinateTransform(item.layer.crs(), crs, self._project))
        except QgsCsException:
            return
        box = shape.boundingBox()
        box.scale(item.around)
        self._canvas.setExtent(box)
        self._canvas.refresh()
        self._draw(shape)
        self.offered.emit(list(self._classes) if item.is_place else [])
        position = [entry.number for entry in items].index(number) + 1
        self.moved.emit(_text(item, position, len(items), sum(bool(entry.answer) for entry in items)))

    def _draw(self, shape: Optional[QgsGeometry]) -> None:
        if self._frame is not None:
            self._canvas.scene().removeItem(self._frame)
            self._frame = None
        if shape is not None:
            self._frame = QgsRubberBand(self._canvas, LINE_GEOMETRY)
            self._frame.setColor(_FRAME)
            self._frame.setWidth(2)
            self._frame.setToGeometry(shape, None)
            self._frame.setFillColor(QColor(0, 0, 0, 0))  # what is inside is to be seen


def _text(item: QueueItem, position: int, count: int, answered: int) -> str:
    """Say where the queue is, and how to answer."""
    numbers = {name: number_text(value) for name, value in (("n", position), ("count", count), ("answered", answered))}
    if item.is_place:
        told = tr("can't tell") if item.answer == CANNOT_TELL else item.answer or tr("no answer yet")
        return tr("Place {n} of {count}, at random: what is in the frame? {answer}. {answered} answered; on the map by "
                  "1 to 9, ?, N and P.", answer=told, **numbers)  # fmt: skip
    words = {RIGHT: tr("right"), CORRECTED: tr("corrected"), SKIPPED: tr("skipped")}
    return tr(
        "Tile {n} of {count}: {answer}. {answered} answered; on the map by R, C, K, N and P, with Shift while a tool "
        "is in hand.",
        answer=words.get(item.answer, tr("no answer yet")), **numbers,
    )  # fmt: skip
