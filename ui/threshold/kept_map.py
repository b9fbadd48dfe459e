"""A map with its kept probabilities, as far as that is known without reading a pixel."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Optional

from osgeo import gdal

from ...core.errors import BadInputError
from ...core.files.beside import probabilities_of
from ...core.labels.legend import Legend
from ...core.prediction.raster.shares import Shares
from ...core.prediction.raster.tags import HISTOGRAM_ITEM, LEGEND_TAG, PROBABILITIES_TAG, THRESHOLD_TAG
from ...core.prediction.raster.threshold import Threshold
from ..gdal_calls import GdalError, opened
from ..texts import tr


@dataclass(frozen=True)
class KeptMap:
    """A map of classes.

    Attributes:
        path: Its file.
        legend: Its classes.
        probabilities: The raster of them, one band a class; empty where none was kept.
        shares: For every class how often each probability occurs; None where the raster doesn't say.
        pixels: How many pixels of the map are of each class, by id; empty where it doesn't say.
        threshold: By which it was made, if by one.
    """

    path: str
    legend: Legend
    probabilities: str = ""
    shares: tuple[Optional[Shares], ...] = ()
    pixels: tuple[int, ...] = ()
    threshold: Optional[Threshold] = None

    def share_of(self, class_id: int) -> Optional[float]:
        """Give the share that a class has in the map; None where that isn't known."""
        total = sum(self.pixels[1:])
        return self.pixels[class_id] / total if total and class_id < len(self.pixels) else None

    def first_byte(self, class_id: int) -> int:
        """Give the threshold (1…255) that the map has, or by which a class would have the share that it has."""
        if self.threshold is not None and self.legend.id_of(self.threshold.class_name) == class_id:
            return self.threshold.byte
        share, shares = self.share_of(class_id), self.shares[class_id - 1]
        return Threshold("", 0.5).byte if share is None or shares is None else shares.byte_for(share)


def read_kept_map(path: str, probabilities: str = "") -> KeptMap:
    """Read what a map says of itself and of its probabilities, which are found where none are given.

    Raises:
        BadInputError: It says no classes, can't be read, or the probabilities are of another map.
    """
    try:
        dataset = opened(gdal.Open, path)
        legend = Legend.from_dicts(json.loads(dataset.GetMetadataItem(LEGEND_TAG) or "[]"))
        if not len(legend):
            raise BadInputError(tr("“{path}” doesn't say what its classes are. Choose a map of Outcrop.", path=path))
        kept_path = probabilities or probabilities_of(path, dataset.GetMetadataItem(PROBABILITIES_TAG) or "")
        if not kept_path:
            return KeptMap(path, legend)
        kept = opened(gdal.Open, kept_path)
    except GdalError as error:
        raise BadInputError(tr("“{path}” can't be read: {reason}", path=path, reason=error)) from error
    if _shape(kept) != (len(legend), *_shape(dataset)[1:]):
        raise BadInputError(
            tr("“{path}” holds no probabilities of this map: its classes or pixels are others. Predict again with "
               "probabilities.", path=kept_path)
        )  # fmt: skip
    shares = tuple(Shares.of_text(_item(kept, entry.id)) for entry in legend.classes)
    pixels = _pixels(dataset.GetRasterBand(1), len(legend))
    threshold = Threshold.from_dict(json.loads(dataset.GetMetadataItem(THRESHOLD_TAG) or "null"))
    if threshold is not None and threshold.class_name not in legend.names:
        threshold = None
    return KeptMap(path, legend, kept_path, shares, pixels, threshold)


def _shape(dataset: Any) -> tuple[int, int, int]:
    return dataset.RasterCount, dataset.RasterYSize, dataset.RasterXSize


def _pixels(band: Any, classes: int) -> tuple[int, ...]:
    """Read from a map's attribute table how many pixels are of each class, by id; empty where it has none."""
    table = band.GetDefaultRAT()
    columns = [table.GetColOfUsage(usage) for usage in (gdal.GFU_MinMax, gdal.GFU_PixelCount)] if table else [-1]
    if min(columns) < 0:
        return ()
    values, counts = columns
    pixels = [0] * (classes + 1)
    for row in range(table.GetRowCount()):
        class_id = table.GetValueAsInt(row, values)
        if 0 < class_id <= classes:
            pixels[class_id] = int(table.GetValueAsDouble(row, counts))
    return tuple(pixels)


def _item(dataset: Any, band: int) -> Optional[str]:
    text: Optional[str] = dataset.GetRasterBand(band).GetMetadataItem(HISTOGRAM_ITEM)
    return text
