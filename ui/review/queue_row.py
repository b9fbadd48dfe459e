"""The row of the queue: what asks for tiles, and the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.assessment.sampling.fields import CANNOT_TELL
from ...core.review.fields import CORRECTED, RIGHT, SKIPPED
from ..texts import as_plain, tr
from ..widgets.layouts import clear
from ..widgets.page import grey_label

_KEYS = 9


class QueueRow(QWidget):
    """`asked` wants a further round, `answered` brings a verdict or a class, `stepped` goes on (1) or back (−1)."""

    asked = pyqtSignal()
    answered = pyqtSignal(str)
    stepped = pyqtSignal(int)
    again_requested = pyqtSignal()
    note_toggled = pyqtSignal(bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.ask = QPushButton(tr("Where to look next"))
        self.ask.setToolTip(
            tr(
                "Choose ten tiles of the map that teach most, and three random places among them, which tell how right "
                "the map is and are never learned from"
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
        self.status, self.accuracy = grey_label(), grey_label()
        self.note = QCheckBox(tr("Note what I look over"))
        self.note.setToolTip(
            tr(
                "Keep which parts of the map you have looked at closely enough, by whom and when, in a layer of their "
                "own; nothing is learned from it"
            )
        )
        self.seen = grey_label()
        self._places, self._classes = _two_columns()
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
        for widget in (self._tiles, self._places, self.status, self.accuracy, self.note, self.seen):
            rows.addWidget(widget)
        self.show_tiles("")
        self.offer([])
        self.show_accuracy("")
        self.show_seen("")
        self.note.toggled.connect(self.note_toggled)
        self.ask.clicked.connect(self.asked)
        self.again.clicked.connect(self.again_requested)
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        for verdict, button in self.verdicts.items():
            button.clicked.connect(lambda _checked, answer=verdict: self.answered.emit(answer))

    def show_tiles(self, text: str) -> None:
        """Show the answers with a text on how far it is; without one there are no tiles."""
        self._tiles.setVisible(bool(text))
        self.tell(text)

    def offer(self, classes: Sequence[str]) -> None:
        """Offer classes for a random place; without any there are verdicts for a tile."""
        clear(self._classes)
        for index, name in enumerate((*classes, CANNOT_TELL) if classes else ()):
            key = f"{index + 1}  " if index < min(_KEYS, len(classes)) else ""
            text, tip = (name, tr("This place is {name}", name=name))
            if name == CANNOT_TELL:
                text, tip = tr("Can't tell"), tr("The imagery doesn't show what is there (?)")
            button = QPushButton(f"{key}{text}".replace("&", "&&"))
            button.setToolTip(as_plain(tip))
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # long names widen no page
            button.clicked.connect(lambda _checked, answer=name: self.answered.emit(answer))
            self._classes.addWidget(button, index // 2, index % 2)
        self._places.setVisible(bool(classes))
        for button in self.verdicts.values():
            button.setVisible(not classes)

    def show_accuracy(self, text: str) -> None:
        """Show how right the map is at the random places, or nothing."""
        self.accuracy.setText(text)
        self.accuracy.setVisible(bool(text))

    def show_seen(self, text: str) -> None:
        """Show how much of the map was looked over, or nothing."""
        self.seen.setText(text)
        self.seen.setVisible(bool(text))

    def tell(self, text: str) -> None:
        """Show a text, or none."""
        self.status.setText(text)
        self.status.setVisible(bool(text))

    def set_busy(self, busy: bool) -> None:
        """Show that tiles are being chosen."""
        self.ask.setEnabled(not busy)
        if busy:
            self.tell(tr("Choosing tiles…"))


def _two_columns() -> tuple[QWidget, QGridLayout]:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(4)
    for column in range(2):
        grid.setColumnStretch(column, 1)
    return box, grid


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    return button
