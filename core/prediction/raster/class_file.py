"""A finished class raster: its grid and legend, read again for what follows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ...errors import BadInputError
from ...files.json_text import shape_told
from ...geodata.grid import Grid
from ...geodata.raster_file import open_raster
from ...labels.legend import Legend
from .output import Wanted
from .tags import LEGEND_TAG, MODELS_TAG

_BAND = "uint8"
_MOST_PIXELS_A_BYTE = 20_000
"""Even a block of 512×512 px that was left out takes 16 bytes of a file's index."""


@dataclass(frozen=True)
class ClassFile:
    """A class raster that Outcrop has written.

    Attributes:
        path: The file.
        grid: Its pixels.
        legend: Its classes.
        models: What it says of the models that made it, as JSON; may be empty.
    """

    path: str
    grid: Grid
    legend: Legend
    models: str

    def rewritten(self, target: Path) -> Wanted:
        """Say what a raster of the same classes is that is made from this one."""
        return Wanted(target, self.legend, metadata={MODELS_TAG: self.models} if self.models else {})


def open_class_file(path: str) -> ClassFile:
    """Read a class raster's grid and legend.

    Raises:
        BadInputError: When the file can't be read, carries no legend, or holds something else than one band of classes.
    """
    with open_raster(path) as dataset:
        tags, grid, bands = dataset.tags(), Grid.of(dataset), dataset.dtypes
        holds_pixels = dataset.driver == "GTiff" and Path(path).is_file()
    size = Path(path).stat().st_size if holds_pixels else 0
    if size and grid.width * grid.height > _MOST_PIXELS_A_BYTE * size:
        raise BadInputError(
            "“{path}” is damaged: it can't hold {width}×{height} pixels. Predict again.",
            path=path,
            width=grid.width,
            height=grid.height,
        )
    text = tags.get(LEGEND_TAG)
    if text is None:
        raise BadInputError(
            "“{path}” carries no legend: it isn't a prediction that Outcrop has written. Choose one that is.", path=path
        )
    if bands != (_BAND,):
        raise BadInputError(
            (
                "“{path}” isn't a prediction as Outcrop writes it, or is damaged: it has {band_count} band(s) of type "
                "{band}, not one of type {wanted}. Choose another one, or predict again."
            ),
            path=path,
            band_count=len(bands),
            band=bands[0],
            wanted=_BAND,
        )
    with shape_told(f"The legend of “{path}”", "one that Outcrop has written"):
        return ClassFile(path, grid, Legend.from_dicts(json.loads(text)), tags.get(MODELS_TAG, ""))
