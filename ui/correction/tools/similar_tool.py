"""The wand: what looks alike around the cursor in the imagery as it is drawn, gathered while the button is held."""

from __future__ import annotations

from typing import Optional

import numpy as np
from qgis.core import QgsGeometry
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QPainterPath, QPolygonF

from ....core.correction.pixels.outline import outline
from ....core.correction.pixels.runs import Runs
from ..canvas.look_alike import SIDE, look_alike
from ..shapes import DrawnArea
from ..tool import CorrectionTool, Desk, centre_of
from ..tool_kinds import ToolKind


class SimilarTool(CorrectionTool):
    """Outlines while hovering; Alt and the wheel change the tolerance."""

    def __init__(self, desk: Desk, kind: ToolKind) -> None:
        super().__init__(desk, kind)
        self._gathered: Optional[Runs] = None
        self._over: Optional[QPointF] = None
        self.desk.beneath.ready.connect(self._on_ready)

    @property
    def is_busy(self) -> bool:
        """Whether pixels are gathered."""
        return self._gathered is not None

    def activate(self) -> None:
        """Have the imagery drawn before it is needed."""
        super().activate()
        self.desk.beneath.picture()

    def drop(self) -> None:
        """Let go of what is gathered."""
        self._gathered, self._over = None, None
        super().drop()

    def turn(self, steps: float) -> None:
        """Change the tolerance."""
        self.desk.choice.loosen(steps)

    def follow(self) -> None:
        """Draw the outline anew."""
        self.limit()
        if self._over is None:
            return
        seen = self._alike(self._over)
        if self._gathered is not None:
            seen = self._gathered = self._gathered | seen
        self.desk.hand.show_outline(self._path(seen), self.colour(110))

    def press(self, event: QgsMapMouseEvent) -> None:
        """Begin to gather."""
        self._over, self._gathered = centre_of(event), Runs.none()
        self.follow()

    def move_to(self, event: QgsMapMouseEvent) -> None:
        """Look around the cursor."""
        self._over = centre_of(event)
        self.follow()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        """Hand over what is gathered."""
        if event.button() != Qt.MouseButton.LeftButton or self._gathered is None:
            return
        gathered, self._gathered = self._gathered, None
        target = self.desk.target
        if target is not None and not gathered.is_empty:
            pixels = target.pixel_map()
            polygons = [
                [[pixels.point_at(QPointF(*corner)) for corner in ring / self._ratio] for ring in polygon]
                for polygon in outline(gathered)
            ]
            self.hand_over(DrawnArea(QgsGeometry.fromMultiPolygonXY(polygons)))

    @property
    def _ratio(self) -> float:
        return float(self.desk.canvas.devicePixelRatioF())

    def _alike(self, at: QPointF) -> Runs:
        """Give the pixels of the screen around a point that look like it."""
        colours = self.desk.beneath.colours_around(at, SIDE)
        if colours is None:
            return Runs.none()
        mask = look_alike(colours, self.desk.choice.tolerance)
        row, col = round(at.y() * self._ratio) - SIDE // 2, round(at.x() * self._ratio) - SIDE // 2
        return Runs.of_mask(np.ascontiguousarray(mask), row, col)

    def _path(self, seen: Runs) -> QPainterPath:
        path = QPainterPath()
        for polygon in outline(seen):
            for ring in polygon:
                path.addPolygon(QPolygonF([QPointF(*corner) for corner in ring / self._ratio]))
        return path

    def _on_ready(self) -> None:
        if self.isActive():
            self.follow()
