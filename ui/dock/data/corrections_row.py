"""The row of corrections: which sessions are learned from beside the polygons, and training again with them."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from ...layers.corrected import sessions_over
from ...texts import as_caption, count_text, tr


class CorrectionsRow(QWidget):
    """Shown as soon as a prediction of the imagery was corrected; `changed` comes when others are chosen."""

    changed = pyqtSignal()
    again_requested = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._left_out: set[Path] = set()
        self._found: tuple[Path, ...] = ()
        self.button = QToolButton()
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setToolTip(tr("Corrections to maps of this imagery; corrected pixels go before polygons"))
        self.button.setMenu(QMenu(self.button))
        self.again = QPushButton(tr("Train again"))
        self.again.setToolTip(
            tr("Learn from the polygons and the corrections, map the same extent again, and show what changed")
        )
        self.again.clicked.connect(self.again_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(QLabel(tr("Corrections")))
        line.addWidget(self.button, 1)
        line.addWidget(self.again)
        self.hide()

    def chosen(self) -> tuple[str, ...]:
        """Give the sessions that are learned from, the older ones first: where they overlap, the later counts."""
        return tuple(str(path) for path in reversed(self._found) if path not in self._left_out)

    def look(self, imagery_id: str) -> None:
        """Look which sessions there are."""
        sessions = tuple(sessions_over(self._project, imagery_id)) if imagery_id else ()
        if sessions != self._found:
            self._found = sessions
            self._fill()
        self.setVisible(bool(sessions))

    def _fill(self) -> None:
        menu = self.button.menu()
        menu.clear()
        for path in self._found:
            action = menu.addAction(as_caption(path.stem))
            action.setCheckable(True)
            action.setChecked(path not in self._left_out)
            action.toggled.connect(lambda on, session=path: self._choose(session, on))
        self._tell()

    def _choose(self, session: Path, on: bool) -> None:
        self._left_out = self._left_out - {session} if on else self._left_out | {session}
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        chosen = len(self.chosen())
        one, many = tr("{n} session"), tr("{n} sessions")
        self.button.setText(count_text(chosen, one, many) if chosen else tr("none of them"))
        self.again.setEnabled(bool(chosen))
