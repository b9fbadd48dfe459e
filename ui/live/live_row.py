"""The live map's row on a page: the switch, one update, and what can become of a sketch."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ..texts import tr
from ..widgets.page import grey_label


class LiveRow(QWidget):
    """Switches the live map on and off; `told` texts stand below."""

    switched = pyqtSignal(bool)
    update_requested = pyqtSignal()
    train_requested = pyqtSignal()
    save_requested = pyqtSignal()
    unsure_toggled = pyqtSignal(bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.live = QPushButton(tr("Live map"))
        self.live.setCheckable(True)
        self.live.setToolTip(
            tr(
                "Map what the canvas shows again after every polygon or correction, with a small model that learns "
                "within a second. It is a sketch to draw by, not a trained model."
            )
        )
        self.once = QPushButton(tr("Update once"))
        self.once.setToolTip(tr("Sketch what the canvas shows now, and not again until you ask"))
        self.more = QToolButton()
        self.more.setText("⋯")
        self.more.setToolTip(tr("What can become of the sketch"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        self.train = menu.addAction(tr("Train a model with these labels"))
        self.save = menu.addAction(tr("Save the sketch as a model"))
        menu.addSeparator()
        self.unsure = menu.addAction(tr("Show where it is unsure"))
        self.unsure.setCheckable(True)
        self.more.setMenu(menu)
        self.status = grey_label()
        line = QHBoxLayout()
        line.setSpacing(6)
        for button in (self.live, self.once):
            line.addWidget(button, 1)
        line.addWidget(self.more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(line)
        rows.addWidget(self.status)
        self.status.hide()
        self.live.toggled.connect(self.switched)
        self.once.clicked.connect(self.update_requested)
        self.train.triggered.connect(self.train_requested)
        self.save.triggered.connect(self.save_requested)
        self.unsure.toggled.connect(self.unsure_toggled)

    def set_possible(self, possible: bool, can_train: bool) -> None:
        """Say whether there is something to sketch, and whether the labels are enough to train on."""
        for widget in (self.live, self.once, self.more):
            widget.setEnabled(possible)
        for action in (self.train, self.save):
            action.setEnabled(can_train)

    def show_live(self, *, on: bool) -> None:
        """Show the switch as it stands on another page."""
        self.live.blockSignals(True)
        self.live.setChecked(on)
        self.live.blockSignals(False)

    def show_unsure(self, *, on: bool) -> None:
        """Show the menu's check as it stands on another page."""
        self.unsure.blockSignals(True)
        self.unsure.setChecked(on)
        self.unsure.blockSignals(False)

    def tell(self, text: str) -> None:
        """Show a text, or none."""
        self.status.setText(text)
        self.status.setVisible(bool(text))
