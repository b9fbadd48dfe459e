"""The live map's control: brings the Data page, the live map and trainings together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.errors import BadInputError
from ...core.model.catalogue import architecture
from ...core.training.settings.recipe import Recipe
from ..layers.rendering import rendering_of
from ..live.live_map import LiveMap, LiveRequest
from ..live.live_row import LiveRow
from ..live.view import View
from ..texts import short_number, tr
from ..widgets.page import Page
from ..worker.launcher import Launcher
from .data.data_choice import DataChoice
from .data.data_page import DataPage
from .data.scene import scene_of
from .train.train_page import TrainChoice

SKETCH_MODEL = "logistic_regression"
SKETCH_PARAMETERS = {"scales": 2}
"""As the worker's sketch has them (`core.live.sketcher`)."""
_MOST_FETCHED_PX = 4_000_000


class LiveControl(QObject):
    """Wires the live map's rows, one a page; `train_requested` brings a choice, None for the Train page's."""

    train_requested = pyqtSignal(object)

    def __init__(
        self, page: DataPage, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._project = page, project
        self.live_map = LiveMap(project, canvas, launcher, self._crs, self._describe, self)
        self.rows: list[LiveRow] = []
        self._learned_from = DataChoice()
        self._add(page.live)
        page.labels_touched.connect(self.live_map.touch)
        page.changed.connect(self._on_data)
        self._on_data(page.choice)

    def add_to(self, page: Page) -> None:
        """Offer the same switch on another page."""
        row = LiveRow()
        page.add_wide(row)
        self._add(row)

    def _add(self, row: LiveRow) -> None:
        self.rows.append(row)
        row.switched.connect(self._on_switched)
        row.update_requested.connect(self.live_map.update_once)
        row.unsure_toggled.connect(self._on_unsure)
        row.train_requested.connect(lambda: self.train_requested.emit(None))
        row.save_requested.connect(lambda: self.train_requested.emit(sketch_choice()))
        self.live_map.told.connect(row.tell)
        self._show_possible()

    def on_corrected(self) -> None:
        """Hear that a map was corrected; what isn't live looks when it is asked to."""
        if self.live_map.is_live:
            self._page.look_for_corrections()
            self.live_map.touch()

    def shutdown(self) -> None:
        """Let go of canvas, project and files."""
        self.live_map.shutdown()

    def _on_data(self, choice: DataChoice) -> None:
        self._show_possible()
        if not _is_possible(choice) and self.live_map.is_live:
            self._page.live.live.setChecked(False)
        learned_from = replace(choice, problems=(), polygons=0)
        if learned_from != self._learned_from:
            self._learned_from = learned_from
            self.live_map.touch()

    def _show_possible(self) -> None:
        choice = self._page.choice
        for row in self.rows:
            row.set_possible(_is_possible(choice), can_train=choice.ready)

    def _on_switched(self, on: bool) -> None:
        for row in self.rows:
            row.show_live(on=on)
        if on:
            self._page.look_for_corrections()
        self.live_map.set_live(on)

    def _on_unsure(self, on: bool) -> None:
        for row in self.rows:
            row.show_unsure(on=on)
        self.live_map.layer.show_unsure(on)

    def _crs(self) -> Optional[QgsCoordinateReferenceSystem]:
        imagery = self._page.choice.imagery
        return imagery.crs if imagery is not None else None

    def _describe(self, view: View, folder: Path) -> LiveRequest:
        data = self._page.choice
        if data.imagery is None:
            raise BadInputError(tr("Choose imagery and polygons first."))
        before = rendering_of(data.imagery, self._project, folder, view.box)
        pixels = sum(rendering.columns * rendering.rows for rendering in before)
        if pixels > _MOST_FETCHED_PX:
            raise BadInputError(
                tr(
                    "This view of “{name}” has {n} pixels to fetch, too many for a sketch. Zoom in, or choose larger "
                    "pixels.",
                    name=data.imagery.name, n=short_number(pixels),
                )
            )  # fmt: skip
        scene = scene_of(data, self._project, folder)
        return LiveRequest(scene, data.imagery.layer_id, data.imagery.name, before)


def _is_possible(choice: DataChoice) -> bool:
    return choice.imagery is not None and bool(choice.polygons_id)


def sketch_choice() -> TrainChoice:
    """Give the choice by which a training makes a model file of what the sketch learns with."""
    recipe = Recipe(name="sketch", model=SKETCH_MODEL, model_parameters=dict(SKETCH_PARAMETERS), split="none")
    return TrainChoice(recipe, tr(architecture(SKETCH_MODEL).title), "auto")
