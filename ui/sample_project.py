"""The sample: a scene made from a seed by the worker, and added to the project in a group of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..core.errors import OutcropError
from ..resources.sample.jobs import SampleJob
from .launcher import Launcher, make_folder
from .layers.class_style import make_ours
from .layers.imagery import read_imagery
from .messages import Messages
from .settings import work_folder
from .task import CANCELLED, Outcome
from .texts import error_text, tr

FOLDER = "sample"
_AREA = {"style": "no", "outline_color": "255,193,7", "outline_width": "0.5", "outline_style": "dash"}


@dataclass(frozen=True)
class SampleLayers:
    """The sample in the project: imagery, polygons with the field of their class, and the area labelled in whole."""

    imagery: QgsRasterLayer
    polygons: QgsVectorLayer
    area: QgsVectorLayer
    class_field: str = "kind"


class SampleProject(QObject):
    """Makes the sample once, and adds it to the project; `opened` brings the `SampleLayers`."""

    opened = pyqtSignal(object)

    def __init__(
        self, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._project, self._canvas, self._launcher, self._messages = project, canvas, launcher, messages
        self._busy = False

    def open(self) -> None:
        """Make the sample scene in the work folder, and add it when it is there."""
        if self._busy:
            return
        try:
            folder = make_folder(work_folder() / FOLDER)
            task = self._launcher.start(tr("Outcrop: making the sample"), SampleJob(str(folder)), folder)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._busy = True
        task.ended.connect(self._on_end)

    def _on_end(self, outcome: Outcome) -> None:
        self._busy = False
        if outcome.result is None:
            if outcome.kind != CANCELLED:
                self._messages.error(outcome.text, outcome.details)
            return
        files = {name: Path(str(outcome.result.get(name, ""))) for name in ("image", "labels", "labelled_area")}
        self._add(files)

    def _add(self, files: dict[str, Path]) -> None:
        """Add polygons and area over the imagery, and show all of it; nothing of the user's own is touched."""
        imagery = QgsRasterLayer(str(files["image"]), tr("sample imagery"))
        names = {"labels": tr("sample polygons"), "labelled_area": tr("sample labelled area")}
        vectors = {key: QgsVectorLayer(str(files[key]), name, "ogr") for key, name in names.items()}
        if not imagery.isValid() or not all(layer.isValid() for layer in vectors.values()):
            text = tr(
                "The sample in “{folder}” can't be read. Delete this folder, then open the sample again.",
                folder=work_folder() / FOLDER,
            )
            self._messages.error(text)
            return
        was_empty = not self._project.mapLayers()
        group = self._project.layerTreeRoot().insertGroup(0, tr("Outcrop: sample"))
        make_ours(vectors["labels"])  # the Data page draws them by class
        _show_as_seen(imagery)
        vectors["labelled_area"].renderer().setSymbol(QgsFillSymbol.createSimple(_AREA))
        for layer in vectors.values():
            self._project.addMapLayer(layer, False)
            group.addLayer(layer)
        self._project.addMapLayer(imagery, False)
        group.addLayer(imagery)
        self._show(imagery, sets_crs=was_empty)
        # QGIS gives an empty project the coordinate system of the layer on top, in degrees, when it hears of the layers
        QTimer.singleShot(0, lambda: self._show(imagery, sets_crs=was_empty))
        self._messages.success(tr("The sample is in the project, and chosen on the Data page."))
        self.opened.emit(SampleLayers(imagery, vectors["labels"], vectors["labelled_area"]))

    def _show(self, imagery: QgsRasterLayer, *, sets_crs: bool) -> None:
        """Show all of the imagery, in its own coordinate system where the project had none: degrees would shear it."""
        if sip.isdeleted(imagery):
            return
        if sets_crs:
            self._project.setCrs(imagery.crs())
        transform = QgsCoordinateTransform(imagery.crs(), self._canvas.mapSettings().destinationCrs(), self._project)
        try:
            self._canvas.setExtent(transform.transformBoundingBox(imagery.extent()))
        except QgsCsException:
            self._canvas.setExtent(imagery.extent())
        self._canvas.refresh()


def _show_as_seen(imagery: QgsRasterLayer) -> None:
    """Draw red as red: QGIS takes the bands in their order, and the sample's begin with blue, as satellites' do."""
    renderer, names = imagery.renderer(), read_imagery(imagery).bands
    if isinstance(renderer, QgsMultiBandColorRenderer) and {"Red", "Green", "Blue"} <= set(names):
        renderer.setRedBand(names.index("Red") + 1)
        renderer.setGreenBand(names.index("Green") + 1)
        renderer.setBlueBand(names.index("Blue") + 1)
