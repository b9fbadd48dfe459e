"""What puts widgets of our own into Processing's dialogs."""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import WidgetWrapper
from qgis.gui import QgsGui


class DialogWrapper(WidgetWrapper):
    """Puts a widget into dialogs; the model designer, where values come from other steps, has its own."""

    def __new__(cls, param: Any, dialog: Any, row: int = 0, col: int = 0) -> Any:
        """Make the wrapper that suits a dialog."""
        if type(dialog).__name__ != "ModelerParametersDialog":
            return super().__new__(cls, param, dialog, row, col)
        registry = QgsGui.processingGuiRegistry()
        widget = registry.createModelerParameterWidget(dialog.model, dialog.childId, param, dialog.context)
        widget.setDialog(dialog)
        return widget
