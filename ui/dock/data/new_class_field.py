"""The field for a new class: its name and Return, and it can be drawn."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from ...texts import tr


class NewClassField(QWidget):
    """Asks for a class's name; `named` brings it."""

    named = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Add a class: type its name"))
        self.name.setToolTip(tr("Name of a further class; Return adds it, and its polygons can be drawn at once"))
        self.add = QToolButton()
        self.add.setIcon(QgsApplication.getThemeIcon("/symbologyAdd.svg"))
        self.add.setIconSize(QSize(16, 16))
        self.add.setToolTip(tr("Add the class and draw its polygons"))
        self.add.setEnabled(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.add)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._tell)
        self.add.clicked.connect(self._tell)

    def _tell(self) -> None:
        name = self.name.text().strip()
        if name:
            self.name.clear()
            self.named.emit(name)
