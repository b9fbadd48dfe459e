"""The dock's state in the QGIS project: layers, bands, class field, recipe, models and page, saved and read with it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtBoundSignal

SCOPE, KEY = "outcrop", "state"
_PAUSE_MS = 300


class ProjectState(QObject):
    """Keeps the project's entry in step with the dock.

    A project that was just read is shown by the dock; from then on what the analyst changes is written to the
    project, which marks it as changed, so that QGIS asks before it is closed. What merely follows from opening a
    project isn't written.
    """

    def __init__(
        self,
        project: QgsProject,
        collect: Callable[[], dict[str, Any]],
        restore: Callable[[Mapping[str, Any]], None],
        parent: Optional[QObject] = None,
    ) -> None:
        """Keep what `collect` gives; `restore` shows it, and shows the defaults when it is empty."""
        super().__init__(parent)
        self._project, self._collect, self._restore = project, collect, restore
        self._entry = ""
        self._is_stopped = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.write)
        project.cleared.connect(self._on_cleared)
        project.readProject.connect(self._on_read)
        project.writeProject.connect(self.write)
        self._known = ""
        self._on_read()

    def watch(self, *signals: pyqtBoundSignal) -> None:
        """Look at the dock anew, after a pause, whenever one of these is emitted."""
        for signal in signals:
            signal.connect(self._on_change)

    def write(self, *_details: object) -> None:
        """Write what has changed to the project; nothing while a project is just being read."""
        if self._is_stopped:
            return
        text = json.dumps(self._collect(), sort_keys=True)
        if text == self._known or self._stored() != self._entry:
            return
        self._project.writeEntry(SCOPE, KEY, text)
        self._known = self._entry = text

    def stop(self) -> None:
        """Write what is left and disconnect from the project; safe to call again."""
        if self._is_stopped:
            return
        self.write()
        self._is_stopped = True
        self._timer.stop()
        self._project.cleared.disconnect(self._on_cleared)
        self._project.readProject.disconnect(self._on_read)
        self._project.writeProject.disconnect(self.write)

    def _stored(self) -> str:
        return str(self._project.readEntry(SCOPE, KEY, "")[0])

    def _on_change(self, *_details: object) -> None:
        self._timer.start()

    def _on_cleared(self) -> None:
        self._entry = ""
        self._show({})

    def _on_read(self, *_details: object) -> None:
        self._entry = self._stored()
        self._show(_parsed(self._entry))

    def _show(self, state: Mapping[str, Any]) -> None:
        self._timer.stop()
        self._restore(state)
        self._known = json.dumps(self._collect(), sort_keys=True)


def _parsed(text: str) -> dict[str, Any]:
    """Read a project's entry; one that isn't ours or was edited by hand counts as none."""
    try:
        values = json.loads(text) if text else {}
    except ValueError:
        return {}
    return values if isinstance(values, dict) else {}
