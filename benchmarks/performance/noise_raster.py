"""A raster of any size that fits any disk: compressed, one block of noise again and again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

PLACE = rasterio.Affine(10, 0, 400_000, 0, -10, 4_700_000)
_BLOCK = 512


def make_raster(path: Path, size: int, bands: int, dtype: str, names: Sequence[str] = ()) -> None:
    """Write a compressed raster (bands, size, size) of numbers from 1,000 to 5,000, its bands named or not."""
    rng = np.random.default_rng(0)
    block = rng.integers(1000, 5000, (bands, _BLOCK, _BLOCK)).astype(dtype)
    block[:] = block[:, ::4, ::4].repeat(4, 1).repeat(4, 2)
    profile = {
        "driver": "GTiff", "height": size, "width": size, "count": bands, "dtype": dtype, "tiled": True,
        "blockxsize": _BLOCK, "blockysize": _BLOCK, "compress": "deflate", "zlevel": 1, "crs": "EPSG:32654",
        "transform": PLACE,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as file:
        for row in range(0, size, _BLOCK):
            for col in range(0, size, _BLOCK):
                height, width = min(_BLOCK, size - row), min(_BLOCK, size - col)
                file.write(block[:, :height, :width], window=Window(col, row, width, height))
        for number, name in enumerate(names, start=1):
            file.set_band_description(number, name)
