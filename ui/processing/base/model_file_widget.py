"""The widget for one model file: a list of one's models by name, and a button for any other file."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ....core.errors import OutcropError
from ....core.model.card_file import SUFFIX, read_card
from ...settings import models_folder
from ...texts import tr
from .dialog_wrapper import DialogWrapper

_MOST_LISTED = 100


class ModelFileWidget(QWidget):
    """A box with the models of the work folder, the newest first, in which a file can be typed too."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.box = QComboBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.box.lineEdit().setPlaceholderText(tr("One of your models, or a model file"))
        self.box.setToolTip(tr("Your models, the newest first; any other model file can be typed or chosen"))
        for name, path in _models():
            self.box.addItem(name, path)
        self.box.setCurrentIndex(-1)
        self.box.currentTextChanged.connect(lambda _text: self.changed.emit())
        button = QToolButton()
        button.setText("…")
        button.setToolTip(tr("Choose a model file"))
        button.clicked.connect(self.choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(button)

    @property
    def file(self) -> str:
        """The file; empty where none is given."""
        text, index = self.box.currentText().strip(), self.box.currentIndex()
        return str(self.box.itemData(index)) if index >= 0 and text == self.box.itemText(index) else text

    @file.setter
    def file(self, path: str) -> None:
        index = self.box.findData(path)
        self.box.setCurrentIndex(index)
        if index < 0:
            self.box.setEditText(path)

    def choose(self) -> None:
        """Ask for a file."""
        folder = str(Path(self.file).parent) if self.file else str(models_folder())
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Choose a model file"), folder, f"{tr('Model files')} (*{SUFFIX})"
        )
        if chosen:
            self.file = chosen


class ModelFileWrapper(DialogWrapper):
    """Puts the widget into Processing's dialogs."""

    def createWidget(self) -> QWidget:
        """Make the widget."""
        widget = ModelFileWidget()
        widget.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        return widget

    def setValue(self, value: Any) -> None:  # noqa: N802  (QGIS's name)
        """Show a file."""
        self.widget.file = str(value or "")

    def value(self) -> Optional[str]:
        """Give the file; None where none is given."""
        return str(self.widget.file) or None


def _models() -> list[tuple[str, str]]:
    """Give the models of the work folder by name and file, the newest first; those that can't be read are left out."""
    folder = models_folder()
    paths = [path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")] if folder.is_dir() else []
    models = []
    for path in sorted(paths, key=lambda one: one.stat().st_mtime, reverse=True)[:_MOST_LISTED]:
        try:
            models.append((read_card(path).name, str(path)))
        except OutcropError:
            continue
    return models
