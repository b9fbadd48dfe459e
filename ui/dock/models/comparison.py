"""The comparison of models: measured on request on the same pixels of the polygons at hand that none has learned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.assessment.jobs import CompareModelsJob
from ....core.errors import OutcropError
from ...messages import Messages
from ...settings import THREADS, runs_folder
from ...texts import count_text, error_text, number_text, tr
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome
from ..data.data_choice import DataChoice
from ..data.scene import scene_of
from .model_entries import FEW_HELD_BACK, ModelEntry
from .model_run import run_of

_MOST = 8
"""Models that are compared where none, or one, is checked: the newest that fit the imagery."""


@dataclass(frozen=True)
class Compared:
    """What was found: mIoU, or why there is none, by model file, and on how many pixels and polygons it rests."""

    miou: dict[str, float]
    trouble: dict[str, str]
    pixels: int
    polygons: int

    @property
    def sentence(self) -> str:
        """Say what the figures rest on."""
        if not self.polygons:
            return tr("mIoU on the same {n} labelled pixels, none of which these models learned from.",
                      n=number_text(self.pixels))  # fmt: skip
        one = tr("mIoU on the same {pixels} pixels of {n} polygon, none of which these models learned from.")
        many = tr("mIoU on the same {pixels} pixels of {n} polygons, none of which these models learned from.")
        text = count_text(self.polygons, one, many).replace("{pixels}", number_text(self.pixels))
        few = tr("So few polygons are no measure: draw some in new places, and compare again.")
        return f"{text} {few}" if self.polygons <= FEW_HELD_BACK else text


class Comparison(QObject):
    """Compares models as a job; `compared` brings what was found, `busy` tells when it begins and ends.

    Attributes:
        data: What they are compared on, or were the last time.
    """

    compared = pyqtSignal(object)
    busy = pyqtSignal(bool)

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._launcher, self._messages = project, launcher, messages
        self._task: Optional[JobTask] = None
        self.data: Optional[DataChoice] = None

    def start(self, data: DataChoice, checked: Sequence[ModelEntry], listed: Sequence[ModelEntry]) -> None:
        """Compare the checked models, or those listed that fit where fewer than two are; refusals are told."""
        if self._task is not None:
            return
        try:
            chosen = self._chosen(data, checked, listed)
            self._launcher.check()
            folder = self._launcher.run_folder(tr("comparison"))
            runs = [run_of(entry.path, runs_folder()) for entry in chosen]
            job = CompareModelsJob(
                scene_of(data, self._project, folder), tuple(str(entry.path) for entry in chosen),
                tuple(str(run.folder) if run is not None else str(folder) for run in runs), threads=THREADS.value(),
            )  # fmt: skip
            self._task = self._launcher.start(tr("Outcrop: comparing models"), job, folder)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self.data = data
        self._task.ended.connect(self._on_end)
        self.busy.emit(True)

    def _chosen(
        self, data: DataChoice, checked: Sequence[ModelEntry], listed: Sequence[ModelEntry]
    ) -> list[ModelEntry]:
        """Give the models to compare.

        Raises:
            OutcropError: There is nothing to compare them on, or fewer than two.
        """
        if data.imagery is None or not data.polygons_id:
            raise OutcropError(tr("Choose imagery and polygons on the Data page first: models are compared on them."))
        if data.imagery.is_rendered:
            raise OutcropError(tr("Models are compared on imagery from files only."))
        fitting = [entry for entry in listed if entry.card is not None and not entry.obstacle(data.imagery)]
        chosen = list(checked) if len(checked) > 1 else fitting[:_MOST]
        if len(chosen) < 2:
            raise OutcropError(tr("There are no two models that fit this imagery yet. Train another one first."))
        return chosen

    def _on_end(self, outcome: Outcome) -> None:
        self._task = None
        self.busy.emit(False)
        if outcome.result is None:
            if outcome.kind != CANCELLED:
                self._messages.error(outcome.text, outcome.details)
            return
        self.compared.emit(_read(outcome.result))


def _read(result: dict[str, Any]) -> Compared:
    entries = result.get("models") or ()
    return Compared(
        {str(one["model"]): float(one["measures"]["miou"]) for one in entries if "measures" in one},
        {str(one["model"]): str(one["trouble"]) for one in entries if "trouble" in one},
        int(result.get("pixels") or 0), int(result.get("polygons") or 0),
    )  # fmt: skip
