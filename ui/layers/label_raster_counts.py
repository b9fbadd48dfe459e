"""Counts per class of a label raster: how many of the imagery's pixels each value covers, as the worker will see it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsProject, QgsRasterLayer, QgsRectangle

from ...core.errors import BadInputError
from ...core.labels.legend import MOST_CLASSES
from ...core.labels.names.class_value import class_name
from ..texts import tr
from .classes.class_counts import Counts, EstimatedClassCount
from .classes.class_values import in_order
from .imagery import Imagery, open_file, source_path
from .label_rasters import value_colours, value_names
from .layer_view import hidden_of

_BLOCK_PX = 2048
_MOST_KEPT = 8
_kept: dict[tuple[Any, ...], Counter[Any]] = {}
"""How often every value was met, by files and grid: whatever else changes, a file that stays is read once."""


class LabelRasterCounter:
    """Counts in any thread: what it needs of the layer is taken when it is made.

    Nodata and masked pixels are unlabelled; every other value is a class.
    """

    def __init__(self, layer: QgsRasterLayer, imagery: Imagery) -> None:
        """Take what is needed of the layer; to be called on the main thread.

        Raises:
            BadInputError: Its attribute table can't be used.
        """
        self._path, self._crs, self._imagery = source_path(layer), layer.crs(), imagery
        self._name, self._names = layer.name(), value_names(layer)
        self._colours = {self._class_of(value): colour for value, colour in value_colours(layer).items()}
        self._hidden = hidden_of(layer, max(1, layer.bandCount()))
        try:
            to_imagery = QgsCoordinateTransform(layer.crs(), imagery.crs, QgsProject.instance())
            self._overlap = to_imagery.transformBoundingBox(layer.extent()).intersect(imagery.extent)
        except QgsCsException:
            self._overlap = QgsRectangle()
        self._identity = self._identify()

    @property
    def is_known(self) -> bool:
        """Whether these very files were counted on this grid before, so that nothing has to be read."""
        return self._identity in _kept

    def count(self, cancelled: Callable[[], bool] = lambda: False) -> Counts:
        """Count; stops early, with what it has, when it is cancelled or there are too many values for classes.

        Raises:
            BadInputError: The file can't be read.
        """
        if self._overlap.isEmpty() or not self._overlap.isFinite():
            return Counts()
        values = self._values(cancelled)
        classes: dict[str, EstimatedClassCount] = {}
        for value, pixels in values.items():
            entry = classes.setdefault(self._class_of(value), EstimatedClassCount(self._class_of(value)))
            entry.pixels += pixels
            entry.square_metres += pixels * self._imagery.pixel_size_m**2
        return Counts(classes=[classes[name] for name in in_order(classes)], colours=self._colours)

    def _values(self, cancelled: Callable[[], bool]) -> Counter[Any]:
        """Give how often every value was met, from memory where the files are the same as then."""
        known = _kept.get(self._identity) if self._identity is not None else None
        if known is not None:
            return known
        values = self._count_values(cancelled)
        if self._identity is not None and not cancelled() and self._identity == self._identify():
            _kept[self._identity] = values
            for oldest in list(_kept)[:-_MOST_KEPT]:
                _kept.pop(oldest, None)
        return values

    def _identify(self) -> Optional[tuple[Any, ...]]:
        """Say which files are counted on which grid, with when they were changed; None for what is no local file."""
        source = open_file(self._path)
        files = source.GetFileList() if source is not None else None
        try:
            states = [(path, Path(path).stat()) for path in files or ()]
        except OSError:
            return None
        imagery, overlap = self._imagery, self._overlap
        return (
            *((path, state.st_mtime_ns, state.st_size) for path, state in states),
            self._hidden, self._crs.toWkt(), imagery.crs.toWkt(), imagery.pixel_width, imagery.pixel_height,
            *(edge for box in (imagery.extent, overlap)
              for edge in (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())),
        ) if states else None  # fmt: skip

    def _count_values(self, cancelled: Callable[[], bool]) -> Counter[Any]:
        pixels_by_value: Counter[Any] = Counter()
        dataset = self._on_grid()
        band = dataset.GetRasterBand(1)
        for top in range(0, band.YSize, _BLOCK_PX):
            for left in range(0, band.XSize, _BLOCK_PX):
                size = min(_BLOCK_PX, band.XSize - left), min(_BLOCK_PX, band.YSize - top)
                values = band.ReadAsArray(left, top, *size)
                mask = band.GetMaskBand().ReadAsArray(left, top, *size)
                if values is None or mask is None:
                    raise BadInputError(tr("“{name}” can't be read. Check that its file is whole.", name=self._name))
                labelled = values[(mask > 0) & ~np.isnan(values) & ~self._is_hidden(values)]
                distinct, pixels = np.unique(labelled, return_counts=True)
                pixels_by_value.update(dict(zip(distinct.tolist(), pixels.tolist())))
                if cancelled() or len(pixels_by_value) > MOST_CLASSES:
                    return pixels_by_value
        return pixels_by_value

    def _is_hidden(self, values: np.ndarray) -> np.ndarray:
        """Say which values are no data, or transparent, by the layer's properties."""
        ends = [*self._hidden.ranges[0], *(one for band, more in self._hidden.everywhere if band == 1 for one in more)]
        hidden = np.zeros(values.shape, bool)
        for low, high in ends:
            hidden |= (values >= low) & (values <= high)
        return hidden

    def _on_grid(self) -> gdal.Dataset:
        """Open the labels on the imagery's pixels, nearest neighbour, where both lie."""
        source, extent, overlap = open_file(self._path), self._imagery.extent, self._overlap
        if source is None:
            raise BadInputError(tr("“{name}” can't be read. Check that its file is whole.", name=self._name))
        wide, high = self._imagery.pixel_width, self._imagery.pixel_height
        left, right = (
            (overlap.xMinimum() - extent.xMinimum()) / wide,
            overlap.xMaximum() - extent.xMinimum(),
        )
        top, bottom = (
            (extent.yMaximum() - overlap.yMaximum()) / high,
            extent.yMaximum() - overlap.yMinimum(),
        )
        first, last = math.floor(left + 1e-6), math.ceil(right / wide - 1e-6)
        upper, lower = math.floor(top + 1e-6), math.ceil(bottom / high - 1e-6)
        bounds = (
            extent.xMinimum() + first * wide, extent.yMaximum() - lower * high,
            extent.xMinimum() + last * wide, extent.yMaximum() - upper * high,
        )  # fmt: skip
        is_ignored = 1 in self._hidden.ignored
        return gdal.Warp(
            "", source, format="VRT", outputBounds=bounds, width=last - first, height=lower - upper,
            srcSRS=self._crs.toWkt(), dstSRS=self._imagery.crs.toWkt(), resampleAlg="near",
            dstAlpha=is_ignored or source.GetRasterBand(1).GetNoDataValue() is None,
            **({"srcNodata": "None"} if is_ignored else {}),
        )  # fmt: skip

    def _class_of(self, value: Any) -> str:
        number = float(value)
        return self._names.get(int(number), class_name(value)) if number.is_integer() else class_name(value)
