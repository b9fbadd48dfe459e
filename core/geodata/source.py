"""The source: one raster of a stack, aligned to the reference grid, its values read with where they are valid."""

from __future__ import annotations

import math
from typing import Any, Optional

import numpy as np
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.vrt import WarpedVRT

from .grid import Grid, Window


class Source:
    """An open raster on a grid; belongs to one thread.

    Which bands have nodata, a mask or an alpha band is asked once: GDAL's answers cost as much as reading a small tile.
    """

    def __init__(self, dataset: Any, grid: Grid) -> None:
        """Take over an open dataset; where its grid isn't the given one it is warped on the fly (bilinear)."""
        self._dataset = _aligned(dataset, grid)
        interpretations = self._dataset.colorinterp
        self._alpha = interpretations.index(ColorInterp.alpha) + 1 if ColorInterp.alpha in interpretations else 0
        self._nodata: dict[int, float] = {}
        self._masked: set[int] = set()
        facts = zip(self._dataset.indexes, self._dataset.mask_flag_enums, self._dataset.nodatavals)
        for number, flags, nodata in facts:
            if MaskFlags.nodata in flags and nodata is not None:
                self._nodata[number] = nodata
            elif MaskFlags.all_valid not in flags and MaskFlags.alpha not in flags:
                self._masked.add(number)

    def read(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]] = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read bands within the grid; with a shape (H, W) reduced to it, by means and from overviews where there are.

        Returns:
            values (B, H, W), and valid (H, W): no band is nodata, masked, NaN or infinite there.

        Raises:
            RasterioError: When the file is damaged or gone.
        """
        place: dict[str, Any] = {"window": window.rasterio()}
        if shape is not None:
            place.update(out_shape=shape, resampling=Resampling.average)
        values = self._dataset.read(numbers, **_of_bands(place, len(numbers)))
        valid = np.ones(values.shape[1:], bool)
        if self._alpha:
            valid &= self._dataset.read(self._alpha, **place) > 0
        for number, layer in zip(numbers, values):
            if number in self._nodata:
                nodata = self._nodata[number]
                valid &= ~np.isnan(layer) if math.isnan(nodata) else layer != np.asarray(nodata).astype(layer.dtype)
            elif number in self._masked:
                valid &= self._dataset.read_masks(number, **place) > 0
        if np.issubdtype(values.dtype, np.floating):
            valid &= np.isfinite(values).all(axis=0)
        return values, valid

    def unpacked_factor(self, factor: float) -> float:
        """Give how many times finer than a reduction by a factor the pixels are that have to be read for it."""
        finer = [overview for overview in self._dataset.overviews(1) if overview <= factor * (1 + 1e-6)]
        return factor / max(finer, default=1)

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()


def _of_bands(place: dict[str, Any], count: int) -> dict[str, Any]:
    return {**place, "out_shape": (count, *place["out_shape"])} if "out_shape" in place else place


def _aligned(dataset: Any, grid: Grid) -> Any:
    """Give the dataset itself where its grid is the reference, else a view of it warped on the fly."""
    if Grid.of(dataset).same_as(grid):
        return dataset
    options = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
    if dataset.nodata is None and ColorInterp.alpha not in dataset.colorinterp:
        options["add_alpha"] = True
    return WarpedVRT(dataset, resampling=Resampling.bilinear, **options)
