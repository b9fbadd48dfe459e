"""Behind the Predict page: predictions, previews, the worker that is kept warm for them, and what is asked first."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QMessageBox

from ....core.errors import OutcropError
from ...layers.temporary import TemporaryLayers
from ...memory.durations import remember_trial
from ...messages import Messages
from ...texts import as_plain, tr
from ...worker.launcher import Launcher
from ..models.model_entries import read_entry
from .predict_choice import PredictChoice, question
from .predict_page import PredictPage
from .prediction import PredictionRunner
from .preview import SIDE_PX, Preview

_PREPARE_AFTER_MS = 300


class PredictControl(QObject):
    """Does what the Predict page asks for."""

    def __init__(
        self, page: PredictPage, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._launcher = page, launcher
        self.warm = launcher.warm
        self.layers = TemporaryLayers(project, self)
        self.prediction = PredictionRunner(project, launcher, messages, self.layers, self)
        self.preview = Preview(project, canvas, launcher, self.layers, self._around, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PREPARE_AFTER_MS)
        self._timer.timeout.connect(self._prepare)
        self.warm.prepared.connect(self._on_prepared)
        page.predict_requested.connect(self._on_predict)
        page.cancel_requested.connect(self.prediction.cancel)
        page.preview_requested.connect(self._on_preview)
        page.models.changed.connect(self._timer.start)
        page.shown.connect(self._timer.start)
        self.prediction.progressed.connect(self._on_progress)
        self.prediction.ended.connect(page.set_ended)
        self.preview.toggled.connect(page.set_previewing)
        self.preview.told.connect(page.tell)

    def shutdown(self) -> None:
        """Let go of the canvas and of the project."""
        self._timer.stop()
        self.preview.shutdown()
        self.prediction.live.end()
        self.layers.shutdown()

    def _on_predict(self, choice: PredictChoice) -> None:
        asked = question(choice)
        if asked and not self._confirm(asked):
            return
        self.preview.clear()
        self.prediction.start(choice)

    def _confirm(self, asked: str) -> bool:
        return QMessageBox.question(self._page, tr("Outcrop"), as_plain(asked)) == QMessageBox.StandardButton.Yes

    def _on_preview(self, on: bool) -> None:
        if on:
            self.preview.start()
        else:
            self.preview.stop()

    def _around(self, point: QgsPointXY) -> PredictChoice:
        return self._page.choice_around(point, SIDE_PX)

    def _on_progress(self, text: str, fraction: float) -> None:
        self._page.set_running(text, fraction if fraction >= 0 else None)

    def _prepare(self) -> None:
        """Have the checked models loaded while the page is looked at and nothing else is computed."""
        if not self._page.isVisible() or self._launcher.running:
            return
        try:
            self._launcher.prepare([entry.path for entry in self._page.models.checked()])
        except OutcropError:
            return  # the banner tells it, or the prediction that is asked for

    def _on_prepared(self, speeds: dict[str, float]) -> None:
        """Take the speeds of a trial."""
        for path, speed in speeds.items():
            entry = read_entry(Path(path))
            if entry is not None and entry.card is not None:
                remember_trial(entry.card.models_key, speed)
        self._page.update_estimate()
