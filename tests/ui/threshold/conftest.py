"""Maps with their kept probabilities, as a prediction leaves them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import HISTOGRAM_ITEM, LEGEND_TAG

STRAIGHT = (600_000.0, 10.0, 0.0, 4_740_000.0, 0.0, -10.0)
TURNED = (600_000.0, 8.0, 6.0, 4_740_000.0, 6.0, -8.0)


def crs_of(code: int) -> str:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(code)
    return str(reference.ExportToWkt())


def write(path: Path, bands: np.ndarray, transform: Sequence[float], code: int, *, counted: bool = True) -> None:
    made = gdal.GetDriverByName("GTiff").Create(str(path), bands.shape[2], bands.shape[1], len(bands), gdal.GDT_Byte)
    made.SetGeoTransform(transform)
    made.SetProjection(crs_of(code))
    for number, values in enumerate(bands, start=1):
        band = made.GetRasterBand(number)
        band.WriteArray(values)
        band.SetNoDataValue(0)
        if counted:
            counts = np.bincount(values.ravel(), minlength=256)
            band.SetMetadataItem(HISTOGRAM_ITEM, "|".join(map(str, counts.tolist())))
    made.BuildOverviews("AVERAGE" if len(bands) > 1 else "MODE", [2, 4])


def attribute_table(labels: np.ndarray) -> gdal.RasterAttributeTable:
    table = gdal.RasterAttributeTable()
    table.CreateColumn("Value", gdal.GFT_Integer, gdal.GFU_MinMax)
    table.CreateColumn("Count", gdal.GFT_Real, gdal.GFU_PixelCount)
    for row, class_id in enumerate((1, 2, 3)):
        table.SetValueAsInt(row, 0, class_id)
        table.SetValueAsDouble(row, 1, float((labels == class_id).sum()))
    return table


@pytest.fixture
def make_kept_map(tmp_path: Path) -> Callable[..., Path]:
    """Give a maker of maps of three classes; the first is likelier from left to right, and a corner has no data."""

    def make(
        name: str = "map.tif", size: tuple[int, int] = (80, 120), transform: Sequence[float] = STRAIGHT,
        code: int = 32654, *, kept: bool = True, counted: bool = True,
    ) -> Path:  # fmt: skip
        width = size[1]
        rng = np.random.default_rng(3)
        first = np.linspace(0.02, 0.8, width)[None, :] + rng.uniform(-0.02, 0.02, size)
        chances = np.stack([first, (1 - first) * 0.6, (1 - first) * 0.4])
        values = np.rint(chances * 254).astype(np.uint8) + 1
        labels = (chances.argmax(axis=0) + 1).astype(np.uint8)
        labels[:10, :10] = 0
        values[:, :10, :10] = 0
        write(tmp_path / name, labels[None], transform, code, counted=counted)
        dataset = gdal.Open(str(tmp_path / name), gdal.GA_Update)
        legend = Legend.from_names(["dike", "snow", "rock"])
        dataset.SetMetadataItem(LEGEND_TAG, json.dumps(legend.to_dicts()))
        if counted:
            dataset.GetRasterBand(1).SetDefaultRAT(attribute_table(labels))
        del dataset
        if kept:
            beside = (tmp_path / name).with_name(f"{Path(name).stem}_probabilities.tif")
            write(beside, values, transform, code, counted=counted)
        return tmp_path / name

    return make
