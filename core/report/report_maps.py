"""The report's maps: imagery, labels, predictions and disagreement as pictures of one extent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.vrt import WarpedVRT

from ..geodata.grid import Grid
from ..geodata.pixel_areas import metres_per_pixel
from ..geodata.raster_file import open_raster

_LONGEST_PX = 900
_NOTHING = (255, 255, 255)


def map_pictures(report: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[list[tuple[str, np.ndarray]], float]:
    """Give title and colours (H, W, 3) of every map, and the metres that a shown pixel spans."""
    with open_raster(report["scene"]["images"][0]) as dataset:
        grid = Grid.of(dataset)
        factor = min(1.0, _LONGEST_PX / max(grid.height, grid.width))
        shape = max(1, round(grid.height * factor)), max(1, round(grid.width * factor))
        imagery = _true_colour(dataset, shape)
    colours = {entry["id"]: entry["colour"] for entry in report["classes"]}
    pictures = [(texts["imagery"], imagery), (texts["labels"], _classes(report["label_raster"], grid, shape, colours))]
    pictures += [
        (row["name"], _classes(row["maps"][0], grid, shape, colours)) for row in report["models"] if row["maps"]
    ]
    if report["disagreement"]:
        pictures.append((texts["disagreement"], _own_colours(report["disagreement"], grid, shape)))
    return pictures, metres_per_pixel(grid)[0] / factor


def disagreement_legend(path: str, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Give name and colour of what a disagreement raster shows."""
    with rasterio.open(path) as dataset:
        table = dataset.colormap(1)
        values = sorted(set(np.unique(dataset.read(1, out_shape=(1, 400, 400))).tolist()) - {0})
    return [
        (texts["agree"] if value == 1 else texts["classes_at"].format(n=value), _hex(table[value])) for value in values
    ]


def _hex(rgba: tuple[int, ...]) -> str:
    return "#" + bytes(rgba[:3]).hex()


def _true_colour(dataset: Any, shape: tuple[int, int]) -> np.ndarray:
    from rasterio.enums import ColorInterp

    wanted = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
    known = [dataset.colorinterp.index(one) + 1 for one in wanted if one in dataset.colorinterp]
    bands = known if len(known) == 3 else [1, 2, 3] if dataset.count >= 3 else [1]
    size = (len(bands), *shape)
    values = dataset.read(bands, out_shape=size, resampling=Resampling.average, masked=True).astype(float)
    shown = np.zeros((*shape, 3), np.uint8)
    for channel in range(3):
        band = values[min(channel, len(bands) - 1)]
        known_values = band.compressed()
        low, high = np.percentile(known_values, [2, 98]) if len(known_values) else (0, 1)
        scaled = np.clip((band.filled(low) - low) / max(high - low, 1e-9), 0, 1)
        shown[..., channel] = np.where(np.ma.getmaskarray(band), 255, 255 * scaled)
    return shown


def _classes(path: str, grid: Grid, shape: tuple[int, int], colours: Mapping[int, str]) -> np.ndarray:
    table = np.full((256, 3), _NOTHING, np.uint8)
    for number, colour in colours.items():
        table[number] = tuple(bytes.fromhex(colour[1:]))
    picture: np.ndarray = table[_read(path, grid, shape)]
    return picture


def _own_colours(path: str, grid: Grid, shape: tuple[int, int]) -> np.ndarray:
    with rasterio.open(path) as dataset:
        colormap = dataset.colormap(1)
    colours = {value: _hex(rgba) for value, rgba in colormap.items() if rgba[3]}
    return _classes(path, grid, shape, colours)


def _read(path: str, grid: Grid, shape: tuple[int, int]) -> np.ndarray:
    """Read classes over a grid's extent at a size, nearest neighbour."""
    transform = grid.transform @ rasterio.Affine.scale(grid.width / shape[1], grid.height / shape[0])
    with rasterio.open(path) as dataset, WarpedVRT(
        dataset, crs=grid.crs, transform=transform, width=shape[1], height=shape[0], resampling=Resampling.nearest,
        nodata=0,
    ) as view:  # fmt: skip
        values: np.ndarray = view.read(1)
        return values
