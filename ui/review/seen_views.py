"""What was looked over: while it is switched on, views that the map rests on are kept, with scale, who and when."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ...core.errors import OutcropError
from ...core.review.fields import SEEN_AT, SEEN_BY, SEEN_LAYER, SEEN_PREDICTION, SEEN_SCALE
from ..compat import TEXT, WHOLE_NUMBER, WkbType
from ..layers.corrected import REVIEWS_PROPERTY
from ..live.view import view_of
from ..texts import number_text, tr, unwritable_text

REST_MS = 1500
"""So long the map has to stay where it is for what it shows to count as seen."""
_CLOSE_ENOUGH, _KNOWN = 1.05, 0.98


class SeenViews(QObject):
    """Keeps views of one map in its file of reviews; `told` brings how much of the map was seen, and at which scale.

    A view counts where a pixel of the map is at least one of the screen's: what is drawn smaller can't be judged.
    """

    told = pyqtSignal(str)

    def __init__(self, project: QgsProject, canvas: QgsMapCanvas, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._project, self._canvas = project, canvas
        self._map: Optional[QgsRasterLayer] = None
        self._map_file = self._layer_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.note)

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer of views, if it is open and still in the project."""
        layer = self._project.mapLayer(self._layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def start(self, file: Path, mapped: QgsRasterLayer, map_file: str) -> None:
        """Keep from now on what is seen of a map.

        Raises:
            OutcropError: The file can't be written or loaded.
        """
        self.stop()
        layer = self._opened(file, mapped)
        self._map, self._map_file, self._layer_id = mapped, map_file, layer.id()
        mapped.willBeDeleted.connect(self.stop)
        self._canvas.extentsChanged.connect(self._timer.start)
        self._timer.start()

    def stop(self) -> None:
        """Keep nothing more; the layer stays."""
        self._timer.stop()
        if self._map is not None:
            self._canvas.extentsChanged.disconnect(self._timer.start)
            self._map.willBeDeleted.disconnect(self.stop)
        self._map, self._layer_id = None, ""
        self.told.emit("")

    def note(self) -> None:
        """Keep what the map shows now, if it is close enough and wasn't seen before."""
        layer, mapped = self.layer, self._map
        if layer is None or mapped is None:
            return
        try:
            view = view_of(self._canvas.mapSettings(), mapped.crs(), self._project)
        except OutcropError:
            return
        box = view.box.intersect(mapped.extent())
        needed = self._canvas.scale() * mapped.rasterUnitsPerPixelX() / view.pixel
        seen = self._seen(layer)
        if box.isEmpty() or view.pixel > _CLOSE_ENOUGH * mapped.rasterUnitsPerPixelX():
            self._tell(seen, needed)
            return
        shape = QgsGeometry.fromRect(box)
        if seen.isEmpty() or seen.intersection(shape).area() < _KNOWN * shape.area():
            self._keep(layer, shape)
            seen = self._seen(layer)
        self._tell(seen, needed)

    def _keep(self, layer: QgsVectorLayer, shape: QgsGeometry) -> None:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shape)
        now = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
        values = {SEEN_BY: getpass.getuser(), SEEN_AT: now, SEEN_SCALE: round(self._canvas.scale()),
                  SEEN_PREDICTION: self._map_file}  # fmt: skip
        for name, value in values.items():
            feature[name] = value
        layer.dataProvider().addFeatures([feature])
        layer.triggerRepaint()

    def _seen(self, layer: QgsVectorLayer) -> QgsGeometry:
        """Give what this analyst has seen of the map so far."""
        views = [
            one.geometry()
            for one in layer.getFeatures()
            if one[SEEN_BY] == getpass.getuser() and one[SEEN_PREDICTION] == self._map_file
        ]
        return QgsGeometry.unaryUnion(views) if views else QgsGeometry()

    def _tell(self, seen: QgsGeometry, scale: float) -> None:
        if self._map is None:
            return
        whole = QgsGeometry.fromRect(self._map.extent())
        share = 0.0 if seen.isEmpty() else 100 * seen.intersection(whole).area() / whole.area()
        self.told.emit(
            tr("Seen at 1:{scale} or closer: {share} % of the map.", scale=number_text(scale), share=number_text(share))
        )

    def _opened(self, file: Path, mapped: QgsRasterLayer) -> QgsVectorLayer:
        source = f"{file}|layername={SEEN_LAYER}"
        for opened in self._project.mapLayers().values():
            if opened.source() == source:
                return opened
        layer = QgsVectorLayer(source, tr("seen"), "ogr") if file.is_file() else None
        if layer is None or not layer.isValid():
            _make(file, mapped)
            layer = QgsVectorLayer(source, tr("seen"), "ogr")
        if not layer.isValid():
            raise OutcropError(tr("The reviews “{path}” can't be loaded. Check that the file is there.", path=file))
        layer.setCustomProperty(REVIEWS_PROPERTY, file.name)
        layer.renderer().symbol().setColor(QColor(76, 175, 80, 40))
        self._project.addMapLayer(layer, False)
        self._project.layerTreeRoot().addLayer(layer)
        return layer


def _make(file: Path, mapped: QgsRasterLayer) -> None:
    """Make the layer in a file that may hold others.

    Raises:
        OutcropError: It can't be written.
    """
    fields = QgsFields()
    for name, kind in ((SEEN_BY, TEXT), (SEEN_AT, TEXT),
                       (SEEN_SCALE, WHOLE_NUMBER), (SEEN_PREDICTION, TEXT)):  # fmt: skip
        fields.append(QgsField(name, kind))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", SEEN_LAYER
    if file.is_file():
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    writer = QgsVectorFileWriter.create(
        str(file), fields, WkbType.Polygon, mapped.crs(), QgsProject.instance().transformContext(), options
    )
    problem = writer.errorMessage()
    failed = writer.hasError() != QgsVectorFileWriter.WriterError.NoError
    del writer
    if failed:
        raise OutcropError(unwritable_text(file, problem))
