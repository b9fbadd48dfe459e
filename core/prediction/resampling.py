"""Resampling: imagery seen at another pixel size, without writing a copy of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import rasterio.shutil
from rasterio.enums import Resampling

from ..geodata.grid import Grid
from ..geodata.imagery import new_file
from ..geodata.raster_file import alpha_band, band_names, open_raster
from ..geodata.validity import warped


def resampled(image: str, pixel_size_m: float, folder: Path, numbers: Sequence[int] = ()) -> str:
    """Make a small VRT of an image at another pixel size: means where pixels become larger, bilinear where smaller.

    Args:
        image: The raster file.
        pixel_size_m: The pixels' new size in metres.
        folder: Where the VRT goes; it refers to the image, and is of use only as long as that stays where it is.
        numbers: The bands that are going to be read; none means all but an alpha band.

    Returns:
        The VRT's path.
    """
    target = new_file(folder, Path(image).stem, ".vrt")
    with open_raster(image) as dataset:
        grid = Grid.of(dataset)
        factor = grid.pixel_size_m / pixel_size_m
        width, height = max(1, round(grid.width * factor)), max(1, round(grid.height * factor))
        transform = grid.transform @ grid.transform.scale(grid.width / width, grid.height / height)
        method = Resampling.average if factor < 1 else Resampling.bilinear
        options = {"crs": grid.crs, "transform": transform, "width": width, "height": height}
        wanted = numbers or [number for number in dataset.indexes if number != alpha_band(dataset)]
        between = target.with_name(f"covered_{target.name}")
        opened = warped(dataset, wanted, method, options, reaches_beyond=False, view_file=between)
        rasterio.shutil.copy(opened[-1], str(target), driver="VRT")
        for one in reversed(opened):
            one.close()
        names, scales, offsets = band_names(dataset), dataset.scales, dataset.offsets
    with rasterio.open(target, "r+") as vrt:
        for number, name in enumerate(names, start=1):
            if name:
                vrt.set_band_description(number, name)
        rest = vrt.count - len(scales)  # a band that says where there is data may have come last
        vrt.scales, vrt.offsets = (*scales, *[1.0] * rest), (*offsets, *[0.0] * rest)
    return str(target)
