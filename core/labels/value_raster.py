"""A label raster from elsewhere: its values seen on the grid of the imagery, and the classes that they stand for."""

from __future__ import annotations

from typing import Any

import numpy as np
from rasterio.enums import MaskFlags, Resampling
from rasterio.errors import RasterioError, RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform_bounds

from ..errors import BadInputError, OutcropError
from ..geodata.grid import Grid, Window
from ..geodata.stack import open_raster
from .class_names import raster_class_names
from .label_layer import class_name
from .legend import MOST_CLASSES


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
        _check_overlap(path, source, grid)
        self._dataset = source if Grid.of(source).same_as(grid) else self._warped(source, grid)
        more = source.count > 1 and MaskFlags.alpha not in source.mask_flag_enums[0]
        self.warnings = (f"“{path}” has {source.count} bands; only the first one is read as classes.",) if more else ()

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Read values and where they are labels, both (H, W), for a window within the grid.

        Raises:
            OutcropError: When the file is damaged or gone.
        """
        try:
            values = self._dataset.read(1, window=window.rasterio())
            labelled = self._dataset.read_masks(1, window=window.rasterio()) > 0
        except (RasterioError, RasterioIOError) as error:
            raise OutcropError(
                f"The labels “{self.path}” can't be read: {error}. Check that the file is whole."
            ) from error
        if np.issubdtype(values.dtype, np.floating):
            labelled &= np.isfinite(values)
        return values, labelled

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
                f"“{self.path}” holds more than {MOST_CLASSES} different values, too many for classes. "
                "Choose a raster whose values are classes, not measurements."
            )

    def close(self) -> None:
        """Close the files."""
        for dataset in reversed(self._open):
            dataset.close()

    def _warped(self, source: Any, grid: Grid) -> Any:
        options = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
        if source.nodata is None and MaskFlags.alpha not in source.mask_flag_enums[0]:
            options["add_alpha"] = True
        warped = WarpedVRT(source, resampling=Resampling.nearest, **options)
        self._open.append(warped)
        return warped


def _readable(path: str) -> bool:
    open_raster(path).close()
    return True


def _check_overlap(path: str, source: Any, grid: Grid) -> None:
    bounds = transform_bounds(source.crs, grid.crs, *source.bounds)
    xmin, ymin, xmax, ymax = grid.extent
    if bounds[0] >= xmax or bounds[2] <= xmin or bounds[1] >= ymax or bounds[3] <= ymin:
        own, other = (", ".join(f"{value:.7g}" for value in extent) for extent in (bounds, grid.extent))
        raise BadInputError(
            f"The label raster “{path}” misses the imagery: it covers ({own}), the imagery ({other}). "
            "Choose labels over the imagery, or check the two coordinate systems."
        )
