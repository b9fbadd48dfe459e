"""The tools as buttons, and a sentence about the one that is used."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ...compat import QAction
from ...correction.tool_kinds import PIXELS, TOOLS, kind_of
from ...icons import ThemeFollower, icon
from ...texts import tr
from ...widgets.page import grey_label

_SIDE = 24
_GAP = 2


class ToolRow(QWidget):
    """`wanted` brings the name of the tool that is to be used; empty for none."""

    wanted = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._shown: list[str] = []
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint = grey_label()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._grid)
        layout.addWidget(self.hint)
        self.buttons: dict[str, QToolButton] = {}
        for kind in TOOLS:
            self.buttons[kind.name] = self._button(kind.name)
        actions = {f"correct/{name}": button.defaultAction() for name, button in self.buttons.items()}
        self._follower = ThemeFollower(actions, self)
        self.set_subject(PIXELS)
        self.set_tool("")

    def set_subject(self, subject: str) -> None:
        """Offer the tools for pixels, or those for polygons."""
        self._shown = [kind.name for kind in TOOLS if subject in kind.of]
        for name, button in self.buttons.items():
            self._grid.removeWidget(button)
            button.setVisible(name in self._shown)
        self._columns = 0
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as there is room for."""
        super().resizeEvent(event)
        self._lay_out()

    def set_tool(self, name: str) -> None:
        """Show which tool is used."""
        for other, button in self.buttons.items():
            button.defaultAction().setChecked(other == name)
        text = tr("Choose a class and a tool, then correct on the map. [?] lists all keys.")
        self.hint.setText(tr(kind_of(name).help) if name else text)

    def _lay_out(self) -> None:
        side = next(iter(self.buttons.values())).sizeHint().width() + _GAP
        columns = max(3, (self.width() + _GAP) // side)
        if columns == self._columns:
            return
        self._grid.setColumnStretch(self._columns, 0)
        self._columns = columns
        self._grid.setColumnStretch(columns, 1)
        for index, name in enumerate(self._shown):
            self._grid.addWidget(self.buttons[name], index // columns, index % columns)

    def _button(self, name: str) -> QToolButton:
        kind = kind_of(name)
        action = QAction(icon(f"correct/{name}"), tr(kind.title), self)
        action.setCheckable(True)
        action.setToolTip(f"{tr(kind.title)} ({kind.key}). {tr(kind.help)}")
        action.triggered.connect(lambda on: self.wanted.emit(name if on else ""))
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setAutoRaise(True)
        button.setAccessibleName(tr(kind.title))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
