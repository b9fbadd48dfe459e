"""The prediction that the benchmarks of correcting by hand work on, made by a process whose memory doesn't count."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.tags import LEGEND_TAG

LEGEND = Legend.from_names(("background", "dike", "snow", "scree"))
PIXEL_M = 10.0
_CORNER = (300_000.0, 5_000_000.0)
_TILE = 512


def make_prediction(path: Path, side: int) -> None:
    """Write a prediction with patches of all sizes, as Outcrop writes them: tiled, packed, with overviews."""
    driver = gdal.GetDriverByName("GTiff")
    options = ["TILED=YES", f"BLOCKXSIZE={_TILE}", f"BLOCKYSIZE={_TILE}", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=YES"]
    dataset = driver.Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    dataset.SetGeoTransform((_CORNER[0], PIXEL_M, 0.0, _CORNER[1], 0.0, -PIXEL_M))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32633)
    dataset.SetProjection(reference.ExportToWkt())
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    dataset.SetMetadataItem(LEGEND_TAG, json.dumps(LEGEND.to_dicts()))
    rng = np.random.default_rng(0)
    coarse = rng.integers(1, 5, (side // 40 + 2, side // 40 + 2), dtype=np.uint8)
    for top in range(0, side, _TILE):
        high = min(_TILE, side - top)
        rows = (np.arange(top, top + high) + (40 * np.sin(np.arange(top, top + high) / 90))).clip(0).astype(int) // 40
        values = np.repeat(coarse[rows], 40, axis=1)[:, :side]
        speckle = rng.random((high, side)) < 0.002
        values = np.where(speckle, 3, values).astype(np.uint8)
        band.WriteArray(values, 0, top)
    dataset.FlushCache()
    dataset.BuildOverviews("NEAREST", [2, 4, 8, 16, 32])
    del dataset


def in_a_process(work: Callable[..., None], *arguments: Any) -> None:
    """Do something in a process of its own, so that its memory doesn't count."""
    child = os.fork()
    if child == 0:
        work(*arguments)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit("The prediction couldn't be made.")
