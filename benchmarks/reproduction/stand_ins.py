"""The data that stands in for the papers' imagery: the sample scene, and open data sets where their folder is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

import rasterio
from outcrop.core.geodata.extent import Extent
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.scene import Scene
from outcrop.core.labels.class_raster import BLOCK_PX, class_raster
from outcrop.core.sample.scenes import make_scene

_COLOURS = ("#8c8c8c", "#d7301f", "#fdae61", "#ffffbf", "#1a9641", "#2b83ba", "#7b3294")


@dataclass(frozen=True)
class StandIn:
    """One data set.

    Attributes:
        title: What it is, with its source.
        make: Gives the scene from the folder of the open data and a folder to write to.
        needs: The part of the open data's folder that has to be there; empty where nothing has.
    """

    title: str
    make: Callable[[Path, Path], Scene]
    needs: str = ""

    def is_there(self, data: Optional[Path]) -> bool:
        """Say whether the data can be had."""
        return not self.needs or (data is not None and (data / self.needs).is_dir())


def _dikes(data: Path, folder: Path) -> Scene:
    del data
    made = make_scene("pegmatite", folder, seed=1, size_px=768)
    labels = _renumbered(made["truth"], folder, {1: 1, 2: 2}, {1: "background", 2: "pegmatite"})
    return Scene((str(made["image"]),), str(labels))


def _landslides(name: str, image: str, mask: str, box: Optional[tuple[int, int, int, int]] = None):  # noqa: ANN202
    def make(data: Path, folder: Path) -> Scene:
        values = {0: 1, 1: 2}
        labels = _renumbered(data / name / mask, folder, values, {1: "background", 2: "landslide"})
        return Scene((str(data / name / image),), str(labels), extent=_extent(labels, box) if box else None)

    return make


def _diamantina(data: Path, folder: Path) -> Scene:
    names = {number: f"unit {number}" for number in range(1, 7)}
    own = data / "diamantina_lithology"
    labels = _renumbered(own / "lithology_raster.tif", folder, {number: number for number in names}, names)
    return Scene((str(own / "stack14.tif"),), str(labels))


STAND_INS = {
    "dikes": StandIn("the sample scene of pegmatite dikes, 768 × 768 px, 4 bands at 1 m (`outcrop sample`)", _dikes),
    "diamantina": StandIn(
        "Diamantina, 6 lithological units, 95 × 228 px at 62.5 m, 14 bands of Landsat-8, gamma rays, magnetics and "
        "elevation (F. Naghetini, Mapa-Preditivo, MIT)", _diamantina, "diamantina_lithology",
    ),
    "taiwan": StandIn(
        "landslides in Taiwan, 1536 × 768 px at 10 m, Sentinel-2 colours; none of them is a pond, but small bright "
        "bodies they are (Landslide4Sense, Ghorbanzadeh et al. 2022, MIT)",
        _landslides("l4s_taiwan_b", "image_harmonised.tif", "mask.tif"), "l4s_taiwan_b",
    ),
    "hokkaido": StandIn(
        "landslides in Hokkaido, 768 × 768 px at 10 m, Sentinel-2 colours (Landslide4Sense)",
        _landslides("l4s_hokkaido", "image_harmonised.tif", "mask.tif", (1024, 320, 768, 768)), "l4s_hokkaido",
    ),
    "atsuma": StandIn(
        "landslides around Atsuma in Hokkaido, 640 × 640 px at 10 m, Sentinel-2 colours (Landslide4Sense)",
        _landslides("l4s_hokkaido", "demo/atsuma_rgb.tif", "demo/atsuma_landslide_mask.tif"), "l4s_hokkaido",
    ),
}  # fmt: skip


def _renumbered(source: Path, folder: Path, values: dict[int, int], names: dict[int, str]) -> Path:
    """Write a raster of classes as labels with names; values that aren't told become unlabelled."""
    folder.mkdir(parents=True, exist_ok=True)
    out = folder / "labels.tif"
    with rasterio.open(source) as dataset:
        grid = Grid.of(dataset)
        with class_raster(out, grid, names, {number: _COLOURS[number - 1] for number in names}) as target:
            for window in grid.blocks(BLOCK_PX):
                found = dataset.read(1, window=window.rasterio())
                block = found * 0
                for value, number in values.items():
                    block[found == value] = number
                target.write(block, 1, window=window.rasterio())
    return out


def _extent(path: Path, box: tuple[int, int, int, int]) -> Extent:
    """Give the extent of columns and rows: left, top, width, height."""
    left, top, width, height = box
    with rasterio.open(path) as dataset:
        xmin, ymax = dataset.transform @ (left, top)
        xmax, ymin = dataset.transform @ (left + width, top + height)
    return xmin, ymin, xmax, ymax
