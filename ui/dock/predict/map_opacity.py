"""The opacity of the newest map: a slider that fades it over its imagery."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from ...layers.predictions import IMAGERY_PROPERTY, MODEL_PROPERTY
from ...texts import as_plain, tr

_FULL = 100


class MapOpacity(QWidget):
    """Fades the uppermost map of an imagery; takes no room while there is none."""

    def __init__(self, project: QgsProject, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project = project
        self._imagery: Optional[QgsMapLayer] = None
        self._layer: Optional[QgsRasterLayer] = None
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _FULL)
        self.slider.setPageStep(_FULL // 4)
        self.share = QLabel()
        self.share.setMinimumWidth(self.fontMetrics().horizontalAdvance("100 %"))
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(tr("Opacity")))
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.share)
        self.slider.valueChanged.connect(self._on_slider)
        self._timer = QTimer(self)  # a layer comes into the tree only after the project has told of it
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        project.layersAdded.connect(self._on_layers)
        project.layersRemoved.connect(self._on_layers)
        self.hide()

    @property
    def layer(self) -> Optional[QgsRasterLayer]:
        """The map that is faded."""
        return self._layer

    def follow(self, imagery: Optional[QgsMapLayer]) -> None:
        """Take the newest map of this imagery."""
        self._imagery = imagery
        self._look()

    def _on_layers(self, _layers: object) -> None:
        self._timer.start()

    def _look(self) -> None:
        """Find the map anew."""
        self._leave()
        self._layer = self._newest()
        self.setVisible(self._layer is not None)
        if self._layer is not None:
            self._layer.opacityChanged.connect(self._show)
            self._show(self._layer.opacity())
            self.slider.setToolTip(as_plain(tr("How much of “{map}” covers the imagery", map=self._layer.name())))

    def _newest(self) -> Optional[QgsRasterLayer]:
        if self._imagery is None or sip.isdeleted(self._imagery):
            return None
        for node in self._project.layerTreeRoot().findLayers():
            layer = node.layer()
            is_map = isinstance(layer, QgsRasterLayer) and isinstance(layer.renderer(), QgsPalettedRasterRenderer)
            ours = is_map and bool(layer.customProperty(MODEL_PROPERTY))
            if ours and layer.customProperty(IMAGERY_PROPERTY) == self._imagery.id():
                return layer
        return None

    def _leave(self) -> None:
        if self._layer is not None and not sip.isdeleted(self._layer):
            self._layer.opacityChanged.disconnect(self._show)
        self._layer = None

    def _show(self, opacity: float) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(round(_FULL * opacity))
        self.slider.blockSignals(False)
        self.share.setText(tr("{n} %", n=self.slider.value()))

    def _on_slider(self, value: int) -> None:
        if self._layer is not None and not sip.isdeleted(self._layer):
            self._layer.setOpacity(value / _FULL)
            self._layer.triggerRepaint()
