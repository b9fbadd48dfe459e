"""Memory that was let go of, given back to the system after the last change, so that QGIS doesn't stay large."""

from __future__ import annotations

import ctypes
import sys

from qgis.PyQt.QtCore import QObject, QTimer

_REST_MS = 1500


class SpareMemory(QObject):
    """Gives memory back some time after the last of many changes.

    Pixels come and go in blocks of some hundred KB. The C library of Linux keeps what was freed of these, tens of
    megabytes after a large polygon; others give it back by themselves.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(give_back)

    def later(self) -> None:
        """Give back soon, unless there is another change before."""
        self._timer.start()

    def stop(self) -> None:
        """Give nothing back any more."""
        self._timer.stop()


def give_back() -> None:
    """Give memory that is free back to the system, where the C library has to be told."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL(None).malloc_trim(0)
    except (AttributeError, OSError):  # another C library than GNU's
        return
