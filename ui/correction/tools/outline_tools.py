"""Tools that draw around pixels: polygon, freehand, rectangle; and the line that cuts polygons."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QPainterPath, QPolygonF

from ...texts import tr
from ..shapes import BECOMES, DrawnArea, Line
from ..tool import CorrectionTool, Desk, centre_of
from ..tool_kinds import ToolKind

_NEARER_PX = 2.0


class OutlineTool(CorrectionTool):
    """Keeps corners in the canvas's coordinate system, and draws what they enclose."""

    def __init__(self, desk: Desk, kind: ToolKind) -> None:
        super().__init__(desk, kind)
        self._corners: list[QgsPointXY] = []
        self._over: Optional[QgsPointXY] = None

    @property
    def is_busy(self) -> bool:
        """Whether corners are in hand."""
        return bool(self._corners)

    @property
    def only(self) -> int:
        """The class that pixels must have now: where none is chosen, A of “A becomes B” is the first corner's."""
        chosen = super().only
        if self.kind.purpose != BECOMES or chosen or not self._corners:
            return chosen
        return self._class_under(self._corners[0])

    def drop(self) -> None:
        """Let go of the corners."""
        self._corners, self._over = [], None
        super().drop()

    def finish(self) -> None:
        """Hand over what the corners enclose."""
        if len(self._corners) >= 3:
            self._hand_over_corners(self._corners)

    def step_back(self) -> None:
        """Take the last corner back."""
        self._corners = self._corners[:-1]
        self.follow()

    def follow(self) -> None:
        """Draw the outline anew."""
        self.limit()
        target = self.desk.target
        if target is None or not self._corners:
            self.desk.hand.show_outline(QPainterPath(), QColor())
            return
        pixels = target.pixel_map()
        corners = self._shown_corners()
        path = QPainterPath()
        path.addPolygon(QPolygonF([pixels.screen_of(corner) for corner in corners]))
        if len(corners) > 2:
            path.closeSubpath()
        self.desk.hand.show_outline(path, self.colour(110))

    def _shown_corners(self) -> list[QgsPointXY]:
        return [*self._corners, *([self._over] if self._over is not None else [])]

    def _hand_over_corners(self, corners: list[QgsPointXY]) -> None:
        only = 0
        if self.kind.purpose == BECOMES:
            only = self.only
            if only in (0, self.desk.choice.class_id):
                self.told.emit(tr("Choose another class than the one that is to change, or begin on that one."))
                return
        self._corners, self._over = [], None
        self.hand_over(DrawnArea(QgsGeometry.fromPolygonXY([[*corners, corners[0]]])), only=only)

    def _class_under(self, point: QgsPointXY) -> int:
        return self.desk.target.class_at(point) if self.desk.target is not None else 0

    def _tell_becomes(self, at: QPointF) -> None:
        """Write beside the cursor which class becomes which."""
        target, choice = self.desk.target, self.desk.choice
        if self.kind.purpose != BECOMES or target is None or not self._corners:
            return
        texts = {"a": target.name_of(self.only) or tr("nothing"), "b": target.name_of(choice.class_id)}
        self.desk.hand.show_word("{a} → {b}".format(**texts), at)


class PolygonTool(OutlineTool):
    """A click for each corner; a right click or a double click finishes."""

    def press(self, event: QgsMapMouseEvent) -> None:
        """Add a corner."""
        self._corners.append(event.mapPoint())
        self._over = None
        self.follow()
        self._tell_becomes(centre_of(event))

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Draw the edge to the cursor."""
        if self._corners:
            self._over = event.mapPoint()
            self.follow()
            self._tell_becomes(centre_of(event))

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Finish with the right button."""
        if event.button() == Qt.MouseButton.RightButton and self._corners:
            self._end()

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Finish; the click before has set the last corner."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._end()

    def _end(self) -> None:
        if len(self._corners) >= self._least:
            self.finish()
        else:
            self.told.emit(tr("Click at least {n} places first, then finish.", n=self._least))

    @property
    def _least(self) -> int:
        return 3


class LineTool(PolygonTool):
    """A click for each bend of a line that cuts polygons."""

    def finish(self) -> None:
        """Hand the line over."""
        if len(self._corners) >= self._least:
            points, self._corners, self._over = tuple(self._corners), [], None
            self.hand_over(Line(points))

    def follow(self) -> None:
        """Draw the line anew, open."""
        target = self.desk.target
        path = QPainterPath()
        if target is not None and self._corners:
            pixels = target.pixel_map()
            path.addPolygon(QPolygonF([pixels.screen_of(corner) for corner in self._shown_corners()]))
        self.desk.hand.show_outline(path, QColor(0, 0, 0, 0))

    @property
    def _least(self) -> int:
        return 2


class FreehandTool(OutlineTool):
    """Follows the mouse with the button held."""

    def press(self, event: QgsMapMouseEvent) -> None:
        """Begin."""
        self._corners = [event.mapPoint()]
        self._at = centre_of(event)

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Go on, where the mouse has moved far enough."""
        moved = centre_of(event)
        if self._corners and event.buttons() & Qt.MouseButton.LeftButton:
            if (moved - self._at).manhattanLength() >= _NEARER_PX:
                self._at = moved
                self._corners.append(event.mapPoint())
            self.follow()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Finish where the button is let go; a mere click drops it."""
        if event.button() == Qt.MouseButton.LeftButton and self._corners:
            if len(self._corners) >= 3:
                self.finish()
            else:
                self.drop()


class RectangleTool(OutlineTool):
    """Drags from corner to corner, along the canvas's edges; two clicks do the same."""

    def press(self, event: QgsMapMouseEvent) -> None:
        """Begin with a corner, or end with the one across where a click has begun."""
        if self._corners:
            self._over = event.mapPoint()
            self.finish()
        else:
            self._corners, self._at = [event.mapPoint()], centre_of(event)

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Follow with the corner across."""
        if self._corners:
            self._over = event.mapPoint()
            self.follow()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Finish where the button is let go; after a mere click the next one finishes."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and self._corners and (centre_of(event) - self._at).manhattanLength() > 2 * _NEARER_PX:
            self._over = event.mapPoint()
            self.finish()

    def finish(self) -> None:
        """Hand the rectangle over."""
        corners = self._shown_corners()
        if len(corners) == 4:
            self._hand_over_corners(corners)

    def _shown_corners(self) -> list[QgsPointXY]:
        """Give four corners, on the screen's horizontals and verticals whichever way the map is turned."""
        target = self.desk.target
        if target is None or self._over is None or not self._corners:
            return list(self._corners)
        pixels = target.pixel_map()
        start, end = pixels.screen_of(self._corners[0]), pixels.screen_of(self._over)
        across = pixels.point_at(QPointF(end.x(), start.y())), pixels.point_at(QPointF(start.x(), end.y()))
        return [self._corners[0], across[0], self._over, across[1]]
