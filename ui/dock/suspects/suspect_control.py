"""The label check's control: asks the worker, and edits the layer as the analyst answers."""

from __future__ import annotations

from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ....core.errors import BadInputError, OutcropError
from ....core.labels.jobs import CheckLabelsJob
from ...compat import POLYGON_GEOMETRY
from ...layers.classes.class_style import class_value
from ...messages import Messages
from ...texts import count_text, error_text, tr
from ...worker.launcher import Launcher
from ...worker.task import CANCELLED, JobTask, Outcome
from ...zoom import zoom_to
from ..data.data_choice import DataChoice
from ..data.data_page import DataPage
from ..data.scene import scene_of
from .suspect import SuspectPolygon, keep, polygon_of, read_suspects
from .suspect_list import SuspectList

_AROUND = 3.0


class SuspectControl(QObject):
    """Adds the list to the Data page and does what it asks for.

    Edits go to QGIS's own edit buffer: its undo takes them back, its Save keeps them.
    """

    def __init__(
        self, page: DataPage, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._page, self._project, self._canvas = page, project, canvas
        self._launcher, self._messages = launcher, messages
        self._task: Optional[JobTask] = None
        self._checked: Optional[DataChoice] = None
        self.list = SuspectList()
        page.add_wide(self.list)
        self.list.asked.connect(self.check)
        self.list.zoomed.connect(self._on_zoom)
        self.list.kept.connect(self._on_keep)
        self.list.reclassed.connect(self._on_reclass)
        self.list.deleted.connect(self._on_delete)
        page.changed.connect(self._on_data)
        self._on_data(page.choice)

    def check(self) -> None:
        """Have the polygons checked that are chosen on the page."""
        data = self._page.choice
        if self._task is not None or self._layer(data) is None:
            return
        try:
            self._launcher.check()
            folder = self._launcher.run_folder(tr("check of polygons"))
            out = folder / "problems.gpkg"
            job = CheckLabelsJob(scene_of(data, self._project, folder), str(out), suspects=True)
            self._task = self._launcher.start(tr("Outcrop: checking polygons"), job, folder, warm=True)
        except OutcropError as error:
            self._messages.error(error_text(error))
            return
        self._checked = data
        self.list.set_possible(False)
        self.list.tell(tr("Checking the polygons…"))
        self._task.ended.connect(lambda outcome: self._on_checked(outcome, out))

    def _on_checked(self, outcome: Outcome, out: Path) -> None:
        self._task = None
        self._on_data(self._page.choice)
        layer = self._layer(self._page.choice)
        if outcome.result is None or layer is None or not self._is_same():
            self.list.tell("" if outcome.kind == CANCELLED or outcome.result is not None else outcome.text)
            return
        try:
            suspects = read_suspects(out, layer, self._project)
        except OutcropError as error:
            self.list.tell(error_text(error))
            return
        self.list.show_suspects(suspects, self._page.choice.colours)
        one, many = tr("{n} polygon may have the wrong class."), tr("{n} polygons may have the wrong class.")
        text = count_text(len(suspects), one, many) if suspects else tr("No polygon seems to have the wrong class.")
        self.list.tell(" ".join([text, *outcome.result["notes"]]))

    def _on_data(self, choice: DataChoice) -> None:
        possible = choice.imagery is not None and not choice.imagery.is_rendered and self._layer(choice) is not None
        self.list.set_possible(possible and self._task is None)
        if self._checked is not None and not self._is_same():
            self._checked = None
            self.list.show_suspects([], {})
            self.list.tell("")

    def _is_same(self) -> bool:
        return self._checked is not None and self._checked.is_same(self._page.choice)

    def _layer(self, choice: DataChoice) -> Optional[QgsVectorLayer]:
        layer = self._project.mapLayer(choice.polygons_id)
        is_of_polygons = isinstance(layer, QgsVectorLayer) and layer.geometryType() == POLYGON_GEOMETRY
        return layer if is_of_polygons and choice.class_field else None

    def _on_zoom(self, suspect: SuspectPolygon) -> None:
        layer = self._layer(self._page.choice)
        if layer is None:
            return
        try:
            zoom_to(self._canvas, self._project, suspect.box, layer.crs(), _AROUND)
        except BadInputError as error:
            self._messages.warning(error_text(error))
            return
        feature = polygon_of(layer, self._page.choice.class_field, suspect)
        if feature is not None:
            self._canvas.flashFeatureIds(layer, [feature.id()])
        self.list.tell(suspect.text)

    def _on_keep(self, suspect: SuspectPolygon) -> None:
        layer = self._layer(self._page.choice)
        if layer is not None:
            keep(layer, suspect)
            self._done(suspect)

    def _on_reclass(self, suspect: SuspectPolygon, name: str) -> None:
        def change(layer: QgsVectorLayer, feature: QgsFeature) -> bool:
            field = self._page.choice.class_field
            value = class_value(layer, field, name)
            if value is None:
                raise BadInputError(tr("The field “{field}” can't hold “{name}”.", field=field, name=name))
            return bool(layer.changeAttributeValue(feature.id(), layer.fields().indexOf(field), value))

        self._edit(suspect, tr("Reclassify polygons"), change)

    def _on_delete(self, suspect: SuspectPolygon) -> None:
        self._edit(suspect, tr("Delete polygons"), lambda layer, feature: bool(layer.deleteFeature(feature.id())))

    def _edit(self, suspect: SuspectPolygon, step: str, change: Callable[[QgsVectorLayer, QgsFeature], bool]) -> None:
        """Change the polygon that is meant, as one step of the layer's undo stack."""
        layer = self._layer(self._page.choice)
        if layer is None:
            return
        feature = polygon_of(layer, self._page.choice.class_field, suspect)
        if feature is None:
            self._messages.warning(tr("This polygon was changed or deleted meanwhile."))
            self._done(suspect)
            return
        if not layer.isEditable() and not layer.startEditing():
            text = tr("“{name}” can't be edited. Save it to a GeoPackage first.", name=layer.name())
            self._messages.warning(text)
            return
        layer.beginEditCommand(step)
        try:
            changed = change(layer, feature)
        except OutcropError as error:
            layer.destroyEditCommand()
            self._messages.warning(error_text(error))
            return
        if not changed:
            layer.destroyEditCommand()
            self._messages.warning(tr("“{name}” refused the change.", name=layer.name()))
            return
        layer.endEditCommand()
        layer.triggerRepaint()
        self._done(suspect, tr("Edited, not saved yet: QGIS's Save Layer Edits keeps it, its Undo takes it back."))

    def _done(self, suspect: SuspectPolygon, text: str = "") -> None:
        """Go on to the next one, or say that all are answered."""
        self.list.drop(suspect)
        following = self.list.current
        self.list.tell(following.text if following is not None else f"{tr('All are answered.')} {text}".strip())
