"""The brush: paints along the mouse's way."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..canvas.stroke_picture import StrokePicture, ring_path
from ..shapes import RESTORE, Stroke
from ..tool import CorrectionTool, Desk
from ..tool_kinds import ToolKind

_ERASER = QColor(255, 255, 255, 130)


class BrushTool(CorrectionTool):
    """Draws with the button held; Shift makes the way straight, Ctrl paints the prediction back."""

    def __init__(self, desk: Desk, kind: ToolKind) -> None:
        super().__init__(desk, kind)
        self._way: list[QgsPointXY] = []
        self._is_straight = self._restores = False
        self._last: Optional[QgsPointXY] = None
        self._over: Optional[QgsPointXY] = None
        self._picture: Optional[StrokePicture] = None

    @property
    def is_busy(self) -> bool:
        """Whether a stroke is in hand."""
        return bool(self._way)

    def drop(self) -> None:
        """Let go of the stroke."""
        self._way, self._picture = [], None
        super().drop()
        self._show_ring()

    def deactivate(self) -> None:
        """Take the ring off the canvas, too."""
        self._over = None
        super().deactivate()

    def follow(self) -> None:
        """Draw ring and stroke anew."""
        self.limit()
        self._show_ring()
        if self._way:
            self._draw_all()

    def press(self, event: QgsMapMouseEvent) -> None:
        """Begin a stroke; with Shift from where the last one ended."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._restores = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        self._is_straight = shift and self._last is not None
        point = event.mapPoint()
        self._way = [self._last, point] if self._is_straight and self._last is not None else [point]
        self._draw_all()

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Go on with the stroke, and show the ring."""
        self._over = event.mapPoint()
        if self._way and event.buttons() & Qt.MouseButton.LeftButton:
            self._go_on(self._over, shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self._show_ring()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Hand the stroke over."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.finish()

    def finish(self) -> None:
        """Hand the stroke over as far as it is drawn."""
        if self._way and self._picture is not None and self.desk.target is not None:
            way, self._way = self._way, []
            self._last = way[-1]
            self._is_straight = False
            diameter = self.desk.choice.diameter(self.desk.target.pixel_m)
            stroke = Stroke(tuple(way), diameter, self._picture.runs)
            self.hand_over(stroke, purpose=RESTORE if self._restores else "")

    def _go_on(self, point: QgsPointXY, *, shift: bool) -> None:
        if shift and self._is_straight and len(self._way) > 1:
            self._way[-1] = point
            self._draw_all()
            return
        self._is_straight = shift
        self._way.append(point)
        if self._picture is not None:
            self.desk.hand.show_stroke(self._picture, self._picture.add(point))

    def _draw_all(self) -> None:
        target, canvas = self.desk.target, self.desk.canvas
        if target is None:
            return
        colour = _ERASER if self._restores else self.colour()
        diameter = self.desk.choice.diameter(target.pixel_m)
        self._picture = StrokePicture(
            target.pixel_map(), canvas.viewport().size(), canvas.devicePixelRatioF(), diameter, colour
        )
        for point in self._way:
            self._picture.add(point)
        self.desk.hand.show_stroke(self._picture, QRectF(0, 0, canvas.width(), canvas.height()))

    def _show_ring(self) -> None:
        target = self.desk.target
        if target is not None and self._over is not None:
            diameter = self.desk.choice.diameter(target.pixel_m)
            self.desk.hand.show_ring(ring_path(target.pixel_map(), self._over, diameter))
