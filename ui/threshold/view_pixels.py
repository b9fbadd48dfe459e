"""What is seen of a map's probabilities: read at the canvas's resolution, in the background."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from osgeo import gdal
from qgis.core import QgsRectangle, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.prediction.raster.shares import Shares
from ...core.prediction.raster.threshold import rest_of, thresholded
from ..gdal_calls import GdalError, done, opened
from ..texts import tr
from ..worker.task import add_task
from .kept_map import KeptMap

_MOST_PIXELS = 4_000_000
"""More than any screen shows."""


@dataclass(frozen=True)
class ViewPixels:
    """A part of a map.

    Attributes:
        class_id: The class that is set against the rest.
        labels: The map's class ids (H, W).
        own: The kept probability of the class (H, W), 1…255, 0 for none.
        rest: The likeliest of the other classes (H, W).
        transform: GDAL's six numbers.
        crs: The coordinate system as WKT.
        shares: How often each probability occurs in the whole map.
    """

    class_id: int
    labels: np.ndarray
    own: np.ndarray
    rest: np.ndarray
    transform: tuple[float, ...]
    crs: str
    shares: Shares

    def at(self, byte: int) -> np.ndarray:
        """Give the class ids (H, W) at a threshold (1…255)."""
        return thresholded(self.labels, self.own, self.rest, self.class_id, byte)


def read_view(kept: KeptMap, class_id: int, box: QgsRectangle, pixel: float) -> Optional[ViewPixels]:
    """Read what is seen of a map.

    Args:
        kept: The map.
        class_id: The class that is to be set against the rest.
        box: What is seen, in the map's coordinate system.
        pixel: Side of the canvas's pixels in the units of that.

    Returns:
        The part that is seen; None where nothing is.

    Raises:
        GdalError: It can't be read.
    """
    classes, chances = opened(gdal.Open, kept.path), opened(gdal.Open, kept.probabilities)
    transform = classes.GetGeoTransform()
    inverse = opened(gdal.InvGeoTransform, transform)
    corners = [
        gdal.ApplyGeoTransform(inverse, x, y)
        for x in (box.xMinimum(), box.xMaximum()) for y in (box.yMinimum(), box.yMaximum())
    ]  # fmt: skip
    (left, right), (top, bottom) = (
        (max(0, int(min(values))), min(size, int(max(values)) + 1))
        for values, size in zip(zip(*corners), (classes.RasterXSize, classes.RasterYSize))
    )
    width, height = right - left, bottom - top
    if width <= 0 or height <= 0:
        return None
    own_side = (abs(transform[1] * transform[5] - transform[2] * transform[4])) ** 0.5
    factor = max(1.0, pixel / own_side, (width * height / _MOST_PIXELS) ** 0.5)
    size = {"buf_xsize": max(1, round(width / factor)), "buf_ysize": max(1, round(height / factor))}
    labels = done(classes.GetRasterBand(1).ReadAsArray, left, top, width, height, **size)
    values = done(chances.ReadAsArray, left, top, width, height, **size)
    across, down = width / size["buf_xsize"], height / size["buf_ysize"]
    x, y = gdal.ApplyGeoTransform(transform, left, top)
    part = (x, transform[1] * across, transform[2] * down, y, transform[4] * across, transform[5] * down)
    shares = kept.shares[class_id - 1] or _counted(chances.GetRasterBand(class_id))
    return ViewPixels(
        class_id, labels, values[class_id - 1], rest_of(values, class_id - 1), part, classes.GetProjection(), shares
    )


def _counted(band: Any) -> Shares:
    """Count a band that doesn't say how often each value occurs, from an overview where it has one."""
    overviews = [band.GetOverview(number) for number in range(band.GetOverviewCount())]
    fitting = [one for one in (band, *overviews) if one.XSize * one.YSize <= _MOST_PIXELS]
    values = done((fitting[0] if fitting else (band, *overviews)[-1]).ReadAsArray)
    counts = np.bincount(values.ravel(), minlength=256)
    return Shares(counts if counts[1:].any() else np.ones(256, np.int64))


class ViewReader(QObject):
    """Reads one view after another; the last one that was asked for wins.

    `read` brings `ViewPixels`, None where nothing of the map is seen; `failed` why it can't be read.
    """

    read = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[_ReadViewTask] = None

    @property
    def is_reading(self) -> bool:
        """Whether a view is being read."""
        return self._task is not None

    def start(self, kept: KeptMap, class_id: int, box: QgsRectangle, pixel: float) -> None:
        """Begin to read."""
        task = self._task = _ReadViewTask(kept, class_id, box, pixel)
        task.over.connect(lambda: self._on_over(task))
        add_task(task)

    def stop(self) -> None:
        """Hear no more of what is being read."""
        self._task = None

    def _on_over(self, task: _ReadViewTask) -> None:
        if task is not self._task:
            return
        self._task = None
        if task.trouble:
            self.failed.emit(task.trouble)
        else:
            self.read.emit(task.pixels)


class _ReadViewTask(QgsTask):
    """Reads one view in a thread."""

    over = pyqtSignal()

    def __init__(self, kept: KeptMap, class_id: int, box: QgsRectangle, pixel: float) -> None:
        super().__init__(tr("Outcrop: reading probabilities"))
        self._asked = kept, class_id, box, pixel
        self.pixels: Optional[ViewPixels] = None
        self.trouble = ""

    def run(self) -> bool:
        """Read it; nothing may be raised here."""
        try:
            self.pixels = read_view(*self._asked)
        except GdalError as error:
            self.trouble = tr("“{path}” can't be read: {reason}", path=self._asked[0].probabilities, reason=error)
        except Exception as error:  # noqa: BLE001  (an exception that leaves run() ends QGIS)
            self.trouble = tr("“{path}” can't be read: {reason}", path=self._asked[0].probabilities, reason=repr(error))
        return not self.trouble

    def finished(self, _result: bool) -> None:
        """Tell, on the main thread."""
        self.over.emit()
