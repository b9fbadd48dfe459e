"""The widget for classes by other names: a line, and a button that reads the classes of what is chosen above it."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ....core.errors import BadInputError
from ...layers.classes.class_values import class_text, in_order
from ...layers.label_rasters import value_names
from ...layers.own_rasters import legend_names
from ...texts import error_text, tr
from ...widgets.class_mapping import ClassMappingDialog, mapping_text
from ..after.after_prediction import PREDICTION_RASTER
from ..base.dialog_wrapper import DialogWrapper
from ..base.inputs import pairs_of
from ..base.scene import CLASS_FIELD, LABEL_RASTER, POLYGONS

_MOST = 254


class RenamedWidget(QWidget):
    """The line and the button, and under them what is missing."""

    changed = pyqtSignal()
    asked = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("class of the labels=class of the prediction, …"))
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.button = QPushButton(tr("Match…"))
        self.button.setToolTip(tr("Choose for every class of the labels what it is called in the prediction"))
        self.button.clicked.connect(self.asked.emit)
        self.missing = QLabel()
        self.missing.setTextFormat(Qt.TextFormat.PlainText)
        self.missing.setWordWrap(True)
        self.missing.hide()
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.missing)

    def tell_missing(self, text: str) -> None:
        """Say what is to be chosen first; an empty text takes the old one away."""
        self.missing.setText(text)
        self.missing.setVisible(bool(text))


class RenamedWrapper(DialogWrapper):
    """Puts the widget into dialogs."""

    def createWidget(self) -> RenamedWidget:
        """Make the widget."""
        widget = RenamedWidget()
        widget.changed.connect(lambda: self.widgetValueHasChanged.emit(self))
        widget.asked.connect(self.match)
        self._others: dict[str, Any] = {}
        return widget

    def postInitialize(self, wrappers: Any) -> None:  # noqa: N802  (QGIS's name)
        """Remember what else the dialog asks for."""
        self._others = {wrapper.parameterDefinition().name(): wrapper for wrapper in wrappers}

    def setValue(self, value: Any) -> None:  # noqa: N802  (QGIS's name)
        """Show pairs."""
        self.widget.line.setText(str(value or ""))

    def value(self) -> Any:
        """Give the pairs as text; None where there are none."""
        return self.widget.line.text().strip() or None

    def match(self) -> None:
        """Let the classes of what is chosen be matched."""
        try:
            predicted, labelled = self._predicted(), self._labelled()
            pairs = pairs_of(self.widget.line.text())
        except BadInputError as error:
            self.widget.tell_missing(error_text(error))
            return
        self.widget.tell_missing("")
        dialog = ClassMappingDialog(labelled, predicted, pairs, self.widget)
        if dialog.exec():
            self.widget.line.setText(mapping_text(dialog.renamed))

    def _predicted(self) -> list[str]:
        layer = self._layer(PREDICTION_RASTER)
        names = legend_names(layer) if isinstance(layer, QgsRasterLayer) else []
        if not names:
            raise BadInputError(tr("Choose a prediction first: a raster of classes that Outcrop has written."))
        return names

    def _labelled(self) -> list[str]:
        raster = self._layer(LABEL_RASTER)
        if isinstance(raster, QgsRasterLayer):
            return in_order(value_names(raster).values())
        layer, field = self._layer(POLYGONS), self._chosen(CLASS_FIELD)
        index = layer.fields().lookupField(str(field)) if isinstance(layer, QgsVectorLayer) and field else -1
        if index < 0:
            raise BadInputError(tr("Choose the labels and their class field first."))
        return in_order(filter(None, map(class_text, layer.uniqueValues(index, _MOST))))

    def _chosen(self, name: str) -> Any:
        wrapper = self._others.get(name)
        value = wrapper.parameterValue() if wrapper is not None else None
        return value[0] if isinstance(value, list) and value else value

    def _layer(self, name: str) -> Any:
        value = self._chosen(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        if not value:
            return None
        if not isinstance(value, str):
            return value
        self._kept = QgsProcessingContext()  # holds layers that are opened from files
        self._kept.setProject(QgsProject.instance())
        return QgsProcessingUtils.mapLayerFromString(value, self._kept, True)
