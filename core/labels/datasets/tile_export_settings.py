"""How a data set of tiles is exported, as parameters that are read without any library."""

from __future__ import annotations

from dataclasses import dataclass

from ...parameters import parameter

IMAGE_FORMATS = ("tif", "png")


@dataclass(frozen=True)
class TileSettings:
    """Size, format and choice of tiles; the defaults follow Zhao et al. 2024 (512 px, 80 : 10 : 10)."""

    tile_px: int = parameter(512, "Tile size", "Side of the tiles.", unit="px", low=16, high=8192)
    stride_px: int = parameter(512, "Stride", "Step between neighbouring tiles.", unit="px", low=1, high=8192)
    image_format: str = parameter(
        "tif", "Format", "GeoTIFF keeps all bands, values and the place; PNG has three bands of 8 bits.",
        choices=IMAGE_FORMATS,
    )  # fmt: skip
    yolo: bool = parameter(True, "YOLO labels", "A text file for each tile: class and box of every object.")
    coco: bool = parameter(False, "COCO labels", "A JSON file for each part: classes, tiles, boxes of objects.")
    validation_share: float = parameter(0.1, "Validation share", "Share of the tiles.", low=0.0, high=0.9)
    test_share: float = parameter(0.1, "Test share", "Share of the tiles.", low=0.0, high=0.9)
    most_empty_share: float = parameter(
        0.0, "Without data, at most", "Tiles of which a larger share has no data are left out.", low=0.0, high=1.0
    )
    least_labelled_share: float = parameter(
        0.01, "Labelled, at least", "Tiles of which a smaller share is labelled are left out.", low=0.0, high=1.0
    )
    hard_share: float = parameter(
        0.02, "Hard below", "Tiles are listed as hard where a class other than background covers less than this share.",
        low=0.0, high=1.0, advanced=True,
    )  # fmt: skip
