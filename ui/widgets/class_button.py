"""The button of a class: its colour, the key that presses it and, where there is room, its name."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..texts import tr

_KEYS = 9
"""So many classes have a key: 1 to 9."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ClassButton(QToolButton):
    """Chooses a class: stays down while it is the one in hand.

    A compact one shows a pencil and its key, for where the name stands beside it.
    """

    def __init__(
        self, name: str, colour: str, number: int, *, is_compact: bool = False, parent: Optional[QWidget] = None
    ) -> None:
        """Make the button of a class; `number` is its place from 1, which is its key up to 9."""
        super().__init__(parent)
        self.name = name
        key = str(number) if number <= _KEYS else ""
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        if is_compact:
            self.setAutoRaise(True)
            self.setIcon(QgsApplication.getThemeIcon("/mActionCapturePolygon.svg"))
            self.setText(key)
        else:
            self.setIcon(colour_icon(colour))
            self.setText(f"{key}  {name}" if key else name)
            self.setMinimumHeight(28)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tip = tr("Draw polygons of “{name}”", name=name)
        self.setToolTip(f"{tip} ({key})" if key else tip)
        self.setAccessibleName(tip)


def class_number(event: Any) -> int:
    """Give the place, from 1, of the class whose key is pressed alone; 0 where it is another key."""
    number = int(event.key()) - int(Qt.Key.Key_0)
    alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, _KEYPAD)
    return number if alone and 1 <= number <= _KEYS else 0


def colour_icon(colour: str) -> QIcon:
    """Make a small square of a colour, with an edge that shows on light and dark."""
    pixmap = QPixmap(14, 14)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setBrush(QColor(colour))
    painter.setPen(QColor(128, 128, 128))
    painter.drawRect(1, 1, 11, 11)
    painter.end()
    return QIcon(pixmap)
