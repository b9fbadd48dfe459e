"""Foresight: asks the worker how long the chosen training will take here, while the Train page is looked at."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer

from ....core.errors import OutcropError
from ....core.training.settings.jobs import ForeseeJob
from ...settings import THREADS
from ...worker.launcher import Launcher
from ..data.data_choice import DataChoice
from ..data.scene import scene_of
from .train_page import TrainChoice, TrainPage

_PAUSE_MS = 700
_MOST_KEPT = 50
_MOST_EXPORTED = 1000
"""Polygons that aren't in a file as they are in QGIS are written for the worker; more of them would hold QGIS up."""
_Asked = tuple[DataChoice, TrainChoice]


class Foresight(QObject):
    """Asks once for every choice, when nothing else is computed, and tells the page."""

    def __init__(self, page: TrainPage, project: QgsProject, launcher: Launcher, parent: Optional[QObject] = None):
        super().__init__(parent)
        self._page, self._project, self._launcher = page, project, launcher
        self._answers: list[tuple[_Asked, dict[str, Any]]] = []
        self._asked: Optional[_Asked] = None
        self._number, self._folder = 0, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)
        page.choice_changed.connect(self._on_change)
        launcher.warm.answered.connect(self._on_answer)

    def shutdown(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._forget()

    def _on_change(self) -> None:
        """Tell what is known of the choice, or ask after a pause."""
        choice = self._page.chosen()
        known = next((told for asked, told in self._answers if asked == choice), None) if choice is not None else None
        self._page.show_foreseen(known, is_coming=known is None and self._can_ask(choice))
        if known is None:
            self._timer.start()

    def _can_ask(self, choice: Optional[_Asked]) -> bool:
        if choice is None or self._launcher.running or not self._page.isVisible():
            return False
        data, _training = choice
        if data.imagery is None or data.imagery.is_rendered:
            return False
        layer = self._project.mapLayer(data.polygons_id)
        in_memory = isinstance(layer, QgsVectorLayer) and (layer.isEditable() or layer.providerType() != "ogr")
        return not (in_memory and layer.featureCount() > _MOST_EXPORTED)

    def _ask(self) -> None:
        choice = self._page.chosen()
        if choice is None or choice == self._asked or not self._can_ask(choice):
            return
        self._forget()
        data, training = choice
        self._number += 1
        try:
            self._folder = tempfile.mkdtemp(prefix="outcrop-foresight-")
            scene = scene_of(data, self._project, Path(self._folder))
            job = ForeseeJob((scene,), training.recipe, training.start_from, training.device, THREADS.value())
            self._launcher.ask(job, f"foresee {self._number}")
        except (OutcropError, OSError):
            self._forget()  # training will tell why
            self._page.show_foreseen(None)
            return
        self._asked = choice

    def _on_answer(self, key: str, told: dict[str, Any]) -> None:
        if self._asked is None or key != f"foresee {self._number}":
            return
        asked = self._asked
        self._forget()
        if told.get("seconds"):
            self._answers = [(asked, told), *self._answers][:_MOST_KEPT]
        if asked == self._page.chosen():
            self._page.show_foreseen(told if told.get("seconds") else None)

    def _forget(self) -> None:
        """Forget what was asked, with the files that were made for it."""
        self._asked = None
        with suppress(OSError):
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = ""
