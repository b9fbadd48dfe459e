"""The queue's control: has tiles of the corrected map chosen, and brings row and queue together."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject

from ....core.errors import BadInputError, OutcropError
from ....core.review.jobs import NextTilesJob
from ...layers.corrected import maps_before, prediction_file, reviews_to_go_on
from ...layers.predictions import MODEL_PROPERTY
from ...messages import Messages
from ...review.audit_figures import accuracy_sentence, legend_names
from ...review.queue_row import QueueRow
from ...review.seen_views import SeenViews
from ...review.tile_queue import TileQueue
from ...texts import error_text, tr
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome
from ..data.data_choice import DataChoice
from ..data.scene import scene_of

_RANDOM_PLACES = 3


class QueueControl(QObject):
    """Asks for tiles of the map that is chosen, learned from what is chosen on the Data page."""

    def __init__(
        self, row: QueueRow, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        chosen_map: Callable[[], Optional[QgsMapLayer]], data: Callable[[], DataChoice],
        in_hand: Callable[[], bool] = lambda: False, parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._row, self._project, self._launcher, self._messages = row, project, launcher, messages
        self._chosen_map, self._data = chosen_map, data
        self._task: Optional[JobTask] = None
        self._mapped: Optional[QgsRasterLayer] = None
        self.queue = TileQueue(project, canvas, in_hand, self)
        self.seen = SeenViews(project, canvas, self)
        self.seen.told.connect(row.show_seen)
        row.note_toggled.connect(self._on_note)
        row.asked.connect(self.ask)
        row.answered.connect(self.queue.answer)
        row.stepped.connect(self.queue.step)
        self.queue.moved.connect(row.show_tiles)
        self.queue.offered.connect(row.offer)
        self.queue.answered.connect(self.tell_accuracy)

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self.queue.close()
        self.seen.stop()

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
            out = reviews_to_go_on(self._project, layer)
            scene = scene_of(data, self._project, folder)
            job = NextTilesJob(scene, str(prediction), str(out), audit=_RANDOM_PLACES)
            self._task = self._launcher.start(tr("Outcrop: choosing tiles"), job, folder, warm=True)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._mapped = layer
        self._row.set_busy(True)
        self._task.ended.connect(self._on_chosen)

    def _on_chosen(self, outcome: Outcome) -> None:
        self._task = None
        self._row.set_busy(False)
        if outcome.result is None:
            self._row.tell("" if outcome.kind == CANCELLED else outcome.text)
            return
        mapped = self._mapped
        if mapped is None or sip.isdeleted(mapped):
            return
        try:
            self.queue.open(Path(str(outcome.result["out"])), mapped, legend_names(prediction_file(mapped)))
        except OutcropError as error:
            self._messages.error(error_text(error))
        self.tell_accuracy()

    def _on_note(self, on: bool) -> None:
        """Keep what is looked over of the map that is chosen, or no more."""
        layer = self._chosen_map()
        if not on:
            self.seen.stop()
            return
        try:
            if not isinstance(layer, QgsRasterLayer) or not layer.customProperty(MODEL_PROPERTY):
                raise BadInputError(tr("Choose a map that Outcrop has made."))
            self.seen.start(reviews_to_go_on(self._project, layer), layer, prediction_file(layer))
        except OutcropError as error:
            self._messages.error(error_text(error))
            self._row.note.setChecked(False)

    def tell_accuracy(self) -> None:
        """Say how right the map is at the random places, and whether it is better than the one before."""
        sample, mapped = self.queue.sample, self._mapped
        if sample is None or mapped is None or sip.isdeleted(mapped):
            self._row.show_accuracy("")
            return
        before = maps_before(self._project, mapped)
        files = [Path(prediction_file(one)) for one in (mapped, *before[:1])]
        self._row.show_accuracy(accuracy_sentence(sample, *files))
