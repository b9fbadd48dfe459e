"""The picker: the connected region of one class under the cursor, or the polygon, outlined before it is clicked."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPainterPath

from ..shapes import Picks
from ..tool import CorrectionTool, Desk
from ..tool_kinds import ToolKind


class RegionTool(CorrectionTool):
    """Outlines while hovering; a click takes the region, Shift and click gather several."""

    def __init__(self, desk: Desk, kind: ToolKind) -> None:
        super().__init__(desk, kind)
        self._gathered: list[QgsPointXY] = []
        self._over: Optional[QgsPointXY] = None

    @property
    def is_busy(self) -> bool:
        """Whether regions are gathered."""
        return bool(self._gathered)

    def drop(self) -> None:
        """Let go of what is gathered."""
        self._gathered, self._over = [], None
        super().drop()

    def finish(self) -> None:
        """Hand over what is gathered."""
        if self._gathered:
            points, self._gathered = tuple(self._gathered), []
            self.hand_over(Picks(points))

    def step_back(self) -> None:
        """Let go of the last one."""
        self._gathered = self._gathered[:-1]
        self.follow()

    def follow(self) -> None:
        """Draw the outlines anew."""
        self.limit()
        target = self.desk.target
        path = QPainterPath()
        if target is not None:
            for point in [*self._gathered, *([self._over] if self._over is not None else [])]:
                path.addPath(target.region_path(point))
        path.setFillRule(Qt.FillRule.WindingFill if self._gathered else Qt.FillRule.OddEvenFill)
        self.desk.hand.show_outline(path, self.colour(110))

    def press(self, event: QgsMapMouseEvent) -> None:
        """Gather the region with Shift; else hand it over with what is gathered."""
        target = self.desk.target
        if target is None or target.region_path(event.mapPoint()).isEmpty():
            return
        self._gathered.append(event.mapPoint())
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.follow()
        else:
            self.finish()

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Outline the region under the cursor."""
        self._over = event.mapPoint()
        self.follow()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Finish with the right button."""
        if event.button() == Qt.MouseButton.RightButton:
            self.finish()
