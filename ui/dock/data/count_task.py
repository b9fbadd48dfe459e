"""Counting of large polygon layers and of label rasters on the task manager, so that the dock never waits for it."""

from __future__ import annotations

from typing import Optional, Union

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ....core.errors import BadInputError
from ...layers.classes.class_counts import ClassCounter, Counts
from ...layers.label_raster_counts import LabelRasterCounter
from ...texts import error_text, tr


class CountTask(QgsTask):
    """Counts labels; `counted` brings the `Counts` on the main thread, unless it was cancelled or failed.

    It never fails as a task: QGIS would tell so of one that was merely overtaken by the next, or cancelled.
    """

    counted = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, counter: Union[ClassCounter, LabelRasterCounter]) -> None:
        super().__init__(tr("Outcrop: counting labels"), QgsTask.Flag.CanCancel)
        self._counter = counter
        self._counts: Optional[Counts] = None
        self._error = ""

    def run(self) -> bool:
        """Count, in a thread of QGIS's."""
        try:
            counts = self._counter.count(self.isCanceled)
            self._counts = None if self.isCanceled() else counts
        except BadInputError as error:
            self._error = error_text(error)
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            self._error = repr(error)
        return True

    def finished(self, result: bool) -> None:
        """Tell the counts on the main thread."""
        if self.isCanceled():
            return
        if result and self._counts is not None:
            self.counted.emit(self._counts)
        elif self._error:
            self.failed.emit(self._error)
