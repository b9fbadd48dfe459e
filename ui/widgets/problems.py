"""Problems: one line each, grey for what is still to be chosen, yellow for what is wrong, with a button to see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

from qgis.core import QgsApplication, QgsRectangle
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ..texts import as_plain, tr
from .layouts import clear
from .page import breakable, dim, wrapped_label

HINT, WARNING, ERROR = "hint", "warning", "error"
_ICONS = {WARNING: "/mIconWarning.svg", ERROR: "/mIconCritical.svg"}
_STYLE = "QFrame#problem { background: rgba(255, 193, 7, 45); border-radius: 3px; }"


@dataclass(frozen=True)
class Problem:
    """Something that keeps a step from working (`HINT`, `ERROR`) or that the analyst should know (`WARNING`).

    `box` is where it lies on the map, in the imagery's coordinate system. `button` is the text of a button that mends
    it, `action` what it does.
    """

    kind: str
    text: str
    box: Optional[QgsRectangle] = None
    button: str = ""
    action: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the step can't work before it is solved."""
        return self.kind in (HINT, ERROR)


class ProblemList(QWidget):
    """The lines, one under another; takes no room when there are none.

    `show_on_map` brings where a problem lies, `mend_requested` the action of one whose button was pressed.
    """

    show_on_map = pyqtSignal(QgsRectangle)
    mend_requested = pyqtSignal(str)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3)
        self._problems: tuple[Problem, ...] = ()
        self.setVisible(False)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is shown."""
        return self._problems

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """Show these instead of those before."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        clear(self._layout)
        for problem in problems:
            self._layout.addWidget(self._line(problem))
        self.setVisible(bool(problems))

    def _line(self, problem: Problem) -> QFrame:
        line = QFrame()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(6, 3, 6, 3)
        text = wrapped_label()
        text.setText(breakable(problem.text))
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if problem.kind == HINT:
            dim(text)
        else:
            line.setObjectName("problem")
            line.setStyleSheet(_STYLE)
            icon = QLabel()
            icon.setPixmap(QgsApplication.getThemeIcon(_ICONS[problem.kind]).pixmap(16, 16))
            layout.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(text, 1)
        if problem.box is not None and not problem.box.isNull():
            button = _button(tr("Show"), tr("Zoom the map to it"))
            button.clicked.connect(lambda: self.show_on_map.emit(problem.box))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        if problem.button:
            button = _button(problem.button, as_plain(problem.text))
            button.clicked.connect(lambda: self.mend_requested.emit(problem.action))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line


def _button(text: str, tooltip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tooltip)
    return button
