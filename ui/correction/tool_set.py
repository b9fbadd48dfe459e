"""The tool set: all tools of the Correct page on one canvas, of which one at most is the canvas's, and their keys."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QPoint, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ..texts import tr
from .choice import Choice
from .keys import HIDE, Keys
from .tool import CorrectionTool, Desk, Target
from .tool_kinds import BRUSH, FREEHAND, LINE, POLYGON, RECTANGLE, REGION, SIMILAR, TOOLS
from .tools.brush_tool import BrushTool
from .tools.outline_tools import FreehandTool, LineTool, PolygonTool, RectangleTool
from .tools.region_tool import RegionTool
from .tools.similar_tool import SimilarTool

_MADE_BY = {
    BRUSH: BrushTool, POLYGON: PolygonTool, FREEHAND: FreehandTool, RECTANGLE: RectangleTool, REGION: RegionTool,
    SIMILAR: SimilarTool, LINE: LineTool,
}  # fmt: skip


class ToolSet(QObject):
    """`requested` brings what was drawn, `taken` the tool's name (empty: none), `asked` what a key asks for."""

    requested = pyqtSignal(object)
    taken = pyqtSignal(str)
    asked = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, canvas: QgsMapCanvas, choice: Choice, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._canvas, self._choice = canvas, choice
        self.desk = Desk(canvas, choice)
        self.tools = {kind.name: _MADE_BY[kind.draws](self.desk, kind) for kind in TOOLS}
        self._before: Optional[QgsMapTool] = None
        self._swipes = False
        self.keys = Keys(self)
        self.keys.watch(canvas)
        self.keys.pressed.connect(self._on_key)
        self.keys.released.connect(self._on_released)
        for tool in self.tools.values():
            tool.requested.connect(self.requested)
            tool.told.connect(self.told)
            tool.picked.connect(self._pick)
        choice.changed.connect(self._follow)
        canvas.extentsChanged.connect(self._follow)
        canvas.mapToolSet.connect(self._on_tool_set)
        canvas.xyCoordinates.connect(self._on_moved)
        self._doers: dict[str, Callable[[], None]] = {
            "eyedropper": lambda: self._pick(self._point_under_cursor()),
            "swap": choice.swap, "smaller": lambda: self._turn(-1), "larger": lambda: self._turn(1),
            HIDE: lambda: self.desk.beneath.show_all(True), "swipe": self._toggle_swipe, "drop": self._drop,
            "finish": self._on_finish, "back": self._on_back,
        }  # fmt: skip

    @property
    def current(self) -> Optional[CorrectionTool]:
        """The tool that the canvas has, if it is one of these."""
        tool = self._canvas.mapTool()
        return tool if isinstance(tool, CorrectionTool) and tool in self.tools.values() else None

    def watch(self, page: QWidget) -> None:
        """Take keys from a page of the dock, too, while a tool is used."""
        self.keys.watch(self._canvas, page)

    def set_target(self, target: Optional[Target]) -> None:
        """Correct something else; what is in hand is dropped, and without a target the canvas is given back."""
        if self.current is not None:
            self.current.drop()
        self.desk.target = target
        if target is None:
            self.leave()

    def take(self, name: str) -> None:
        """Give the canvas a tool, and the keyboard to the canvas."""
        if self.current is None:
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(self.tools[name])
        self._canvas.setFocus()

    def leave(self) -> None:
        """Give the canvas back to the tool that it had before."""
        if self.current is not None:
            self._canvas.unsetMapTool(self.current)
            if self._before is not None and not sip.isdeleted(self._before):
                self._canvas.setMapTool(self._before)
        self._before = None

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self.leave()
        self._canvas.extentsChanged.disconnect(self._follow)
        self._canvas.mapToolSet.disconnect(self._on_tool_set)
        self._canvas.xyCoordinates.disconnect(self._on_moved)
        self._canvas.removeEventFilter(self.keys)
        self.desk.shutdown()
        for tool in self.tools.values():
            tool.deleteLater()

    def _on_tool_set(self, *_tools: object) -> None:
        tool = self.current
        self.keys.is_on = tool is not None
        if tool is None:
            self._show_map()
        self.taken.emit(tool.kind.name if tool is not None else "")

    def _show_map(self) -> None:
        self._swipes = False
        self.desk.beneath.show_left_of(None)

    def _follow(self) -> None:
        if self.current is not None:
            self.current.follow()

    def _on_key(self, name: str) -> None:
        if name in self._doers:
            self._doers[name]()
        else:
            self.asked.emit(name)

    def _on_released(self, _name: str) -> None:
        self.desk.beneath.show_left_of(self._cursor().x() if self._swipes else None)

    def _toggle_swipe(self) -> None:
        self._swipes = not self._swipes
        self.desk.beneath.show_left_of(self._cursor().x() if self._swipes else None)

    def _on_moved(self, _point: QgsPointXY) -> None:
        if self._swipes:
            self.desk.beneath.show_left_of(self._cursor().x())

    def _drop(self) -> None:
        tool = self.current
        if tool is not None and tool.is_busy:
            tool.drop()
        else:
            self.leave()

    def _on_finish(self) -> None:
        if self.current is not None:
            self.current.finish()

    def _on_back(self) -> None:
        if self.current is not None:
            self.current.step_back()

    def _turn(self, steps: float) -> None:
        if self.current is not None:
            self.current.turn(steps)

    def _pick(self, point: QgsPointXY) -> None:
        """Take the class at a place."""
        target = self.desk.target
        class_id = target.class_at(point) if target is not None else 0
        if class_id:
            self._choice.take_class(class_id)
        else:
            self.told.emit(tr("There is no class here."))

    def _cursor(self) -> QPoint:
        return self._canvas.mouseLastXY()

    def _point_under_cursor(self) -> QgsPointXY:
        at = self._cursor()
        return self._canvas.getCoordinateTransform().toMapCoordinates(at.x(), at.y())
