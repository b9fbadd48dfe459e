"""Resampling: imagery seen at another pixel size, without writing a copy of it."""

from __future__ import annotations

from pathlib import Path

import rasterio.shutil
from rasterio.enums import MaskFlags, Resampling
from rasterio.vrt import WarpedVRT

from ..geodata.grid import Grid
from ..geodata.stack import open_raster


def resampled(image: str, pixel_size_m: float, folder: Path) -> str:
    """Make a small VRT of an image at another pixel size: means where pixels become larger, bilinear where smaller.

    Args:
        image: The raster file.
        pixel_size_m: The pixels' new size in metres.
        folder: Where the VRT goes; it refers to the image, and is of use only as long as that stays where it is.

    Returns:
        The VRT's path.
    """
    target = folder / f"{Path(image).stem}.vrt"
    with open_raster(image) as dataset:
        grid = Grid.of(dataset)
        factor = grid.pixel_size_m / pixel_size_m
        width, height = max(1, round(grid.width * factor)), max(1, round(grid.height * factor))
        transform = grid.transform @ grid.transform.scale(grid.width / width, grid.height / height)
        method = Resampling.average if factor < 1 else Resampling.bilinear
        options = {"crs": grid.crs, "transform": transform, "width": width, "height": height, "resampling": method}
        flags = dataset.mask_flag_enums[0]
        if dataset.nodata is None and MaskFlags.alpha not in flags and MaskFlags.all_valid not in flags:
            options["add_alpha"] = True
        with WarpedVRT(dataset, **options) as view:
            rasterio.shutil.copy(view, str(target), driver="VRT")
        names = dataset.descriptions
    with rasterio.open(target, "r+") as made:
        for number, name in enumerate(names, start=1):
            if name:
                made.set_band_description(number, name)
    return str(target)
