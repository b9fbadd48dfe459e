"""What becomes of corrections: a corrected copy, polygons to train on; and regions labelled to be picked."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ....core.correction.jobs import ApplyCorrectionsJob, CorrectionsToLabelsJob, RegionsJob
from ....core.correction.regions import RegionIndex, region_file
from ....core.errors import OutcropError
from ....core.files.naming import free_path
from ...correction.prediction_target import PredictionTarget
from ...layers.predictions import IMAGERY_PROPERTY, MODEL_PROPERTY
from ...messages import Messages
from ...texts import error_text, tr
from ...widgets.save_dialog import ask_for_file
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome

OnResult = Callable[[dict[str, Any]], None]


class Outcomes(QObject):
    """Runs the jobs that read a session."""

    def __init__(
        self, project: QgsProject, launcher: Launcher, messages: Messages, parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._project, self._launcher, self._messages = project, launcher, messages
        self._labelling: Optional[JobTask] = None

    def apply(self, target: PredictionTarget, window: QWidget) -> None:
        """Ask where the corrected copy goes, write it, and add it to the project."""
        source = Path(target.session.prediction.path)
        chosen = self._ask(
            window, tr("Corrected copy of the prediction"), source, "_corrected", ".tif", "GeoTIFF (*.tif)"
        )
        if chosen is None:
            return
        job = ApplyCorrectionsJob(str(source), str(target.session.path), str(chosen))
        layer, name = target.layer, tr("{name}, corrected", name=target.layer.name())
        title = tr("Outcrop: applying corrections")
        self._start(title, job, lambda result: self._add_copy(Path(str(result.get("out", chosen))), layer, name))

    def export(self, target: PredictionTarget, window: QWidget) -> None:
        """Ask where the polygons go, write them, and add them to the project."""
        source = Path(target.session.prediction.path)
        chosen = self._ask(window, tr("Corrections as labels"), source, "_labels", ".gpkg", "GeoPackage (*.gpkg)")
        if chosen is None:
            return
        job = CorrectionsToLabelsJob(str(target.session.path), str(chosen))
        title = tr("Outcrop: corrections as labels")
        self._start(title, job, lambda result: self._add_labels(Path(str(result.get("out", chosen)))))

    def label_regions(self, target: PredictionTarget) -> None:
        """Have the regions of a prediction labelled once, so that they can be picked whatever their size."""
        prediction = target.session.prediction
        file = region_file(prediction.path, target.session.path.parent)
        target.regions = RegionIndex.open(file, prediction.digest)
        if target.regions is not None:
            return

        def take(_result: dict[str, Any]) -> None:
            if target.is_alive:
                target.regions = RegionIndex.open(file, prediction.digest)

        job = RegionsJob(prediction.path, str(file))
        self._labelling = self._start(tr("Outcrop: labelling regions"), job, take, is_quiet=True)

    def stop_labelling(self) -> None:
        """Label no regions any more: nobody is there to pick them."""
        task, self._labelling = self._labelling, None
        if task is not None and not sip.isdeleted(task):
            task.cancel()

    def _start(self, title: str, job: Any, on_result: OnResult, *, is_quiet: bool = False) -> Optional[JobTask]:
        try:
            self._launcher.check()
            task = self._launcher.start(title, job, self._launcher.run_folder("corrections"))
        except OutcropError as error:
            if not is_quiet:
                self._messages.error(error_text(error))
            return None

        def end(outcome: Outcome) -> None:
            if outcome.result is not None:
                on_result(outcome.result)
            elif outcome.kind != CANCELLED and not is_quiet:
                self._messages.error(outcome.text, outcome.details)
            elif outcome.kind != CANCELLED:
                self._messages.log(outcome.text)

        task.ended.connect(end)
        return task

    def _ask(self, window: QWidget, title: str, source: Path, suffix: str, kind: str, files: str) -> Optional[Path]:
        proposed = free_path(source.parent, f"{source.stem}{suffix}", kind, "_")
        return ask_for_file(window, title, proposed, files, kind)

    def _add_copy(self, file: Path, beside: QgsRasterLayer, name: str) -> None:
        layer = QgsRasterLayer(str(file), name)
        if not layer.isValid():
            self._messages.error(tr("“{path}” was written, but QGIS can't load it.", path=file))
            return
        if not sip.isdeleted(beside):
            layer.setRenderer(beside.renderer().clone())
            for known in (MODEL_PROPERTY, IMAGERY_PROPERTY):
                layer.setCustomProperty(known, beside.customProperty(known))
        self._project.addMapLayer(layer, False)
        node = self._project.layerTreeRoot().findLayer(beside.id()) if not sip.isdeleted(beside) else None
        parent = node.parent() if node is not None else self._project.layerTreeRoot()
        parent.insertLayer(parent.children().index(node) if node is not None else 0, layer)
        self._messages.success(tr("The corrected copy is “{file}”; the prediction is as it was.", file=file.name))

    def _add_labels(self, file: Path) -> None:
        layer = QgsVectorLayer(str(file), file.stem, "ogr")
        if not layer.isValid():
            self._messages.error(tr("“{path}” was written, but QGIS can't load it.", path=file))
            return
        self._project.addMapLayer(layer, False)
        self._project.layerTreeRoot().insertLayer(0, layer)
        self._messages.success(tr("The corrections are polygons of “{file}” now: train on them.", file=file.name))
