"""A label raster from elsewhere: its values seen on the grid of the imagery, and the classes that they stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from rasterio.enums import MaskFlags, Resampling
from rasterio.errors import CRSError, RasterioError
from rasterio.warp import transform_bounds

from ..errors import BadInputError
from ..geodata.datum import image_datum_warnings
from ..geodata.extent import extent_text
from ..geodata.grid import Grid, Window
from ..geodata.longitudes import facing
from ..geodata.raster_file import open_raster, read_trouble_told
from ..geodata.validity import Validity, warped
from ..message import Message
from .legend import MOST_CLASSES
from .names.class_names import raster_class_names
from .names.class_value import class_name


class ValueRaster:
    """The first band of a raster on a grid, nearest neighbour where the grids differ.

    Nodata and masked pixels are unlabelled; every other value, 0 too, is a class.

    Attributes:
        warnings: What is not used of the raster, in words.
    """

    def __init__(self, path: str, grid: Grid, name_column: str = "") -> None:
        """Open the raster.

        Raises:
            BadInputError: When it can't be read, has no coordinate system, or misses the grid.
        """
        self.path = path
        self._names = raster_class_names(path, name_column) if _readable(path) else {}
        source = open_raster(path)
        self._open = [source]
        source_grid, grid = _facing(path, source, grid)
        if not source_grid.same_as(grid):
            target = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
            self._open += warped(source, [1], Resampling.nearest, target, src_transform=source_grid.transform)
        self._dataset = self._open[-1]
        self._validity = Validity(self._dataset, [1])
        more = source.count > 1 and MaskFlags.alpha not in source.mask_flag_enums[0]
        read = (
            (
                Message(
                    "“{path}” has {count} bands; only the first one is read as classes.", path=path, count=source.count
                ),
            )
            if more
            else ()
        )
        self.warnings = (*read, *image_datum_warnings(Path(path).stem, source.crs, grid))

    @property
    def names(self) -> dict[int, str]:
        """The class names that the raster itself holds, by value."""
        return self._names

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read values and where they are labels, both (H, W), for a window within the grid.

        Raises:
            DiskError: When the file is damaged or gone.
        """
        with read_trouble_told(self.path, window):
            values = self._dataset.read([1], window=window.rasterio())
            labelled = self._validity.of([1], values, {"window": window.rasterio()})
        return values[0], labelled

    def class_of(self, value: Any) -> str:
        """Give the name of a value's class: the raster's own, or the value."""
        text = class_name(value)
        number = float(value)
        return self._names.get(int(number), text) if number.is_integer() else text

    def check_count(self, values: set[Any]) -> None:
        """Refuse more values than there can be classes.

        Raises:
            BadInputError: Saying how many there are at least.
        """
        if len(values) > MOST_CLASSES:
            raise BadInputError(
                (
                    "“{path}” holds more than {most_classes} different values, too many for classes. Choose a raster "
                    "whose values are classes, not measurements."
                ),
                path=self.path,
                most_classes=MOST_CLASSES,
            )

    def close(self) -> None:
        """Close the files."""
        for dataset in reversed(self._open):
            dataset.close()


def _readable(path: str) -> bool:
    open_raster(path).close()
    return True


def _facing(path: str, source: Any, grid: Grid) -> tuple[Grid, Grid]:
    """Give the raster's pixels and the grid as they lie on each other.

    Raises:
        BadInputError: When it misses the grid, or there is no way between the two coordinate systems.
    """
    try:
        bounds = transform_bounds(source.crs, grid.crs, *Grid.of(source).extent)
        grids = facing(Grid.of(source), grid)
    except (RasterioError, CRSError) as error:
        raise BadInputError(
            (
                "The label raster “{path}” can't be brought to the imagery's coordinate system: {error}. Give both the "
                "same one."
            ),
            path=path,
            error=error,
        ) from error
    if grids is None:
        raise BadInputError(
            (
                "The label raster “{path}” misses the imagery: it covers {bounds}, the imagery {imagery}. Choose "
                "labels over the imagery, or check the two coordinate systems."
            ),
            path=path,
            bounds=extent_text(bounds),
            imagery=extent_text(grid.extent),
        )
    return grids
