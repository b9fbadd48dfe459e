"""The sample: a scene made from a seed by the worker, and added to the project in a group of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFillSymbol,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.errors import OutcropError
from ...core.sample.jobs import USUAL_SCENE, SampleJob
from ..layers.classes.class_style import make_ours
from ..layers.imagery import read_imagery
from ..messages import Messages
from ..settings import work_folder
from ..texts import error_text, tr
from ..worker.launcher import Launcher, make_folder
from ..worker.task import CANCELLED, Outcome

FOLDER = "sample"
_AREA = {"style": "no", "outline_color": "255,193,7", "outline_width": "0.5", "outline_style": "dash"}
_SHOWN = ("labels", "labelled_area", "image")


@dataclass(frozen=True)
class SampleLayers:
    """The sample in the project: imagery, polygons with the field of their class, and the area labelled in whole.

    A sample of several classes has no such area.
    """

    imagery: QgsRasterLayer
    polygons: QgsVectorLayer
    area: Optional[QgsVectorLayer]
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
        self._busy, self._kind = False, USUAL_SCENE

    def open(self, kind: str = USUAL_SCENE) -> None:
        """Make the sample scene of a kind in the work folder, and add it when it is there."""
        if self._busy:
            return
        try:
            folder = make_folder(_folder(kind))
            job = SampleJob(str(folder), scene=kind)
            task = self._launcher.start(tr("Outcrop: making the sample"), job, folder)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._busy = True
        self._kind = kind
        task.ended.connect(self._on_end)

    def _on_end(self, outcome: Outcome) -> None:
        self._busy = False
        if outcome.result is None:
            if outcome.kind != CANCELLED:
                self._messages.error(outcome.text, outcome.details)
            return
        self._add({str(name): Path(str(path)) for name, path in outcome.result.items()})

    def _add(self, files: dict[str, Path]) -> None:
        """Add polygons and area over the imagery, and show all of it; nothing of the user's own is touched.

        What else was measured of the place is there, but not shown.
        """
        layers = {name: _layer(files[name], title) for name, title in _titles().items() if name in files}
        imagery, polygons, area = (layers.get(name) for name in ("image", "labels", "labelled_area"))
        if imagery is None or polygons is None or not all(layer.isValid() for layer in layers.values()):
            text = tr(
                "The sample in “{folder}” can't be read. Delete this folder, then open the sample again.",
                folder=_folder(self._kind),
            )
            self._messages.error(text)
            return
        was_empty = not self._project.mapLayers()
        group = self._project.layerTreeRoot().insertGroup(0, tr("Outcrop: sample"))
        make_ours(polygons)  # the Data page draws them by class
        _show_as_seen(imagery)
        if area is not None:
            area.renderer().setSymbol(QgsFillSymbol.createSimple(_AREA))
        for name, layer in layers.items():
            self._project.addMapLayer(layer, False)
            group.addLayer(layer).setItemVisibilityChecked(name in _SHOWN)
        self._show(imagery, sets_crs=was_empty)
        # QGIS gives an empty project the coordinate system of the layer on top, in degrees, when it hears of the layers
        QTimer.singleShot(0, lambda: self._show(imagery, sets_crs=was_empty))
        self._messages.success(tr("The sample is in the project, and chosen on the Data page."))
        self.opened.emit(SampleLayers(imagery, polygons, area))

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


def _titles() -> dict[str, str]:
    """Give what each file of a sample is called in the project, from the top down."""
    return {
        "labels": tr("sample polygons"), "labelled_area": tr("sample labelled area"), "image": tr("sample imagery"),
        "geochemistry": tr("sample rock samples"), "elevation": tr("sample elevation"),
        "magnetics": tr("sample magnetics"), "radiometrics": tr("sample gamma rays"),
    }  # fmt: skip


def _layer(file: Path, title: str) -> QgsMapLayer:
    return QgsVectorLayer(str(file), title, "ogr") if file.suffix == ".gpkg" else QgsRasterLayer(str(file), title)


def _folder(kind: str) -> Path:
    return work_folder() / (FOLDER if kind == USUAL_SCENE else f"{FOLDER}_{kind}")
