"""Behind the Data page: new layers to draw in, the drawing of a class, and places shown on the map."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsProject, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ....core.errors import BadInputError, OutcropError
from ...memory.memory import memory
from ...messages import Messages
from ...projects.training_layer import CLASS_FIELD, LAST_FOLDER, make_training_layer, training_path
from ...texts import error_text, tr
from ...zoom import zoom_to
from .data_page import DataPage
from .drawing import Drawing

_AROUND = 1.3
"""What is shown on the map has some of its surroundings with it."""


class DataControl(QObject):
    """Does what the Data page asks for."""

    def __init__(
        self, page: DataPage, project: QgsProject, canvas: QgsMapCanvas, messages: Messages,
        activate: Callable[[QgsVectorLayer], None], cad: Optional[QgsAdvancedDigitizingDockWidget] = None,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Take what is needed; `activate` and `cad` are those of the dock."""
        super().__init__(parent)
        self._page, self._project, self._canvas, self._messages = page, project, canvas, messages
        self.drawing = Drawing(canvas, activate, cad, self)
        page.new_layer_requested.connect(self._on_new_layer)
        page.draw_requested.connect(self._on_draw)
        page.polygons.labels_changed.connect(self.drawing.stop)
        page.show_on_map.connect(self._on_show)
        self.drawing.changed.connect(page.show_drawing)
        self.drawing.class_key.connect(page.table.press_number)

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self.drawing.shutdown()

    def _on_new_layer(self, elsewhere: bool) -> None:
        page, imagery = self._page, self._page.choice.imagery
        if imagery is None:
            return
        try:
            path = training_path(self._project, imagery, page if elsewhere else None)
            if path is None:
                return
            layer = make_training_layer(path, imagery.crs, self._project)
            memory().remember(LAST_FOLDER, str(path.parent))
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        page.choose_polygons(layer, CLASS_FIELD)
        self._messages.log(tr("New training layer: {path}", path=path))
        page.new_class.name.setFocus()

    def _on_draw(self, name: str) -> None:
        """Draw polygons of a class, or end it."""
        layer = self._page.polygons.currentLayer()
        if not name or not isinstance(layer, QgsVectorLayer):
            self.drawing.stop()
            return
        try:
            self.drawing.start(layer, self._page.class_field.currentField(), name)
        except OutcropError as error:
            self.drawing.stop()
            self._page.show_drawing("")
            self._messages.error(error_text(error))

    def _on_show(self, box: QgsRectangle) -> None:
        imagery = self._page.choice.imagery
        if imagery is None:
            return
        try:
            zoom_to(self._canvas, self._project, box, imagery.crs, _AROUND)
        except BadInputError as error:
            self._messages.warning(error_text(error))
