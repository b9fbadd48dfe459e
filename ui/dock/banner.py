"""The banner over the pages that says what is amiss with the computing environment, and what to do."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ..messages import DetailsDialog
from ..setup.keeper import FAILED, MISSING, OUTDATED, PARTLY, READY, SETTING_UP, State
from ..texts import tr
from ..widgets.page import wrapped_label

_YELLOW, _RED, _BLUE = "rgba(255, 193, 7, 60)", "rgba(220, 53, 69, 60)", "rgba(13, 110, 253, 45)"
_COLOURS = {FAILED: _RED, SETTING_UP: _BLUE}


class Banner(QWidget):
    """Holds the pages, with a banner over them while there is something to say."""

    setup_requested = pyqtSignal()
    cancel_requested = pyqtSignal()

    def __init__(self, pages: QWidget, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._state = State(READY)
        self.banner = QFrame()
        self.banner.setObjectName("banner")
        self.text = wrapped_label()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.setup = QPushButton()
        self.setup.setToolTip(tr("Show what would be installed, where, and how large it is; nothing happens yet"))
        self.setup.clicked.connect(self.setup_requested)
        self.details = QPushButton(tr("Details"))
        self.details.setToolTip(tr("What the installer said last, to read and to copy"))
        self.details.clicked.connect(self._show_details)
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop setting up; what is installed already is kept"))
        self.cancel.clicked.connect(self.cancel_requested)
        line = QHBoxLayout()
        line.addStretch(1)
        for button in (self.details, self.cancel, self.setup):
            line.addWidget(button)
        inside = QVBoxLayout(self.banner)
        inside.addWidget(self.text)
        inside.addWidget(self.bar)
        inside.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(pages, 1)
        self.show_state(self._state)

    def show_state(self, state: State) -> None:
        """Show how things stand; nothing where all is well."""
        busy = state.kind == SETTING_UP
        if state.kind != self._state.kind or not self.banner.styleSheet():
            colour = _COLOURS.get(state.kind, _YELLOW)
            self.banner.setStyleSheet(f"QFrame#banner {{ background: {colour}; }}")
        self._state = state
        self.text.setText(state.text)
        self.bar.setVisible(busy)
        self.bar.setValue(round(1000 * state.fraction))
        self.cancel.setVisible(busy)
        self.details.setVisible(bool(state.details) and not busy)
        self.setup.setText(_buttons().get(state.kind, tr("Set up…")))
        self.banner.setVisible(state.kind != READY)

    def _show_details(self) -> None:
        DetailsDialog.open_for(self._state.text, self._state.details, self.window())


def _buttons() -> dict[str, str]:
    return {
        MISSING: tr("Set up…"), SETTING_UP: tr("Show…"), FAILED: tr("Look into it…"), OUTDATED: tr("Renew…"),
        PARTLY: tr("Add PyTorch…"),
    }  # fmt: skip
