"""The jobs of data sets, as they are sent to the worker."""

from __future__ import annotations

from dataclasses import dataclass

from ...files.roles import fills, reads
from ...geodata.scene import Scene
from ...parameters import parameter
from .tile_export_settings import TileSettings

TILE_LABELS = ("auto", "masks", "coco", "yolo")
"""In which form a data set of tiles may hold its labels."""


@dataclass(frozen=True)
class ExportTilesJob:
    """Write imagery and labels as a data set of tiles; tiles that touch a polygon of `excluded` are left out."""

    scene: Scene
    folder: str = fills()
    settings: TileSettings = TileSettings()
    seed: int = 0
    excluded: str = reads("")
    excluded_layer: str = ""


@dataclass(frozen=True)
class ImportTilesJob:
    """Make imagery with label rasters of a data set of tiles from elsewhere, in the folder `out`."""

    folder: str = reads()
    out: str = fills()
    classes: tuple[str, ...] = parameter(
        (), "Classes", "Names of the classes in the order of the labels' numbers; empty takes the data set's."
    )
    kind: str = parameter(
        "auto", "Kind of labels", "Auto takes masks before COCO before YOLO.", choices=TILE_LABELS, advanced=True
    )
    pixel_size_m: float = parameter(
        1.0, "Pixel size", "Of tiles that have no place on the map, such as PNG.", unit="m", low=1e-6, high=1e6,
        advanced=True,
    )  # fmt: skip
