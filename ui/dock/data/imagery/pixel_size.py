"""The pixel size of imagery that is no file: shown for such layers only, and kept with the layer."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsMapLayer, QgsRasterLayer
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QWidget

from ....layers.imagery import PIXEL_SIZE_PROPERTY, is_image, is_no_file, pixel_size_of
from ....texts import tr

_LARGEST_M = 100_000.0


class PixelSizeField(QgsDoubleSpinBox):
    """Chooses the pixels' side in metres; `changed` when the analyst chose another one."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsRasterLayer] = None
        self._label: Optional[QLabel] = None
        self.setRange(0.01, _LARGEST_M)
        self.setDecimals(2)
        self.setSuffix(tr(" m"))
        self.setShowClearButton(False)
        self.setKeyboardTracking(False)
        self.setToolTip(tr("This layer is no file: QGIS draws it with pixels of this size before the computing begins"))
        self.valueChanged.connect(self._on_value)

    def set_label(self, label: QLabel) -> None:
        """Take the label that comes and goes with the field."""
        self._label = label
        self.follow(self._layer)

    def follow(self, layer: Optional[QgsMapLayer], suggested_m: float = 0.0) -> None:
        """Show a layer's pixel size; where none was chosen for it yet, take the one that is suggested."""
        self._layer = layer if isinstance(layer, QgsRasterLayer) and layer.isValid() and is_no_file(layer) else None
        for widget in (self, self._label):
            if widget is not None:
                widget.setVisible(self._layer is not None)
        if self._layer is None:
            return
        is_free = self._layer.customProperty(PIXEL_SIZE_PROPERTY) is None and is_image(
            self._layer.dataProvider().dataType(1)
        )
        if suggested_m > 0 and is_free:
            self._layer.setCustomProperty(PIXEL_SIZE_PROPERTY, suggested_m)
        self.blockSignals(True)
        self.setValue(pixel_size_of(self._layer))
        self.blockSignals(False)

    def _on_value(self, value: float) -> None:
        if self._layer is not None:
            self._layer.setCustomProperty(PIXEL_SIZE_PROPERTY, value)
            self.changed.emit()
