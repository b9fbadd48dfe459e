"""The queue's control: has tiles of the corrected map chosen, and brings row and queue together."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ....core.errors import BadInputError, OutcropError
from ....core.review.jobs import NextTilesJob
from ...launcher import Launcher
from ...layers.corrected import prediction_file, reviews_of
from ...layers.predictions import MODEL_PROPERTY
from ...messages import Messages
from ...review.queue_row import QueueRow
from ...review.tile_queue import TileQueue
from ...task import CANCELLED, JobTask, Outcome
from ...texts import error_text, tr
from ..data.data_choice import DataChoice
from ..data.scene import scene_of


class QueueControl(QObject):
    """Asks for tiles of the map that is chosen, learned from what is chosen on the Data page."""

    def __init__(
        self, row: QueueRow, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        chosen_map: Callable[[], Optional[QgsMapLayer]], data: Callable[[], DataChoice],
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._row, self._project, self._launcher, self._messages = row, project, launcher, messages
        self._chosen_map, self._data = chosen_map, data
        self._task: Optional[JobTask] = None
        self.queue = TileQueue(project, canvas, self)
        row.asked.connect(self.ask)
        row.answered.connect(self.queue.answer)
        row.stepped.connect(self.queue.step)
        self.queue.moved.connect(row.show_tiles)

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self.queue.close()

    def ask(self) -> None:
        """Have a further round of tiles chosen."""
        if self._task is not None:
            return
        try:
            layer, data = self._chosen_map(), self._data()
            if not isinstance(layer, QgsRasterLayer) or not layer.customProperty(MODEL_PROPERTY):
                raise BadInputError(tr("Choose a map that Outcrop has made."))
            if data.imagery is None or data.imagery.is_rendered:
                raise BadInputError(tr("Choose the imagery of this map on the Data page; it has to be a file."))
            self._launcher.check()
            folder = self._launcher.run_folder(f"{data.imagery.name} tiles")
            prediction = Path(prediction_file(layer))
            out = reviews_of(prediction)
            job = NextTilesJob(scene_of(data, self._project, folder), str(prediction), str(out))
            self._task = self._launcher.start(tr("Outcrop: choosing tiles"), job, folder, warm=True)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._row.set_busy(True)
        self._task.ended.connect(self._on_chosen)

    def _on_chosen(self, outcome: Outcome) -> None:
        self._task = None
        self._row.set_busy(False)
        if outcome.result is None:
            self._row.tell("" if outcome.kind == CANCELLED else outcome.text)
            return
        try:
            self.queue.open(Path(str(outcome.result["out"])))
        except OutcropError as error:
            self._messages.error(error_text(error))
