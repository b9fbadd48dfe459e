"""The banner over the pages that says what is missing before anything can be computed."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..texts import tr


class Banner(QWidget):
    """Holds the pages, with a yellow banner over them while there is something to say."""

    settings_requested = pyqtSignal()

    def __init__(self, pages: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.banner = QFrame()
        self.banner.setObjectName("banner")
        self.banner.setStyleSheet("QFrame#banner { background: rgba(255, 193, 7, 60); }")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.settings = QPushButton(tr("Choose Python…"))
        self.settings.setToolTip(tr("Name the Python that Outcrop computes with"))
        self.settings.clicked.connect(self.settings_requested)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.settings)
        inside = QVBoxLayout(self.banner)
        inside.addWidget(self.text)
        inside.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(pages, 1)
        self.banner.hide()

    def show_text(self, text: str) -> None:
        """Show a text, or nothing where it is empty."""
        self.text.setText(text)
        self.banner.setVisible(bool(text))
