"""The source: one raster of a stack, aligned to the reference grid, its values read with where they are valid."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np
from rasterio.enums import Resampling

from .grid import Grid, Window
from .longitudes import facing
from .raster_file import alpha_band, is_category
from .scaling import Scaling
from .validity import Validity, warped

_FINER = 1.5
"""A raster whose pixels are smaller by more than this is averaged: bilinear would read four of the many."""


class Source:
    """An open raster on a grid; belongs to one thread."""

    def __init__(self, dataset: Any, grid: Grid, numbers: Sequence[int] = ()) -> None:
        """Take over an open dataset; where its grid isn't the given one it is warped on the fly.

        Categories take the nearest pixel's value; measurements are averaged where they are finer than the grid, and
        interpolated (bilinear) where they aren't.

        Args:
            dataset: The raster.
            grid: The reference grid.
            numbers: The bands that are going to be read; none means all but an alpha band.
        """
        numbers = numbers or [number for number in dataset.indexes if number != alpha_band(dataset)]
        self._opened, self._scaling = [dataset], Scaling(dataset, numbers)
        self._are_categories = all(is_category(dataset, number) for number in numbers)
        source_grid, grid = facing(Grid.of(dataset), grid) or (Grid.of(dataset), grid)
        if not source_grid.same_as(grid):
            target = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
            self._opened += warped(
                dataset, numbers, self._resampling(source_grid, grid), target, src_transform=source_grid.transform
            )
        self._dataset = self._opened[-1]
        kinds = {self._dataset.dtypes[number - 1] for number in numbers}
        self._kind: Optional[np.dtype[Any]] = np.result_type(*kinds) if len(kinds) > 1 else None
        self._validity = Validity(self._dataset, numbers)

    def read(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]] = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read bands within the grid; with a shape (H, W) reduced to it, by means and from overviews where there are.

        Returns:
            values (B, H, W), and valid (H, W): no band is nodata, masked, NaN or infinite there. Bands of several
            types come in the one that holds all their values; where the raster has a scale or an offset, they are in.

        Raises:
            RasterioError: When the file is damaged or gone.
        """
        stored, options = self._read(numbers, window, shape)
        return self._scaling.values(numbers, stored), self._validity.of(numbers, stored, options)

    def _resampling(self, source_grid: Grid, grid: Grid) -> Resampling:
        if self._are_categories:
            return Resampling.nearest
        is_finer = source_grid.pixel_size_m * _FINER < grid.pixel_size_m
        return Resampling.average if is_finer else Resampling.bilinear

    def _read(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]] = None
    ) -> tuple[np.ndarray, dict[str, Any]]:
        """Read the numbers that are stored (B, H, W), and say how."""
        options: dict[str, Any] = {"window": window.rasterio()}
        if shape is not None:
            options.update(out_shape=shape, resampling=Resampling.mode if self._are_categories else Resampling.average)
        if self._kind is None:
            values = self._dataset.read(numbers, **_of_bands(options, len(numbers)))
        else:
            values = np.stack([self._dataset.read(number, **options).astype(self._kind) for number in numbers])
        return values, options

    def valid_by_band(self, numbers: list[int], window: Window) -> np.ndarray:
        """Tell where each band has a value in a window within the grid: (B, H, W).

        Raises:
            RasterioError: When the file is damaged or gone.
        """
        values, options = self._read(numbers, window)
        bands = zip(numbers, values[:, None])
        return np.stack([self._validity.of([number], layer, options) for number, layer in bands])

    def unpacked_factor(self, factor: float) -> float:
        """Give how many times finer than a reduction by a factor the pixels are that have to be read for it."""
        finer = [overview for overview in self._dataset.overviews(1) if overview <= factor * (1 + 1e-6)]
        return factor / max(finer, default=1)

    def close(self) -> None:
        """Close the file."""
        for opened in reversed(self._opened):
            opened.close()


def _of_bands(options: dict[str, Any], count: int) -> dict[str, Any]:
    return {**options, "out_shape": (count, *options["out_shape"])} if "out_shape" in options else options
