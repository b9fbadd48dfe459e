"""More or fewer: brings the slider's row, the map that is chosen, and the jobs together."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ....core.errors import BadInputError, OutcropError
from ....core.events import WARNING
from ....core.files.beside import PROBABILITIES, path_of, style_of
from ....core.files.naming import file_stem
from ....core.labels.legend import Legend
from ....core.model.card_file import read_card
from ....core.model.model_card import ModelCard
from ....core.prediction.jobs import ThresholdJob
from ....core.prediction.operating_points import points_of
from ....core.prediction.raster.threshold import Threshold, check_threshold
from ....core.prediction.raster.uncertainty import quantity_of
from ...gdal_calls import GdalError
from ...layers.corrected import maps_before, prediction_file, sessions_of
from ...layers.predictions import IMAGERY_PROPERTY, MODEL_PROPERTY, PredictionLayers, add_prediction
from ...live.view import view_of
from ...messages import Messages
from ...texts import count_text, error_text, number_text, tr
from ...threshold.kept_map import KeptMap, read_kept_map
from ...threshold.threshold_layer import ThresholdLayer
from ...threshold.threshold_row import ThresholdRow
from ...threshold.view_pixels import ViewPixels, ViewReader
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome
from ..correct.page import CorrectPage
from .carried import carry_on
from .same_again import job_with_probabilities

_AFTER_MOVE_MS, _AFTER_SLIDE_MS = 250, 30


class ThresholdControl(QObject):
    """Shows the chosen map with more or fewer of one class, and keeps it.

    `kept` brings the new map's layer; `made` tells that probabilities were made.
    """

    kept = pyqtSignal(object)
    made = pyqtSignal()

    def __init__(
        self, page: CorrectPage, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Add its row to the page of the map that it is about."""
        super().__init__(parent)
        self._page, self._project, self._canvas = page, project, canvas
        self._launcher, self._messages = launcher, messages
        row = self.row = ThresholdRow()
        page.add_wide(row)
        self.layer = ThresholdLayer(project, self)
        self._reader = ViewReader(self)
        self._mapped: Optional[QgsRasterLayer] = None
        self._map: Optional[KeptMap] = None
        self._card: Optional[ModelCard] = None
        self._view: Optional[ViewPixels] = None
        self._task: Optional[JobTask] = None
        self._made: dict[str, str] = {}
        self._moving, self._sliding = QTimer(self), QTimer(self)
        for timer, pause, does in (
            (self._moving, _AFTER_MOVE_MS, self._read),
            (self._sliding, _AFTER_SLIDE_MS, self._show),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(does)
        row.opened.connect(self.open)
        row.closed.connect(self.close)
        row.class_chosen.connect(self._on_class)
        row.moved.connect(self._on_moved)
        row.share_wanted.connect(self._on_share)
        row.kept.connect(self._on_keep)
        row.making_wanted.connect(self._on_make)
        self._reader.read.connect(self._on_read)
        self._reader.failed.connect(lambda text: row.tell(text, ""))
        page.layer_chosen.connect(self._on_map, Qt.ConnectionType.QueuedConnection)
        project.layersWillBeRemoved.connect(self._on_removed)

    def shutdown(self) -> None:
        """Let go of canvas and project."""
        self.close()
        self.layer.shutdown()
        self._project.layersWillBeRemoved.disconnect(self._on_removed)

    def open(self) -> None:
        """Offer the classes of the chosen map, or say why there is nothing to set."""
        if self._task is not None:
            return
        self._let_go()
        try:
            layer = self._page.chosen_layer
            if not isinstance(layer, QgsRasterLayer) or not layer.customProperty(MODEL_PROPERTY):
                raise BadInputError(tr("Choose a map that Outcrop has made."))
            path = prediction_file(layer)
            kept = read_kept_map(path, self._made.get(path, ""))
            check_threshold(Threshold(kept.legend.names[0], 0.5), kept.legend)
        except BadInputError as error:
            self.row.set_state([], error_text(error))
            return
        self._mapped = layer
        if not kept.probabilities:
            self._offer_making(path)
            return
        self._map, self._card = kept, _card_of(str(layer.customProperty(MODEL_PROPERTY)))
        legend = kept.legend
        self.row.set_state([(entry.id, entry.name, entry.colour) for entry in legend.classes], "")
        first = kept.threshold.class_name if kept.threshold is not None else _first_class(legend)
        self._canvas.extentsChanged.connect(self._moving.start)
        self.row.classes.setCurrentIndex(-1)
        self.row.classes.setCurrentIndex(self.row.classes.findData(legend.id_of(first)))

    def close(self) -> None:
        """Show the map as it was."""
        self._let_go()

    def on_tool(self, tool: str) -> None:
        """Hear that a tool is in hand: what it paints on has to be seen."""
        if tool:
            self.row.close_up()

    def _on_map(self) -> None:
        if self.row.open.isChecked() and self._task is None and self._page.chosen_layer is not self._mapped:
            self.open()

    def _let_go(self, *, show_map: bool = True) -> None:
        was_shown = self._map is not None
        self._mapped = self._map = self._card = self._view = None
        if was_shown:
            self._canvas.extentsChanged.disconnect(self._moving.start)
        self._moving.stop()
        self._sliding.stop()
        self._reader.stop()
        self.layer.remove(show_map=show_map)

    def _offer_making(self, path: str) -> None:
        missing = tr("No probabilities were kept with this map; they say how likely each class is at every pixel.")
        try:
            job_with_probabilities(path, "")
        except OutcropError as error:
            self.row.set_state([], f"{missing} {error_text(error)}")
        else:
            self.row.set_state([], missing, can_make=True)

    def _on_class(self, class_id: int) -> None:
        if self._map is not None and class_id:
            self.row.forget_share()
            self.row.set_byte(self._map.first_byte(class_id))
            self._read()

    def _on_moved(self, _byte: int) -> None:
        if not self._sliding.isActive():  # a slider that keeps moving is followed
            self._sliding.start()

    def _on_share(self, share: float) -> None:
        if self._view is not None:
            self.row.set_byte(self._view.shares.byte_for(share))
            self._show()

    def _read(self) -> None:
        """Read what the canvas shows now."""
        mapped, class_id = self._mapped, self.row.classes.currentData()
        if self._map is None or mapped is None or not class_id:
            return
        try:
            view = view_of(self._canvas.mapSettings(), mapped.crs(), self._project)
        except BadInputError as error:
            self.row.tell(error_text(error), "")
            return
        self._reader.start(self._map, class_id, view.box, view.pixel)

    def _on_read(self, view: Optional[ViewPixels]) -> None:
        self._view = view
        if view is None:
            self.row.tell(tr("The map's view shows nothing of this map. Move the view to it."), "")
        else:
            self._show()

    def _show(self) -> None:
        """Show the map at the slider's place, and say what that means."""
        view, kept, mapped = self._view, self._map, self._mapped
        if view is None or kept is None or mapped is None or view.class_id != self.row.classes.currentData():
            return
        byte = self.row.byte
        imagery, name = self._imagery(mapped)
        prediction = PredictionLayers(imagery, name, tr("More or fewer (not kept yet)"), MODEL_PROPERTY)
        try:
            self.layer.show([mapped, *maps_before(self._project, mapped)], prediction, kept.legend, view, byte)
        except GdalError as error:
            self.row.tell(tr("The map can't be shown like this: {reason}", reason=error), "")
            return
        now, before = 100 * view.shares.at(byte), kept.share_of(view.class_id)
        values = {"at": number_text(quantity_of(byte), 2), "share": number_text(now, 1)}
        if before is None:
            text = tr("Where its probability is at least {at}: {share} % of the map.", **values)
        else:
            values["before"] = number_text(100 * before, 1)
            text = tr("Where its probability is at least {at}: {share} % of the map. It was {before} %.", **values)
        self.row.tell(text, self._figures(kept.legend.names[view.class_id - 1], byte))

    def _figures(self, name: str, byte: int) -> str:
        """Say how right a class is at a threshold, where the model held something back."""
        points = points_of(self._card.measures, name) if self._card is not None else None
        if points is None:
            return tr("How right that is isn't known: the model held back no pixels of this class.")
        precision, recall = points.at(byte)
        return tr(
            "On {pixels} pixels held back: {precision} % of what it finds is right (precision), and it finds "
            "{recall} % of all (recall).",
            pixels=number_text(points.pixels), precision=_percent(precision), recall=_percent(recall),
        )  # fmt: skip

    def _imagery(self, mapped: QgsRasterLayer) -> tuple[str, str]:
        imagery_id = str(mapped.customProperty(IMAGERY_PROPERTY) or "")
        imagery = self._project.mapLayer(imagery_id)
        return imagery_id, imagery.name() if imagery is not None else mapped.name()

    def _on_keep(self) -> None:
        mapped, kept, view = self._mapped, self._map, self._view
        if mapped is None or kept is None or view is None or self._task is not None:
            return
        imagery_id, imagery_name = self._imagery(mapped)
        model = str(mapped.customProperty(MODEL_PROPERTY) or "")
        chosen = Threshold(kept.legend.names[view.class_id - 1], quantity_of(self.row.byte))
        name = tr("{model} · {class_name} from {at}", model=self._card.name if self._card else mapped.name(),
                  class_name=chosen.class_name, at=number_text(chosen.at, 2))  # fmt: skip
        prediction, sessions = PredictionLayers(imagery_id, imagery_name, name, model), sessions_of(mapped)
        try:
            folder = self._launcher.run_folder(f"{imagery_name} {name}")
            out = str(folder / f"{file_stem(imagery_name)}.tif")
            job = ThresholdJob(
                kept.path, out, chosen.class_name, chosen.at, kept.probabilities, model if self._card else ""
            )
            self._task = self._launcher.start(tr("Outcrop: keeping more or fewer"), job, folder, warm=True)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self.row.set_busy(True)
        self._task.heard.connect(self._on_heard)
        self._task.ended.connect(lambda outcome: self._on_kept(outcome, prediction, kept, sessions))

    def _on_heard(self, events: list[dict[str, Any]]) -> None:
        for event in events:
            if event["event"] == WARNING:
                self._messages.warning(str(event.get("text") or ""))

    def _on_kept(self, outcome: Outcome, prediction: PredictionLayers, kept: KeptMap, sessions: Sequence[Path]) -> None:
        self._task = None
        self.row.set_busy(False)
        if outcome.result is None:
            self._fail(outcome)
            return
        out = Path(str(outcome.result["out"]))
        self._let_go(show_map=False)  # it would show through where there is less now
        self.row.close_up()
        try:
            layer = add_prediction(self._project, prediction, out, kept.legend, kept.legend.rest)
            carried = carry_on(map(str, sessions), out)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        text = tr("The map is kept as “{name}”.", name=prediction.model_name)
        if outcome.result["remembered"]:
            text += " " + tr("The model maps so from now on.")
        if carried.corrections:
            one, many = tr("{n} correction was carried over."), tr("{n} corrections were carried over.")
            text += " " + count_text(carried.corrections, one, many)
        self._messages.success(f"{text} {carried.left_out}".strip())
        self._page.layer.set_layer(layer)
        self.kept.emit(layer)

    def _on_make(self) -> None:
        mapped = self._mapped
        if mapped is None or self._task is not None:
            return
        path = prediction_file(mapped)
        try:
            folder = self._launcher.run_folder(tr("{map} probabilities", map=mapped.name()))
            job = job_with_probabilities(path, str(folder / Path(path).name))
            self._task = self._launcher.start(tr("Outcrop: making probabilities"), job, folder)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self.row.set_busy(True)
        self.row.tell(tr("Mapping again for the probabilities…"), "")
        self._task.ended.connect(lambda outcome: self._on_made(outcome, path))

    def _on_made(self, outcome: Outcome, path: str) -> None:
        self._task = None
        self.row.set_busy(False)
        if outcome.result is None:
            self._fail(outcome)
            return
        self._made[path] = _moved_beside(Path(str(outcome.result["outputs"][PROBABILITIES])), Path(path))
        self.open()
        self.made.emit()

    def _fail(self, outcome: Outcome) -> None:
        if outcome.kind != CANCELLED:
            self._messages.error(outcome.text, outcome.details)
        if self._view is None:
            self.open()

    def _on_removed(self, layer_ids: list[str]) -> None:
        mapped = self._mapped
        if mapped is not None and (sip.isdeleted(mapped) or mapped.id() in layer_ids):
            self._let_go()
            self.row.close_up()


def _first_class(legend: Legend) -> str:
    """Give the class that somebody is likely to want more or fewer of: the first that isn't merely the rest."""
    return next((name for name in legend.names if name not in legend.rest), legend.names[0])


def _card_of(model_file: str) -> Optional[ModelCard]:
    try:
        return read_card(model_file)
    except (OutcropError, OSError):
        return None


def _percent(share: Optional[float]) -> str:
    return "–" if share is None else number_text(100 * share)


def _moved_beside(file: Path, prediction: Path) -> str:
    """Move probabilities to where those of a map are looked for; where that can't be written they stay."""
    beside = path_of(prediction, PROBABILITIES)
    try:
        for one, other in ((style_of(file), style_of(beside)), (file, beside)):
            shutil.move(str(one), str(other))
    except OSError:
        return str(file if file.is_file() else beside)
    return str(beside)
