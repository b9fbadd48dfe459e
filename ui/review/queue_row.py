"""The row of the queue: what asks for tiles, and the answers."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ...core.review.fields import CORRECTED, RIGHT, SKIPPED
from ..texts import tr
from ..widgets.page import grey_label


class QueueRow(QWidget):
    """`asked` wants a further round of tiles, `answered` brings a verdict, `stepped` goes on (1) or back (−1)."""

    asked = pyqtSignal()
    answered = pyqtSignal(str)
    stepped = pyqtSignal(int)
    again_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.ask = QPushButton(tr("Where to look next"))
        self.ask.setToolTip(
            tr(
                "Choose ten tiles of the map that teach most: typical ones first, then those where a second kind of "
                "model disagrees"
            )
        )
        self.again = QPushButton(tr("Train again"))
        self.again.setToolTip(
            tr("Learn from the polygons and the corrections, map the same extent again, and show what changed")
        )
        self.back, self.on = _button("◀", tr("The tile before (P)")), _button("▶", tr("The next tile (N)"))
        self.verdicts = {
            RIGHT: _button(tr("Right"), tr("The map is right here as it is (R)")),
            CORRECTED: _button(tr("Corrected"), tr("What was wrong here has been corrected (C)")),
            SKIPPED: _button(tr("Skip"), tr("It can't be told from the imagery (K)")),
        }
        self.status = grey_label()
        top, self._tiles = QHBoxLayout(), QWidget()
        top.setSpacing(6)
        top.addWidget(self.ask, 1)
        top.addWidget(self.again)
        answers = QHBoxLayout(self._tiles)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(4)
        for button in (self.back, *self.verdicts.values(), self.on):
            answers.addWidget(button)
        answers.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        rows.addLayout(top)
        rows.addWidget(self._tiles)
        rows.addWidget(self.status)
        self.show_tiles("")
        self.ask.clicked.connect(self.asked)
        self.again.clicked.connect(self.again_requested)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        for verdict, button in self.verdicts.items():
            button.clicked.connect(lambda _checked, given=verdict: self.answered.emit(given))

    def show_tiles(self, text: str) -> None:
        """Show the answers with a text on how far it is; without one there are no tiles."""
        self._tiles.setVisible(bool(text))
        self.tell(text)

    def tell(self, text: str) -> None:
        """Show a text, or none."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def set_busy(self, busy: bool) -> None:
        """Show that tiles are being chosen."""
        self.ask.setEnabled(not busy)
        if busy:
            self.tell(tr("Choosing tiles…"))


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
