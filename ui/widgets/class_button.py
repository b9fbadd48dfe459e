"""The button of a class: its colour, the key that presses it and, where there is room, its name."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap
from qgis.PyQt.QtWidgets import QSizePolicy, QToolButton, QWidget

from ..texts import as_caption, as_plain

_KEYS = 9
"""So many classes have a key: 1 to 9."""
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class ClassButton(QToolButton):
    """Chooses a class: stays down while it is the one in hand."""

    def __init__(
        self, name: str, number: int, icon: QIcon, does: str, *, is_compact: bool = False,
        parent: Optional[QWidget] = None,
    ) -> None:  # fmt: skip
        """Make the button of a class.

        Args:
            name: The class.
            number: Its place from 1, which is its key up to 9.
            icon: Its colour, or what the button does with it.
            does: What the button does, for its tooltip and for those who hear it.
            is_compact: Whether it shows no name, for where that stands beside it.
            parent: What it is in.
        """
        super().__init__(parent)
        self.name = name
        key = str(number) if number <= _KEYS else ""
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIcon(icon)
        self.setIconSize(QSize(14, 14) if is_compact else QSize(20, 20))
        self.setAutoRaise(is_compact)
        self.setText(key if is_compact else as_caption(f"{key}  {name}".strip()))
        self.setToolTip(as_plain(f"{does} ({key})" if key else does))
        self.setAccessibleName(does)
        if not is_compact:
            self.setMinimumHeight(30)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


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
