"""A page of the dock: what scrolls, and below it a footer that is always in sight."""

from __future__ import annotations

import re
from typing import Any, Optional

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QGuiApplication, QPalette
from qgis.PyQt.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QFrame,
    QGraphicsOpacityEffect,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

_LONG_WORD = re.compile(r"\S{20,}")
NEXT_KEYS = "Ctrl+Return"
"""Keys that press the highlighted button of a page."""
_DARK, _DIMMED, _DIMMED_IN_THE_DARK = 128, 0.65, 0.8
_NEXT_STYLE = """
QPushButton { border: 1px solid palette(mid); border-radius: 3px; padding: 4px 8px; font-weight: bold; }
QPushButton:enabled {
    background: palette(highlight); color: palette(highlighted-text); border-color: palette(highlight);
}
QPushButton:pressed, QPushButton:focus { border-color: palette(text); }
"""


class Page(QWidget):
    """Rows of label and field that scroll up and down, never sideways, over a fixed footer."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._wheel = WheelFilter(self)
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(8, 8, 8, 8)
        self._rows.setSpacing(6)
        self._rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumWidth(0)
        self.footer = QVBoxLayout()
        self.footer.setContentsMargins(8, 4, 8, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addLayout(self.footer)
        self._grid: Optional[QGridLayout] = None

    def shutdown(self) -> None:
        """Let go of what outlives the page, such as the project and the canvas; most pages hold nothing."""

    def add_row(self, label: str, *fields: QWidget) -> QLabel:
        """Add a row: a label, and one or more fields of which the first takes the room; check boxes are a column.

        Gives the label.
        """
        if self._grid is None:
            self._grid = QGridLayout()
            self._grid.setColumnStretch(1, 1)
            self._grid.setHorizontalSpacing(8)
            self._grid.setVerticalSpacing(5)
            self._rows.insertLayout(self._rows.count() - 1, self._grid)
        text = QLabel(label)
        text.setBuddy(fields[0])
        text.setToolTip(fields[0].toolTip())
        line = QVBoxLayout() if all(isinstance(field, QCheckBox) for field in fields) else QHBoxLayout()
        line.setSpacing(4)
        for number, field in enumerate(fields):
            line.addWidget(field, 1 if number == 0 else 0)
            self.tame(field)
        row = self._grid.rowCount()
        self._grid.addWidget(text, row, 0)
        self._grid.addLayout(line, row, 1)
        return text

    def add_under(self, widget: QWidget) -> None:
        """Add a widget under the field of the last row; a check box, whose text doesn't wrap, takes the whole width."""
        self.tame(widget)
        if self._grid is not None and isinstance(widget, QCheckBox):
            self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)
        elif self._grid is not None:
            self._grid.addWidget(widget, self._grid.rowCount(), 1)

    def add_wide(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget that takes the whole width; rows that follow start a new block."""
        self._grid = None
        self._rows.insertWidget(self._rows.count() - 1, widget, stretch)

    def tame(self, widget: QWidget) -> None:
        """Let a field shrink to what room there is, and keep the wheel for scrolling."""
        if isinstance(widget, QComboBox):
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(4)
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(widget, (QComboBox, QAbstractSpinBox)):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self._wheel)


class WheelFilter(QObject):
    """Keeps the wheel from changing a field that it only passes over while the page scrolls."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a wheel pass by unless the field has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def wrapped_label(tooltip: str = "") -> QLabel:
    """Make a text that wraps to whatever width there is."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setToolTip(tooltip)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def breakable(text: str) -> str:
    """Let long words, such as names of scenes, wrap after an underscore or a slash too, by spaces without width."""
    return _LONG_WORD.sub(lambda word: re.sub(r"([_/\\])", "\\1\u200b", word[0]), text)


def grey_label(tooltip: str = "") -> QLabel:
    """Make a grey text that wraps."""
    label = wrapped_label(tooltip)
    dim(label)
    return label


def dim(widget: QWidget) -> None:
    """Let a widget step back behind the others, in any theme: on a dark one letters are lost sooner."""
    effect = QGraphicsOpacityEffect(widget)
    is_dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _DARK
    effect.setOpacity(_DIMMED_IN_THE_DARK if is_dark else _DIMMED)
    widget.setGraphicsEffect(effect)


def next_button(text: str, tooltip: str) -> QPushButton:
    """Make the one highlighted button of a page."""
    button = QPushButton(text)
    button.setToolTip(f"{tooltip} ({NEXT_KEYS})")
    highlight(button, on=True)
    return button


def highlight(button: QPushButton, *, on: bool) -> None:
    """Make a button the one to press next, or one like the others; Qt would style anew what has that style already."""
    if is_highlighted(button) != on:
        button.setStyleSheet(_NEXT_STYLE if on else "")


def is_highlighted(button: QPushButton) -> bool:
    """Whether a button is the one to press next."""
    return button.styleSheet() == _NEXT_STYLE


def flag_value(flags: Any) -> int:
    """Give the number of combined Qt flags, which Qt 5 and Qt 6 keep in different ways."""
    return int(getattr(flags, "value", flags))
