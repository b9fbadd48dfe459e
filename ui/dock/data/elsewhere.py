"""Elsewhere: what lies outside the polygons, and inside which area it is background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ....core.errors import BadInputError
from ...compat import LayerFilter
from ...layers.imagery import Imagery, extent_in
from ...texts import tr
from ...widgets.page import grey_label

UNKNOWN, IMAGERY, CANVAS, RECTANGLE, LAYER = "unknown", "imagery", "canvas", "rectangle", "layer"
_OLD: dict[Any, str] = {0: UNKNOWN, 1: LAYER}
"""What projects of before kept instead of these names."""
_POINTS_A_SIDE = 15


@dataclass(frozen=True)
class LabelledAreaChoice:
    """Inside what everything is labelled: the polygons of a layer, or an outline.

    Both the outline and its coordinate system are WKT. Without either, what lies outside the polygons is unknown.
    """

    layer_id: str = ""
    outline: str = ""
    crs: str = ""

    @classmethod
    def of_box(cls, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> LabelledAreaChoice:
        """Choose a rectangle."""
        return cls.of_outline(QgsGeometry.fromRect(box), crs)

    @classmethod
    def of_outline(cls, outline: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> LabelledAreaChoice:
        """Choose what lies in an outline."""
        return cls(outline=outline.asWkt(), crs=crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))

    def __bool__(self) -> bool:
        """Whether there is one."""
        return bool(self.layer_id or self.outline)

    def layer(self, project: QgsProject) -> Optional[QgsVectorLayer]:
        """Give the area as a layer, in memory where it is an outline; None where there is none."""
        if not self.outline:
            layer = project.mapLayer(self.layer_id)
            return layer if isinstance(layer, QgsVectorLayer) else None
        area = QgsVectorLayer("Polygon", "labelled area", "memory")
        area.setCrs(QgsCoordinateReferenceSystem.fromWkt(self.crs))
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(self.outline))
        area.dataProvider().addFeature(feature)
        return area


class Elsewhere(QWidget):
    """Chooses what lies outside the polygons; `changed` when that is something else.

    A rectangle comes from the map: `extent_requested` asks for what it shows, `drawing_requested` lets one be drawn,
    and `set_outline` takes the answer. `shown_outline` is what to show there.
    """

    changed = pyqtSignal()
    extent_requested = pyqtSignal()
    drawing_requested = pyqtSignal()

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._outline, self._crs = QgsGeometry(), QgsCoordinateReferenceSystem()
        self.choice = QComboBox()
        for key, text in (
            (UNKNOWN, tr("is unknown")),
            (IMAGERY, tr("is background in the whole imagery")),
            (CANVAS, tr("is background in what the map shows now")),
            (RECTANGLE, tr("is background in a rectangle that I draw")),
            (LAYER, tr("is background inside the polygons of…")),
        ):
            self.choice.addItem(text, key)
        self.choice.setToolTip(
            tr(
                "What lies outside the polygons. Unknown: only the polygons count; a dozen will do. Background: inside "
                "the area that you choose everything is labelled, and what no polygon covers is background."
            )
        )
        self.layer = QgsMapLayerComboBox()
        self.layer.setFilters(LayerFilter.PolygonLayer)
        self.layer.setToolTip(tr("Polygons inside which labelling is complete; not the polygons of the classes"))
        self.line = grey_label()
        self.again = QToolButton()
        self.again.setText(tr("Again"))
        self.again.setToolTip(tr("Take the rectangle from the map anew"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        self._box_line = QWidget()
        beside = QHBoxLayout(self._box_line)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.line, 1)
        beside.addWidget(self.again)
        for widget in (self.choice, self.layer, self._box_line):
            layout.addWidget(widget)
        self.setFocusProxy(self.choice)
        self.setToolTip(self.choice.toolTip())
        self._show()
        self.choice.currentIndexChanged.connect(lambda _index: self._on_choice())
        self.choice.activated.connect(lambda _index: self._ask())
        self.again.clicked.connect(self._ask)
        self.layer.layerChanged.connect(self._on_layer)

    @property
    def kind(self) -> str:
        """Which of the five it is."""
        return str(self.choice.currentData())

    @property
    def takes_box(self) -> bool:
        """Whether the area is a rectangle of the map."""
        return self.kind in (CANVAS, RECTANGLE)

    @property
    def shown_outline(self) -> tuple[QgsGeometry, QgsCoordinateReferenceSystem]:
        """The outline to show on the map, with its coordinate system; empty where there is none."""
        return (self._outline if self.takes_box else QgsGeometry()), self._crs

    def choose(self, kind: str) -> None:
        """Choose as a click does."""
        self.choice.setCurrentIndex(self.choice.findData(kind))
        self._ask()

    def choose_layer(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose that the rest is background inside the polygons of a layer; without one, that it is unknown."""
        self.layer.setLayer(layer)
        self.choice.setCurrentIndex(self.choice.findData(UNKNOWN if layer is None else LAYER))

    def set_outline(self, outline: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Take a rectangle of the map; its sides are straight there, whatever they are in the imagery's system."""
        self._outline, self._crs = outline, crs
        self._show()
        self.changed.emit()

    def leave_out(self, polygons: Optional[QgsMapLayer]) -> None:
        """Offer every polygon layer but the one that holds the classes, by whatever name it is in the project."""
        layers = self._project.mapLayers().values()
        same = [one for one in layers if polygons is not None and one.source() == polygons.source()]
        if set(same) != set(self.layer.exceptedLayerList()):
            self.layer.setExceptedLayerList(same)

    def area(self, imagery: Imagery) -> LabelledAreaChoice:
        """Give the labelled area over an imagery.

        Raises:
            BadInputError: It still has to be chosen, or misses the imagery; says what to do.
        """
        if self.kind == UNKNOWN:
            return LabelledAreaChoice()
        if self.kind == LAYER:
            layer = self.layer.currentLayer()
            if layer is None:
                raise BadInputError(
                    tr("There is no layer with the labelled area yet. Load one, or choose a rectangle instead.")
                )
            return LabelledAreaChoice(layer.id())
        if self.kind == IMAGERY:
            if imagery.is_rendered:
                raise BadInputError(
                    tr("“{name}” comes from a server and has no end. Draw a rectangle instead.", name=imagery.name)
                )
            return LabelledAreaChoice.of_box(imagery.extent, imagery.crs)
        if self._outline.isEmpty():
            raise BadInputError(tr("Draw the rectangle on the map: press, drag, and let go."))
        try:
            extent_in(imagery, self._outline.boundingBox(), self._crs, self._project)
        except BadInputError as error:
            text = tr("The rectangle lies outside “{name}”. Take it anew.", name=imagery.name)
            raise BadInputError(text) from error
        return LabelledAreaChoice.of_outline(self._outline.densifyByCount(_POINTS_A_SIDE), self._crs)

    def state(self) -> dict[str, Any]:
        """Give what is chosen as plain values."""
        layer, has_outline = self.layer.currentLayer(), not self._outline.isEmpty()
        return {
            "kind": self.kind, "layer": layer.id() if layer is not None and self.kind == LAYER else "",
            "outline": self._outline.asWkt() if has_outline else "", "crs": self._crs.toWkt() if has_outline else "",
        }  # fmt: skip

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show what was chosen."""
        layer, kind = self._project.mapLayer(str(state.get("layer") or "")), state.get("kind")
        if layer is not None:
            self.layer.setLayer(layer)
        self.choice.setCurrentIndex(max(0, self.choice.findData(_OLD.get(kind, kind))))
        outline = QgsGeometry.fromWkt(str(state.get("outline") or "")) if "outline" in state else _once(state)
        self.set_outline(outline, QgsCoordinateReferenceSystem.fromWkt(str(state.get("crs"))))

    def _ask(self) -> None:
        if self.kind == CANVAS:
            self.extent_requested.emit()
        elif self.kind == RECTANGLE:
            self.drawing_requested.emit()

    def _on_choice(self) -> None:
        if self.takes_box:
            self._outline = QgsGeometry()
        self._show()
        self.changed.emit()

    def _on_layer(self, _layer: Optional[QgsMapLayer]) -> None:
        if self.kind == LAYER:
            self.changed.emit()

    def _show(self) -> None:
        self.layer.setVisible(self.kind == LAYER)
        self._box_line.setVisible(self.takes_box and not self._outline.isEmpty())
        self.line.setText(tr("The rectangle is outlined on the map."))


def _once(state: Mapping[str, Any]) -> QgsGeometry:
    """Give the rectangle that projects of before kept by its corners."""
    try:
        xmin, ymin, xmax, ymax = (float(corner) for corner in state.get("box") or ())
    except (TypeError, ValueError):
        return QgsGeometry()
    return QgsGeometry.fromRect(QgsRectangle(xmin, ymin, xmax, ymax))
