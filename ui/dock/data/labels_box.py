"""The box that chooses the labels, polygons, points or a label raster, and the button beside it that makes some."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...compat import POINT_GEOMETRY, LayerFilter
from ...layers.corrected import is_reviews
from ...layers.label_rasters import is_label_raster, mark_label_raster, markable_rasters
from ...texts import as_caption, count_text, tr


class LabelsBox(QgsMapLayerComboBox):
    """Offers layers of polygons, but reviews, and of points, and of the rasters those that hold labels.

    Points are chosen by nobody but the analyst where there are polygons: most hold something else.

    `labels_changed` comes when others are chosen; `layerChanged` also when layers that are no labels come or go.
    """

    labels_changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._left_out: set[str] = set()
        self._shown = ""
        self._is_asked_for = False
        self.setFilters(LayerFilter.PolygonLayer | LayerFilter.PointLayer | LayerFilter.RasterLayer)
        self.setToolTip(
            tr(
                "Polygons drawn over the imagery or points of a survey, each with its class, or a raster whose values "
                "are classes; any coordinate system will do"
            )
        )
        self.look()
        self.layerChanged.connect(lambda _layer: self._on_layer())
        self.activated.connect(self._on_choice)

    @property
    def labels(self) -> Optional[QgsMapLayer]:
        """The chosen layer; a raster that is no labels is none, while the box doesn't know of it yet."""
        layer = self.currentLayer()
        return None if isinstance(layer, QgsRasterLayer) and not is_label_raster(layer) else layer

    def look(self) -> None:
        """Look which layers are no labels."""
        layers = self._project.mapLayers().values()
        others = [one for one in layers if is_reviews(one) or _is_other_raster(one)]
        ids = {layer.id() for layer in others}
        if ids != self._left_out:  # to set it reads the labels anew
            self._left_out = ids
            self.setExceptedLayerList(others)
        if not self._is_asked_for and are_points(self.currentLayer()):
            offered = (self.layer(number) for number in range(self.count()))
            better = next((one for one in offered if one is not None and not are_points(one)), None)
            if better is not None:
                super().setLayer(better)

    def setLayer(self, layer: Optional[QgsMapLayer]) -> None:  # noqa: N802  (QGIS's name)
        """Choose a layer, which stays chosen."""
        self._is_asked_for = layer is not None
        super().setLayer(layer)

    def _on_choice(self, _number: int) -> None:
        self._is_asked_for = True

    def _on_layer(self) -> None:
        labels = self.labels
        shown = labels.id() if labels is not None else ""
        if shown != self._shown:
            self._shown = shown
            self.labels_changed.emit()


class NewLabels(QToolButton):
    """Makes a polygon layer, and in its menu says of rasters that they hold labels; `marked` brings such a layer."""

    requested = pyqtSignal(bool)
    marked = pyqtSignal(object, bool)

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self.setText(tr("New"))
        self.setToolTip(tr("Make a polygon layer with the right fields over this imagery, and start drawing"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = QMenu(self)
        menu.addAction(tr("In another place…"), lambda: self.requested.emit(True))
        self.rasters = menu.addMenu(tr("Rasters that hold labels"))
        self.rasters.aboutToShow.connect(self._list_rasters)
        self.setMenu(menu)
        self.clicked.connect(lambda: self.requested.emit(False))

    def _list_rasters(self) -> None:
        self.rasters.clear()
        for layer in markable_rasters(self._project):
            action = self.rasters.addAction(as_caption(layer.name()))
            action.setCheckable(True)
            action.setChecked(is_label_raster(layer))
            action.toggled.connect(partial(self._mark, layer.id()))
        if self.rasters.isEmpty():
            self.rasters.addAction(tr("No raster in this project yet")).setEnabled(False)

    def _mark(self, layer_id: str, holds_labels: bool) -> None:
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            mark_label_raster(layer, holds_labels=holds_labels)
            self.marked.emit(layer, holds_labels)


def are_points(layer: Optional[QgsMapLayer]) -> bool:
    """Say whether a layer is of points."""
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == POINT_GEOMETRY


def selected_text(layer: Optional[QgsMapLayer], count: int) -> str:
    """Say that only so many selected polygons or points of a layer count."""
    if are_points(layer):
        return count_text(count, tr("Only the {n} selected point"), tr("Only the {n} selected points"))
    return count_text(count, tr("Only the {n} selected polygon"), tr("Only the {n} selected polygons"))


def _is_other_raster(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsRasterLayer) and not is_label_raster(layer)
