"""The legend as buttons: the class to paint with, by mouse or by its number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from qgis.PyQt.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QToolButton, QWidget

from ...texts import tr
from ...widgets.class_button import ClassButton
from ...widgets.layouts import clear

Entry = tuple[int, str, QColor]
"""Id, name and colour of a class."""
_ROOM_PX = 150
_SIDE = 20


class ClassButtons(QWidget):
    """Two or more columns of buttons, of which one is pressed; `chosen` brings its class."""

    chosen = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._entries: list[Entry] = []
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setToolTip(tr("The class to paint with; keys 1 to 9 take the first nine"))

    def show_classes(self, entries: Sequence[Entry]) -> None:
        """Show classes in order; the same ones again change nothing."""
        if list(entries) == self._entries:
            return
        self._entries = list(entries)
        for button in self._group.buttons():
            self._group.removeButton(button)
        clear(self._grid)
        for number, (class_id, name, colour) in enumerate(self._entries, start=1):
            self._group.addButton(self._button(number, name, colour), class_id)
        self._columns = 0
        self._lay_out()

    def set_class(self, class_id: int) -> None:
        """Show which class is chosen."""
        button = self._group.button(class_id)
        if button is not None:
            button.setChecked(True)
        elif self._group.checkedButton() is not None:
            self._group.setExclusive(False)
            self._group.checkedButton().setChecked(False)
            self._group.setExclusive(True)

    def class_number(self, number: int) -> int:
        """Give the class of the button with a number; 0 where there is none."""
        return self._entries[number - 1][0] if 0 < number <= len(self._entries) else 0

    def button_of(self, class_id: int) -> Optional[QToolButton]:
        """Give the button of a class."""
        return self._group.button(class_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as names have room."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = max(2, self.width() // _ROOM_PX)
        if columns == self._columns:
            return
        self._columns = columns
        for index, (class_id, _name, _colour) in enumerate(self._entries):
            self._grid.addWidget(self._group.button(class_id), index // columns, index % columns)

    def _button(self, number: int, name: str, colour: QColor) -> ClassButton:
        button = ClassButton(name, number, _swatch(colour), name, parent=self)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.chosen.emit(self._group.checkedId()))
        return button


def _swatch(colour: QColor) -> QIcon:
    """Make a square of a colour; one that isn't a colour is crossed out."""
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128))
    if colour.isValid():
        painter.setBrush(colour)
    painter.drawRoundedRect(1, 1, _SIDE - 3, _SIDE - 3, 3, 3)
    if not colour.isValid():
        painter.drawLine(3, _SIDE - 4, _SIDE - 4, 3)
    painter.end()
    return QIcon(pixmap)
