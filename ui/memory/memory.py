"""The memory: what use has taught, by name, in one file of the QGIS profile that is never written on the main thread.

QGIS's own settings are made for what somebody chooses: each write of them waits for the disk, twice and on the main
thread, which took up to 80 ms in the midst of a click.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ...core.errors import OutcropError
from ...core.files.whole_file import write_text

_SETTLED_S = 5.0


class Memory:
    """Values by name, kept in a file; what other QGIS windows have written there meanwhile stays.

    What can't be written is remembered until QGIS ends: it is worth no message.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)
        self._new: dict[str, Any] = {}
        self._guard = threading.Lock()
        self._writer = threading.Thread()

    def recall(self, name: str, default: Any = None) -> Any:
        """Give what is remembered under a name; whoever asks has to look whether it fits, as files are edited."""
        return self._known.get(name, default)

    def remember(self, name: str, value: Any) -> None:
        """Note a value that JSON can hold; a thread writes it."""
        if self._known.get(name) == value:
            return
        self._known[name] = value
        with self._guard:
            is_writing = bool(self._new)
            self._new[name] = value
            if not is_writing:
                self._writer = threading.Thread(target=self._write, name="Outcrop's memory", daemon=True)
                self._writer.start()

    def settle(self) -> None:
        """Wait until everything is written, but not for a disk that hangs."""
        if self._writer.is_alive():
            self._writer.join(_SETTLED_S)

    def _write(self) -> None:
        while True:
            with self._guard:
                new = dict(self._new)
            with suppress(OutcropError, OSError, ValueError):
                write_text(self._file, json.dumps({**_read(self._file), **new}, sort_keys=True))
            with self._guard:
                self._new = {name: value for name, value in self._new.items() if new.get(name, self) != value}
                if not self._new:
                    return


_OPEN: dict[Path, Memory] = {}


def memory() -> Memory:
    """Give the memory of this profile."""
    file = memory_file()
    if file not in _OPEN:
        _OPEN[file] = Memory(file)
    return _OPEN[file]


def memory_file() -> Path:
    """Give the file of this profile's memory."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "outcrop.json"


def _read(file: Path) -> dict[str, Any]:
    """Read a file of values; one that isn't there, or was broken by hand, counts as empty."""
    try:
        values = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return values if isinstance(values, dict) else {}
