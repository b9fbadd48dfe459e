"""Work on the environment as a task of QGIS: its progress, its end, and a way to wait for its end."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import Any, Callable, Optional

from qgis.core import QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ...core.environment.pip.failure import InstallError, NetworksUnavailableError
from ...core.environment.steps import Cancelled, Progress
from ...core.errors import CancelledError, OutcropError
from ..texts import error_text, said, tr

Work = Callable[[Progress, Cancelled], Any]
_APART_S = 0.1


@dataclass(frozen=True)
class Ending:
    """How work ended: with a value, or with a sentence and details; `partly` where only the networks are missing."""

    value: Any = None
    sentence: str = ""
    details: str = ""
    cancelled: bool = False
    partly: bool = False

    @property
    def succeeded(self) -> bool:
        """Whether all of it is done."""
        return not self.sentence and not self.cancelled


class SetupTask(QgsTask):
    """Does work in a thread; `progressed` at most ten times a second, `ended` once, both on the main thread."""

    progressed = pyqtSignal(float, str)
    ended = pyqtSignal(object)

    def __init__(self, title: str, work: Work) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work = work
        self._ending: Optional[Ending] = None
        self._started, self._told = False, 0.0
        self._over = threading.Event()

    def run(self) -> bool:
        """Do the work; nothing may be raised here."""
        self._started = True
        try:
            self._ending = Ending(self._work(self._tell, self.isCanceled))
        except CancelledError as error:
            self._ending = Ending(details=str(error), cancelled=True)
        except (InstallError, NetworksUnavailableError) as error:
            partly = isinstance(error, NetworksUnavailableError)
            self._ending = Ending(sentence=said(error.sentence), details=str(error), partly=partly)
        except OutcropError as error:
            self._ending = Ending(sentence=error_text(error))
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            reason = getattr(error, "strerror", None) or str(error)
            self._ending = Ending(sentence=tr("Setting up failed: {reason}.", reason=reason), details=repr(error))
        finally:
            self._over.set()
        return self._ending.succeeded or self._ending.cancelled  # QGIS would tell of a failure

    def finished(self, result: bool) -> None:  # noqa: ARG002  (QGIS's signature)
        """Report on the main thread."""
        self.ended.emit(self._ending or Ending(cancelled=True))

    def wait_until_over(self, timeout_s: float) -> bool:
        """Wait until the work has stopped and its processes are gone; True when they are."""
        return not self._started or self._over.wait(timeout_s)

    def _tell(self, fraction: float, text: str) -> None:
        self.setProgress(100.0 * fraction)
        if time.monotonic() - self._told > _APART_S or fraction >= 1.0:
            self._told = time.monotonic()
            self.progressed.emit(fraction, said(text))
