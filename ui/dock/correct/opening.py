"""Opening a session: the prediction is read in the background, then its session beside it."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.correction.prediction import Prediction
from ....core.correction.session import Session
from ....core.correction.session_files import new_session_file
from ....core.errors import OutcropError
from ...correction.class_raster import read_prediction
from ...texts import error_text, tr
from ...worker.task import add_task


class PredictionReader(QObject):
    """Reads what is known of prediction files, one at a time; the last one that was asked for wins.

    `read` brings the `Prediction`, `failed` why it can't be read.
    """

    read = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[_ReadTask] = None
        self._known: dict[tuple[str, int, int], Prediction] = {}

    def start(self, path: str) -> None:
        """Begin to read a file; one that was read before and hasn't changed is known at once."""
        self.cancel()
        known = self._known.get(_state(path))
        if known is not None:
            self.read.emit(known)
            return
        task = self._task = _ReadTask(path)
        task.done.connect(lambda: self._on_done(task))
        add_task(task)

    def cancel(self) -> None:
        """Hear no more of what is being read."""
        self._task = None

    def _on_done(self, task: _ReadTask) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.prediction is not None:
            self._known[_state(task.path)] = task.prediction
            self.read.emit(task.prediction)
        else:
            self.failed.emit(task.problem)


class _ReadTask(QgsTask):
    """Reads one file in a thread."""

    done = pyqtSignal()

    def __init__(self, path: str) -> None:
        super().__init__(tr("Outcrop: reading the prediction"))
        self.path = path
        self.prediction: Optional[Prediction] = None
        self.problem = ""

    def run(self) -> bool:
        """Read it; nothing may be raised here."""
        try:
            self.prediction = read_prediction(self.path)
        except OutcropError as error:
            self.problem = error_text(error)
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            self.problem = tr("“{path}” can't be read: {error}.", path=self.path, error=error)
        return self.prediction is not None

    def finished(self, _result: bool) -> None:
        """Tell, on the main thread."""
        self.done.emit()


def open_session(prediction: Prediction, file: Optional[Path], folder: Optional[Path] = None) -> Session:
    """Open a session, or begin a new one beside the prediction or in another folder.

    Raises:
        OutcropError: It can't be; says why.
    """
    if file is not None:
        return Session.open(file, prediction, user_name())
    return Session.create(new_session_file(Path(prediction.path), folder), prediction, user_name())


def user_name() -> str:
    """Give the analyst's name, as QGIS or the system knows it."""
    name = str(QgsApplication.userFullName() or "").strip() or str(QgsApplication.userLoginName() or "").strip()
    return name or getpass.getuser()


def _state(path: str) -> tuple[str, int, int]:
    try:
        facts = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, facts.st_mtime_ns, facts.st_size
