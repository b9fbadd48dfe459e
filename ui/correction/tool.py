"""What all tools of the Correct page share: the target, what is in hand, and how it is handed over or dropped."""

from __future__ import annotations

from typing import Optional, Protocol

from qgis.core import QgsGeometry, QgsMapLayer, QgsMapSettings, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QPointF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QPainterPath, QPolygonF, QWheelEvent

from ..texts import tr
from .canvas.beneath import Beneath
from .canvas.hand_item import HandItem
from .canvas.pixel_map import PixelMap
from .canvas.view_picture import ViewPicture
from .choice import Choice
from .shapes import BECOMES, PAINT, CorrectionRequest, Shape
from .tool_kinds import ToolKind

_A_STEP = 120
"""What a wheel says when it is turned by one notch."""


class Target(Protocol):
    """What is corrected, as tools see it."""

    def pixel_map(self) -> PixelMap:
        """Give its pixels as the canvas shows them now."""

    @property
    def pixel_m(self) -> float:
        """The side of its pixels in metres."""

    def class_at(self, point: QgsPointXY) -> int:
        """Give the class that is shown at a place of the canvas; 0 where there is none."""

    def region_path(self, point: QgsPointXY) -> QPainterPath:
        """Give the outline, in pixels of the canvas, of the connected region or the polygon at a place."""

    def colour_of(self, class_id: int) -> QColor:
        """Give the colour of a class."""

    def name_of(self, class_id: int) -> str:
        """Give the name of a class."""

    @property
    def state(self) -> str:
        """A text that is another whenever the map has changed."""

    def layer_of(self, class_id: int) -> Optional[QgsMapLayer]:
        """Give a layer that is opaque where the map says a class now, and nowhere else; None where there is none."""


class Desk:
    """What tools work with: the canvas, what is chosen, what is drawn in hand, and the target, if there is one."""

    def __init__(self, canvas: QgsMapCanvas, choice: Choice) -> None:
        self.canvas, self.choice = canvas, choice
        self.hand = HandItem(canvas)
        self.beneath = Beneath(canvas)
        self.target: Optional[Target] = None
        self._only = 0
        self._where = ViewPicture(canvas, self._layers_of_class, QColor(0, 0, 0, 0))
        self._where.ready.connect(lambda: self.limit(self._only))

    def limit(self, class_id: int) -> None:
        """Show of what is in hand only what lies where the map says a class now, as soon as that is drawn; 0: all."""
        self._only = class_id if self.target is not None else 0
        state = self.target.state if self.target is not None else ""
        self.hand.set_mask(self._where.picture((self._only, state)) if self._only and state else None)

    def shutdown(self) -> None:
        """Take what is drawn off the canvas."""
        self._where.stop()
        self.beneath.shutdown()
        self.canvas.scene().removeItem(self.hand)

    def _layers_of_class(self, _settings: QgsMapSettings) -> list[QgsMapLayer]:
        layer = self.target.layer_of(self._only) if self.target is not None else None
        return [] if layer is None else [layer]


class CorrectionTool(QgsMapTool):
    """A tool of the page.

    `requested` brings the `CorrectionRequest`, `told` a hint, `left` that Esc was pressed on nothing.
    """

    requested = pyqtSignal(object)
    told = pyqtSignal(str)
    picked = pyqtSignal(QgsPointXY)

    def __init__(self, desk: Desk, kind: ToolKind) -> None:
        super().__init__(desk.canvas)
        self.desk, self.kind = desk, kind
        self._turned = 0
        self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def is_busy(self) -> bool:
        """Whether something is in hand that Esc would drop."""
        return False

    @property
    def only(self) -> int:
        """The class that pixels must have now to be changed; 0 for any."""
        return self.desk.choice.only

    def limit(self) -> None:
        """Show of what is in hand only what will change."""
        self.desk.limit(self.only)

    def activate(self) -> None:
        """Have drawn what is needed, before it is."""
        super().activate()
        self.limit()

    def drop(self) -> None:
        """Let go of what is in hand, with nothing written."""
        self.desk.hand.clear()

    def drop_written(self) -> None:
        """Take off the canvas what has been written, and is seen in the map now."""
        self.desk.hand.show_stroke(None)
        self.desk.hand.show_word("", QPointF())
        self.follow()

    def finish(self) -> None:
        """Hand over what is in hand, if it is enough."""

    def step_back(self) -> None:
        """Take back the last corner."""

    def follow(self) -> None:
        """Draw anew what is in hand, after the canvas or what is chosen has changed."""

    def deactivate(self) -> None:
        """Drop what is in hand when another tool is taken."""
        self.drop()
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Follow the mouse."""
        self.move_to(event)

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Follow the mouse; for tools to say how."""

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take the class under the cursor with Alt; else begin."""
        if event.button() == Qt.MouseButton.LeftButton and _holds(event, Qt.KeyboardModifier.AltModifier):
            self.picked.emit(event.mapPoint())
        elif event.button() == Qt.MouseButton.LeftButton and self.desk.target is not None:
            self.press(event)

    def press(self, event: QgsMapMouseEvent) -> None:
        """Begin or go on at a place."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change size or tolerance with Alt, which some systems turn into a wheel to the side; else zoom as ever.

        Touch pads and fine wheels send many small parts of a step.
        """
        delta = event.angleDelta().y() or event.angleDelta().x()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and delta:
            self._turned += delta
            steps = int(self._turned / _A_STEP)
            self._turned -= steps * _A_STEP
            if steps:
                self.turn(steps)
            event.accept()
        else:
            event.ignore()

    def turn(self, steps: float) -> None:
        """Make the brush larger or smaller."""
        self.desk.choice.resize(steps)

    def hand_over(self, shape: Shape, *, purpose: str = "", only: int = 0) -> None:
        """Ask for a correction by what is chosen now."""
        choice, purpose = self.desk.choice, purpose or self.kind.purpose
        class_id = choice.class_id if purpose in (PAINT, BECOMES) else 0
        if purpose in (PAINT, BECOMES) and not class_id:
            self.told.emit(tr("Choose a class first."))
            return
        self.requested.emit(CorrectionRequest(self.kind.name, shape, purpose, class_id, only or choice.only))

    def colour(self, alpha: int = 150) -> QColor:
        """Give the chosen class's colour for what is in hand."""
        target = self.desk.target
        colour = QColor(255, 255, 255)
        if target is not None and self.kind.purpose in (PAINT, BECOMES) and self.desk.choice.class_id:
            colour = QColor(target.colour_of(self.desk.choice.class_id))
        colour.setAlpha(alpha)
        return colour


def screen_path(pixels: PixelMap, geometry: QgsGeometry) -> QPainterPath:
    """Give polygons in the canvas's coordinate system as a path in its pixels."""
    path = QPainterPath()
    polygons = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
    for polygon in polygons:
        for ring in polygon:
            path.addPolygon(QPolygonF([pixels.screen_of(point) for point in ring]))
            path.closeSubpath()
    return path


def _holds(event: QgsMapMouseEvent, key: Qt.KeyboardModifier) -> bool:
    return bool(event.modifiers() & key)


def centre_of(event: QgsMapMouseEvent) -> QPointF:
    """Give the middle of the canvas pixel under the cursor."""
    return QPointF(event.pos().x(), event.pos().y())
