"""The live preview: a square around a click, mapped with the chosen models and shown until the next one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import BadInputError, OutcropError
from ....core.events import WARNING
from ....core.files.private_folder import private_folder
from ...layers.predictions import PredictionLayers
from ...layers.temporary import TemporaryLayers
from ...texts import error_text, tr
from ...worker.launcher import Launcher
from ...worker.task import JobTask, Outcome
from ..models.model_entries import ModelEntry
from .model_queue import Failure, ModelQueue
from .predict_choice import PredictChoice
from .prediction_job import start_prediction
from .preview_tool import PreviewTool

SIDE_PX = 512
"""Side of the square in pixels of the imagery."""


class Preview(QObject):
    """Maps around clicks while its tool is the canvas's.

    `toggled` tells whether the tool is taken, `told` what there is to say in one line.
    """

    toggled = pyqtSignal(bool)
    told = pyqtSignal(str)

    def __init__(
        self, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, layers: TemporaryLayers,
        choose: Callable[[QgsPointXY], PredictChoice], parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Make it; `choose` says what is to be mapped around a point, or why nothing can be (BadInputError)."""
        super().__init__(parent)
        self._project, self._canvas, self._launcher, self._layers = project, canvas, launcher, layers
        self._choose = choose
        self._folder: Optional[Path] = None
        self._shown: list[str] = []
        self._choice: Optional[PredictChoice] = None
        self._next: Optional[PredictChoice] = None
        self._warnings: list[str] = []
        self.tool = PreviewTool(canvas)
        self.tool.picked.connect(self._on_picked)
        self.tool.left.connect(self.stop)
        self.tool.activated.connect(lambda: self.toggled.emit(True))
        self.tool.deactivated.connect(lambda: self.toggled.emit(False))
        self._queue = ModelQueue(self)
        project.cleared.connect(self.clear)
        self._queue.heard.connect(self._on_heard)
        self._queue.finished.connect(self._on_finished)
        self._queue.ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether something is computed."""
        return self._queue.is_running

    def start(self) -> None:
        """Take the tool."""
        self.tool.take()
        self.told.emit(tr("Click on the map; Esc ends the preview."))

    def stop(self) -> None:
        """Leave the tool and take the preview away."""
        self.tool.leave()
        self.clear()
        self.told.emit("")

    def clear(self) -> None:
        """Stop computing and take the preview away; the tool stays."""
        self._choice = self._next = None
        self._queue.cancel()
        self._remove()

    def shutdown(self) -> None:
        """Let go of the canvas and of all files."""
        self.stop()
        self.tool.deleteLater()

    def _on_picked(self, point: QgsPointXY) -> None:
        try:
            choice = self._choose(point)
        except BadInputError as error:
            self.told.emit(error_text(error))
            return
        if self._queue.is_running:
            self._next = choice
            self._queue.cancel()
        else:
            self._begin(choice)

    def _begin(self, choice: PredictChoice) -> None:
        self._remove()
        self._choice, self._next, self._warnings = choice, None, []
        self._folder = Path(tempfile.mkdtemp(prefix="preview-", dir=private_folder()))
        self.tool.frame(self._outline(choice))
        self.told.emit(tr("Computing the preview…"))
        self._queue.start(reversed(choice.models), self._launch)

    def _launch(self, entry: ModelEntry) -> JobTask:
        if self._choice is None or self._folder is None:
            raise OutcropError(tr("Nothing is chosen to predict."))
        self._launcher.check()
        folder = self._folder / str(len(list(self._folder.iterdir())))
        folder.mkdir()
        title = tr("Outcrop: preview with {model}", model=entry.name)
        out = folder / "preview.tif"
        return start_prediction(self._launcher, self._project, self._choice, entry, out, self._folder, title)

    def _on_heard(self, _entry: ModelEntry, events: list[dict[str, Any]]) -> None:
        self._warnings += [str(event.get("text", "")) for event in events if event["event"] == WARNING]

    def _on_finished(self, entry: ModelEntry, outcome: Outcome) -> None:
        choice = self._choice
        if outcome.result is None or choice is None or entry.card is None or self._folder is None:
            return
        name = tr("Preview · {model}", model=entry.name)
        prediction = PredictionLayers(choice.imagery.layer_id, choice.imagery.name, name, str(entry.path))
        hidden = entry.card.legend.rest if choice.hide_background else ()
        file = Path(str(outcome.result.get("out")))
        self._shown.append(self._layers.add(prediction, file, tr("preview"), entry.card.legend, hidden))

    def _on_ended(self, failures: list[Failure], _cancelled: bool) -> None:
        self.tool.frame(None)
        if self._next is not None:
            self._begin(self._next)
        elif self._choice is None:
            self._remove()
        elif failures:
            self.told.emit(failures[0].text)
        elif self._warnings:
            self.told.emit(self._warnings[0])
        elif self._shown:
            self.told.emit(tr("Preview shown. Click elsewhere to move it; Esc takes it away."))

    def _remove(self) -> None:
        self.tool.frame(None)
        for layer_id in self._shown:
            self._layers.remove(layer_id)
        self._shown = []
        if self._folder is not None and not self._queue.is_running:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _outline(self, choice: PredictChoice) -> Optional[QgsGeometry]:
        to_canvas = QgsCoordinateTransform(
            choice.imagery.crs, self._canvas.mapSettings().destinationCrs(), self._project
        )
        outline = QgsGeometry.fromRect(choice.place.box)
        try:
            outline.transform(to_canvas)
        except QgsCsException:
            return None
        return outline
