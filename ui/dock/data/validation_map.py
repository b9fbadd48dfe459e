"""The validation map: which labelled pixels train and which are held back, as a layer above the imagery."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ....core.errors import OutcropError
from ....core.labels.parts import PART_COLOURS, PART_NAMES, UNUSED
from ....core.training.settings.jobs import SplitLabelsJob
from ....core.training.settings.recipe import Recipe
from ...layers.layer_order import place_above
from ...layers.predictions import MODEL_PROPERTY
from ...messages import Messages
from ...texts import error_text, tr
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome
from .data_choice import DataChoice
from .scene import scene_of
from .scene_rendering import scene_rendering


class ValidationMap(QObject):
    """Splits the labels as a training would, and shows the parts; `busy` tells when it begins and ends."""

    busy = pyqtSignal(bool)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._launcher, self._messages = project, launcher, messages
        self._task: Optional[JobTask] = None
        self._imagery_id = ""
        self._was_cleared = False
        project.cleared.connect(self._on_cleared)

    def start(self, data: DataChoice, recipe: Recipe) -> None:
        """Split the labels of what is chosen; what keeps it from starting is told in the message bar."""
        if self._task is not None or data.imagery is None:
            return
        try:
            self._launcher.check()
            folder = self._launcher.run_folder(f"{data.imagery.name} validation")
            job = SplitLabelsJob(scene_of(data, self._project, folder), str(folder / "validation.tif"), recipe)
            before = scene_rendering(data, self._project, folder)
            self._task = self._launcher.start(tr("Outcrop: splitting the labels"), job, folder, before=before)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._imagery_id, self._was_cleared = data.imagery.layer_id, False
        self._task.ended.connect(self._on_end)
        self.busy.emit(True)

    def _on_cleared(self) -> None:
        self._was_cleared = True

    def _on_end(self, outcome: Outcome) -> None:
        self._task = None
        self.busy.emit(False)
        if outcome.result is None:
            if outcome.kind != CANCELLED:
                self._messages.error(outcome.text, outcome.details)
            return
        if self._was_cleared:
            return
        self._messages.log(str(outcome.result.get("description") or ""))
        try:
            add_parts(self._project, self._imagery_id, Path(str(outcome.result["out"])))
        except OutcropError as error:
            self._messages.error(error_text(error))


def add_parts(project: QgsProject, imagery_id: str, file: Path) -> QgsRasterLayer:
    """Add a raster of parts above its imagery and all polygons, or on top where that has gone.

    Unused pixels aren't drawn.

    Raises:
        OutcropError: The raster can't be loaded.
    """
    layer = QgsRasterLayer(str(file), tr("training and validation"))
    if not layer.isValid():
        raise OutcropError(tr("The map of the parts “{path}” can't be loaded. Make it again with Show map.", path=file))
    classes = [
        QgsPalettedRasterRenderer.Class(code, QColor(colour), tr(name))
        for code, (name, colour) in enumerate(zip(PART_NAMES, PART_COLOURS))
        if code != UNUSED
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    layer.setCustomProperty(MODEL_PROPERTY, "parts")
    parent, position = place_above(project.layerTreeRoot(), imagery_id, lambda _polygons: True)
    project.addMapLayer(layer, False)
    parent.insertLayer(position, layer)
    return layer
