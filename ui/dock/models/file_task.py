"""Work on files on the task manager: copying or rewriting a model file, away from the main thread."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ....core.errors import OutcropError
from ...texts import error_text, tr


class FileTask(QgsTask):
    """Does one piece of work; `ended` brings what went wrong, empty where nothing did, on the main thread."""

    ended = pyqtSignal(str)

    def __init__(self, title: str, work: Callable[[], None]) -> None:
        """Take the work; it mustn't touch layers or widgets."""
        super().__init__(title)
        self._work = work
        self._trouble = ""

    def run(self) -> bool:
        """Do it; QGIS calls this in a thread of its own, in which nothing may be raised."""
        try:
            self._work()
        except OutcropError as error:
            self._trouble = error_text(error)
        except OSError as error:
            self._trouble = tr(
                "“{file}” can't be read or written: {reason}. Check that its disk is there and has room.",
                file=error.filename or "", reason=error.strerror or error,
            )  # fmt: skip
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            self._trouble = tr(
                "This failed in a way that wasn't foreseen. Try again. It said: {error}", error=repr(error)
            )
        return not self._trouble

    def finished(self, result: bool) -> None:  # noqa: ARG002  (QGIS's signature)
        """Tell how it went."""
        self.ended.emit(self._trouble)
