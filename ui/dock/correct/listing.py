"""The list of corrections in step with its session and its filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ....core.correction.correction import Correction, CorrectionFilter
from ....core.errors import OutcropError
from ...correction.prediction_target import PredictionTarget
from .correction_list import CorrectionList


class Listing(QObject):
    """Fills the list; `show_on_map` and `revert` bring the correction that is meant."""

    show_on_map = pyqtSignal(object)
    revert = pyqtSignal(object)

    def __init__(self, view: CorrectionList, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._view = view
        self._target: Optional[PredictionTarget] = None
        view.filtered.connect(self._fill)
        view.show_on_map.connect(self.show_on_map)
        view.revert.connect(self.revert)
        view.noted.connect(self._on_note)

    def show(self, target: Optional[PredictionTarget]) -> None:
        """List a session's corrections as they are now, and keep the one that is chosen."""
        self._target = target
        if target is not None:
            self._view.show_choices(target.entries, target.session.users())
        self._fill()

    def choose(self, fid: int) -> None:
        """Choose a correction, and show it on the map."""
        row = self._view.model.place_of(fid)
        if row >= 0:
            self._view.view.setCurrentIndex(self._view.model.index(row, 0))
            self.show_on_map.emit(self._view.model.row_at(row))

    def _fill(self) -> None:
        chosen = self._view.current
        target = self._target
        if target is None:
            self._view.model.show_rows(None, lambda _class_id: QColor())
            return
        self._view.model.show_rows(self._read, target.colour_of)
        if chosen is not None:
            row = self._view.model.place_of(chosen.fid)
            self._view.view.setCurrentIndex(self._view.model.index(row, 0))

    def _read(self, most: int) -> Sequence[Correction]:
        if self._target is None:
            return []
        wanted = self._view.filter
        since = None if wanted.hours is None else datetime.now(timezone.utc) - timedelta(hours=wanted.hours)
        query = CorrectionFilter(class_id=wanted.class_id, user=wanted.user or None, since=since)
        return self._target.session.corrections(query, most=most)

    def _on_note(self, row: Correction, text: str) -> None:
        if self._target is None:
            return
        try:
            self._target.session.set_note(row.fid, text)
        except OutcropError:
            return
        self._fill()
