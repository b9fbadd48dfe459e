"""Counting: watches polygons or a label raster and counts it anew when it changes, at once or on the task manager."""

from __future__ import annotations

from typing import Optional, Union

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....core.errors import BadInputError
from ...layers.classes.class_counts import ClassCounter
from ...layers.imagery import Imagery
from ...layers.label_raster_counts import LabelRasterCounter
from ...texts import error_text
from ...worker.task import add_task
from .count_task import CountTask

_AT_ONCE = 300
"""Polygons that are counted without a task: it takes less than the blink of an eye."""
_PAUSE_MS = 300
_SIGNALS = (
    "featureAdded", "featuresDeleted", "geometryChanged", "attributeValueChanged", "selectionChanged", "afterRollBack",
    "committedFeaturesAdded", "styleChanged", "crsChanged", "nameChanged", "subsetStringChanged", "updatedFields",
    "dataChanged",
)  # fmt: skip


class Counting(QObject):
    """Counts one layer at a time; a count that was overtaken by a newer one is never told.

    `touched` comes with every change at once, `layer_changed` after a short pause.
    """

    counted = pyqtSignal(object)
    failed = pyqtSignal(str)
    layer_changed = pyqtSignal()
    touched = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._layer: Optional[QgsMapLayer] = None
        self._task: Optional[CountTask] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.layer_changed)

    @property
    def is_counting(self) -> bool:
        """Whether a count is under way."""
        return self._task is not None

    def watch(self, layer: Optional[QgsMapLayer]) -> None:
        """Tell `layer_changed`, after a short pause, whenever this layer changes."""
        if self._layer is not None:
            for name in _signals(self._layer):
                getattr(self._layer, name).disconnect(self._on_change)
            self._layer.willBeDeleted.disconnect(self._on_deletion)
        self._layer = layer
        if layer is not None:
            for name in _signals(layer):
                getattr(layer, name).connect(self._on_change)
            layer.willBeDeleted.connect(self._on_deletion)

    def start(self, layer: QgsMapLayer, class_field: str, imagery: Imagery, *, only_selected: bool) -> None:
        """Count a layer; the result comes with `counted`."""
        self.stop()
        counter: Union[ClassCounter, LabelRasterCounter]
        if isinstance(layer, QgsVectorLayer):
            counter = ClassCounter(layer, class_field, imagery, only_selected=only_selected)
            if 0 <= layer.featureCount() <= _AT_ONCE:
                self.counted.emit(counter.count())
                return
        else:
            try:
                counter = LabelRasterCounter(layer, imagery)
            except BadInputError as error:
                self.failed.emit(error_text(error))
                return
            if counter.is_known:
                self.counted.emit(counter.count())
                return
        task = CountTask(counter)
        task.counted.connect(self._on_counted)
        task.failed.connect(self.failed)
        task.taskTerminated.connect(self._on_end)
        task.taskCompleted.connect(self._on_end)
        self._task = task
        add_task(task)

    def stop(self) -> None:
        """Drop a count that is under way."""
        task, self._task = self._task, None
        if task is not None:
            task.counted.disconnect(self._on_counted)
            task.taskTerminated.disconnect(self._on_end)
            task.taskCompleted.disconnect(self._on_end)
            task.cancel()

    def _on_change(self, *_details: object) -> None:
        self.touched.emit()
        self._timer.start()

    def _on_deletion(self) -> None:
        self._layer = None

    def _on_end(self) -> None:
        self._task = None

    def _on_counted(self, counts: object) -> None:
        self._task = None
        self.counted.emit(counts)


def _signals(layer: QgsMapLayer) -> list[str]:
    """Give the signals that a kind of layer has."""
    return [name for name in _SIGNALS if hasattr(layer, name)]
