"""Drawing: polygon after polygon of the class in hand, without a form; keys change the class, finish and end it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Optional

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolCapture,
    QgsMapToolDigitizeFeature,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ....core.errors import BadInputError
from ...layers.classes.class_style import class_value
from ...layers.layer_order import is_hidden_by
from ...texts import tr
from ...widgets.class_button import class_number

_FINISH = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def drawing_text(project: QgsProject, name: str, layer: Optional[QgsMapLayer], imagery: Optional[QgsMapLayer]) -> str:
    """Say how the polygons of a class are drawn, and that they can't be seen where their layer lies under the imagery.

    Empty where no class is drawn.
    """
    if not name:
        return ""
    text = tr(
        "Drawing “{name}”: click the corners; the right button or Return finishes the polygon. 1 to 9 choose "
        "another class, Esc ends.",
        name=name,
    )
    if layer is None or imagery is None or not is_hidden_by(project.layerTreeRoot(), layer.id(), imagery.id()):
        return text
    hidden = tr("“{layer}” lies under “{imagery}”: move it up in the list of layers to see what you draw.",
                layer=layer.name(), imagery=imagery.name())  # fmt: skip
    return f"{text} {hidden}"


class DigitisingTool(QgsMapToolDigitizeFeature):
    """QGIS's own tool for digitising, with keys: 1 to 9 choose a class, Return finishes a polygon, Esc ends drawing."""

    class_key = pyqtSignal(int)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, cad: QgsAdvancedDigitizingDockWidget) -> None:
        super().__init__(canvas, cad, QgsMapToolCapture.CaptureMode.CapturePolygon)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on a key; what isn't ours goes to QGIS, as Backspace does, which takes the last corner back."""
        number = class_number(event)
        if number:
            self.class_key.emit(number)
        elif event.key() in _FINISH and self.isCapturing():
            here = self.canvas().mouseLastXY()
            release = QgsMapMouseEvent(
                self.canvas(), QEvent.Type.MouseButtonRelease, QPoint(here), Qt.MouseButton.RightButton
            )
            self.cadCanvasReleaseEvent(release)
        elif event.key() == Qt.Key.Key_Escape and not self.isCapturing():
            self.ended.emit()
        else:
            super().keyPressEvent(event)
            return
        event.ignore()  # taken: the canvas does nothing more with it


class Drawing(QObject):
    """Draws polygons of one class after another into a layer; `changed` brings the class in hand, empty at the end."""

    changed = pyqtSignal(str)
    class_key = pyqtSignal(int)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        activate: Callable[[QgsVectorLayer], None],
        cad: Optional[QgsAdvancedDigitizingDockWidget] = None,
        parent: Optional[QObject] = None,
    ) -> None:
        """Draw on a canvas; `activate` makes a layer QGIS's current one, `cad` is QGIS's panel for exact digitising."""
        super().__init__(parent)
        self._canvas, self._activate = canvas, activate
        self._cad = cad
        self._own_cad: Optional[QgsAdvancedDigitizingDockWidget] = None
        self._tool: Optional[DigitisingTool] = None
        self._before: Optional[QgsMapTool] = None
        self._layer: Optional[QgsVectorLayer] = None
        self._field = self._name = ""

    @property
    def name(self) -> str:
        """The class in hand; empty while nothing is drawn."""
        return self._name

    def start(self, layer: QgsVectorLayer, field: str, name: str) -> None:
        """Draw this class into a layer from now on; a polygon that is half drawn becomes of this class too.

        Raises:
            BadInputError: The layer can't be edited, or its field can't hold the class; says what to do.
        """
        if class_value(layer, field, name) is None:
            raise BadInputError(_unfit(layer, field, name))
        if not layer.isEditable() and not layer.startEditing():
            raise BadInputError(
                tr(
                    "“{name}” can't be edited. Save it as a GeoPackage first: right click ▸ Export ▸ Save Features As.",
                    name=layer.name(),
                )
            )
        if self._layer is not layer:
            self._leave_layer()
            self._layer = layer
            layer.editingStopped.connect(self.stop)
            layer.willBeDeleted.connect(self._on_deletion)
        self._field, self._name = field, name
        if self._tool is None:
            self._activate(layer)
            self._begin(layer)
        self._canvas.setFocus()
        self.changed.emit(name)

    def stop(self) -> None:
        """End drawing, and give the canvas the tool back that it had; what was drawn stays in the layer's edits."""
        tool, before = self._tool, self._before
        if tool is not None and self._canvas.mapTool() is tool:
            if before is not None and not sip.isdeleted(before):
                self._canvas.setMapTool(before)
            else:
                self._canvas.unsetMapTool(tool)
        self._end()

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self.stop()
        if self._own_cad is not None:
            sip.delete(self._own_cad)
            self._own_cad = self._cad = None

    def _begin(self, layer: QgsVectorLayer) -> None:
        self._canvas.setCurrentLayer(layer)
        self._before = self._canvas.mapTool()
        if self._cad is None:
            self._cad = self._own_cad = QgsAdvancedDigitizingDockWidget(self._canvas)
        tool = DigitisingTool(self._canvas, self._cad)
        tool.setLayer(layer)
        tool.digitizingCompleted.connect(self._add)
        tool.class_key.connect(self.class_key)
        tool.ended.connect(self.stop)
        self._tool = tool
        self._canvas.setMapTool(tool)
        tool.deactivated.connect(self._end)

    def _add(self, drawn: QgsFeature) -> None:
        """Put a polygon into the layer, as one step that can be undone."""
        layer = self._layer
        if layer is None:
            return
        shapes = drawn.geometry().coerceToType(layer.wkbType())
        if not shapes:
            return
        index = layer.fields().indexOf(self._field)
        values = {index: class_value(layer, self._field, self._name)}
        layer.beginEditCommand(tr("Polygon of “{name}”", name=self._name))
        feature = QgsVectorLayerUtils.createFeature(layer, shapes[0], values, layer.createExpressionContext())
        layer.addFeature(feature)
        layer.endEditCommand()
        layer.triggerRepaint()

    def _end(self) -> None:
        """Take note that drawing has ended, whoever ended it."""
        tool, self._tool, self._before = self._tool, None, None
        self._leave_layer()
        if tool is None:
            return
        tool.deactivated.disconnect(self._end)
        tool.deleteLater()
        self._name = ""
        self.changed.emit("")

    def _leave_layer(self) -> None:
        layer, self._layer = self._layer, None
        if layer is not None:
            layer.editingStopped.disconnect(self.stop)
            layer.willBeDeleted.disconnect(self._on_deletion)

    def _on_deletion(self) -> None:
        self._layer = None
        self.stop()


def _unfit(layer: QgsVectorLayer, field: str, name: str) -> str:
    index = layer.fields().indexOf(field)
    if index < 0:
        return tr("Choose the field of “{layer}” that holds the class first.", layer=layer.name())
    if layer.fields().at(index).isNumeric():
        return tr("The field “{field}” of “{layer}” holds numbers; “{name}” is none. Give the class a number.",
                  field=field, layer=layer.name(), name=name)  # fmt: skip
    return tr("The field “{field}” of “{layer}” can't hold “{name}”. Give the class a shorter name.",
              field=field, layer=layer.name(), name=name)  # fmt: skip
