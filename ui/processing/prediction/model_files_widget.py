"""The widget for several model files, where QGIS's own forgets files that history or “Autofill” sets (QGIS #66029)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ....core.model.card_file import SUFFIX
from ...settings import models_folder
from ...texts import tr
from ..base.dialog_wrapper import DialogWrapper

_BETWEEN = ";"


class ModelFilesWidget(QWidget):
    """A line with the files, semicolons between them, and a button to choose them."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("Model files, with semicolons between them"))
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        button = QToolButton()
        button.setText("…")
        button.setToolTip(tr("Choose model files"))
        button.clicked.connect(self.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(button)

    @property
    def files(self) -> list[str]:
        """The files."""
        return [part.strip() for part in self.line.text().split(_BETWEEN) if part.strip()]

    @files.setter
    def files(self, chosen: list[str]) -> None:
        self.line.setText(f"{_BETWEEN} ".join(chosen))

    def choose(self) -> None:
        """Ask for files."""
        folder = str(Path(self.files[0]).parent) if self.files else str(models_folder())
        kinds = f"{tr('Model files')} (*{SUFFIX})"
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Choose model files"), folder, kinds)
        if chosen:
            self.files = chosen


class ModelFilesWrapper(DialogWrapper):
    """Puts the widget into Processing's dialogs."""

    def createWidget(self) -> QWidget:
        """Make the widget."""
        widget = ModelFilesWidget()
        widget.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        return widget

    def setValue(self, value: Any) -> None:  # noqa: N802  (QGIS's name)
        """Show files."""
        self.widget.files = [value] if isinstance(value, str) else [str(one) for one in value or []]

    def value(self) -> list[str]:
        """Give the files."""
        return list(self.widget.files)
