"""Counting of large polygon layers on the task manager, so that the dock never waits for it."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...layers.class_counts import ClassCounter, Counts
from ...texts import tr


class CountTask(QgsTask):
    """Counts polygons; `counted` brings the `Counts` on the main thread, unless it was cancelled or failed."""

    counted = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, counter: ClassCounter) -> None:
        super().__init__(tr("Outcrop: counting polygons"), QgsTask.Flag.CanCancel)
        self._counter = counter
        self._counts: Optional[Counts] = None
        self._error = ""

    def run(self) -> bool:
        """Count, in a thread of QGIS's."""
        try:
            self._counts = self._counter.count(self.isCanceled)
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            self._error = repr(error)
            return False
        return not self.isCanceled()

    def finished(self, result: bool) -> None:
        """Tell the counts on the main thread."""
        if result and self._counts is not None:
            self.counted.emit(self._counts)
        elif self._error:
            self.failed.emit(self._error)
