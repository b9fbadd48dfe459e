"""The source: one raster of a stack, aligned to the reference grid, its values read with where they are valid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Optional

import numpy as np
import rasterio
from rasterio.enums import Resampling

from .grid import Grid, Window
from .longitudes import facing
from .raster_file import alpha_band, is_category, virtual_text
from .scaling import Scaling, value_type
from .sources.embeddings import BYTE_NODATA, dequantised, quantised, unit_vectors
from .sources.settings import (
    ANGLE,
    AS_THE_FILE_SAYS,
    AUTO,
    CATEGORY,
    DOMAIN,
    EMBEDDING,
    ITEM,
    MEASUREMENT,
    NEAREST,
    SourceSettings,
)
from .sources.tables import Table, bytes_of_embedding, degrees_of, sine_and_cosine, whole_turn
from .validity import Validity, covered, tabled, warped, with_nodata

_FINER = 1.5
"""A raster whose pixels are smaller by more than this is averaged: bilinear would read four of the many."""


def said(dataset: Any, number: int, settings: SourceSettings) -> SourceSettings:
    """Complete the settings of a band by what its raster says of it."""
    own = SourceSettings.read(dataset.tags(number, ns=DOMAIN).get(ITEM, ""))
    return _with_nodata(dataset, number, settings.over(own))


def settled(dataset: Any, settings: Mapping[int, SourceSettings]) -> dict[int, SourceSettings]:
    """Give the settings of the chosen bands of a raster, by number, each with a role.

    Bands of which nothing says what they are, are categories where all of these look so, as paletted ones do, and
    measurements elsewhere.
    """
    unsaid = [number for number, one in settings.items() if one.role == AUTO]
    role = CATEGORY if unsaid and all(is_category(dataset, number) for number in unsaid) else MEASUREMENT
    return {number: replace(one, role=role) if one.role == AUTO else one for number, one in settings.items()}


def _with_nodata(dataset: Any, number: int, settings: SourceSettings) -> SourceSettings:
    """Add an embedding's own nodata, where neither the settings nor the file name one."""
    is_told = settings.nodata is not None or dataset.nodatavals[number - 1] == BYTE_NODATA
    if is_told or not _is_quantised(dataset, number, settings):
        return settings
    return replace(settings, nodata=float(BYTE_NODATA))


def read_type(dataset: Any, number: int, settings: SourceSettings) -> str:
    """Give the type of a band's values as they are read, as NumPy names it."""
    if settings.role == ANGLE or _is_quantised(dataset, number, settings):
        return "float32"
    return value_type(dataset, number, settings)


def _is_quantised(dataset: Any, number: int, settings: SourceSettings) -> bool:
    """Say whether a band holds the bytes of an embedding, which no scale of its own makes numbers of."""
    if settings.role != EMBEDDING or dataset.dtypes[number - 1] != "int8":
        return False
    return Scaling(dataset, [number], settings).is_plain


class StoredNumbers:
    """What the numbers stand for that sources store; needs no open file once it is made."""

    def __init__(self, dataset: Any, numbers: Sequence[int], settings: SourceSettings) -> None:
        """Look at the bands of an open raster."""
        self.scaling = Scaling(dataset, numbers, settings)
        self.are_quantised = any(_is_quantised(dataset, number, settings) for number in numbers)
        self._are_angles = settings.role == ANGLE

    def values(self, numbers: Sequence[int], stored: np.ndarray) -> np.ndarray:
        """Give the values (B, H, W) of what was read of some bands."""
        if self.are_quantised:
            return dequantised(stored)
        return stored if self._are_angles else self.scaling.values(numbers, stored)


@dataclass(frozen=True)
class SourceView:
    """A virtual raster on the grid that shows what a source reads.

    Attributes:
        name: What GDAL opens: the virtual raster itself, as text.
        numbers: The numbers in it of the source's bands; with functions those are of others.
        mask: The number of the band that says where all of them are valid.
        types: The bands' types, as NumPy names them.
        colours: Their colour interpretations, as GDAL names them.
        scaling: Scale and offset of each.
        has_functions: Whether it has sine and cosine of each angle, or an embedding's values, in place of the bands.
    """

    name: str
    numbers: tuple[int, ...]
    mask: int
    types: tuple[str, ...]
    colours: tuple[str, ...]
    scaling: tuple[tuple[float, float], ...]
    has_functions: bool


class Source:
    """An open raster on a grid; belongs to one thread.

    Categories take the nearest pixel's value; measurements are averaged where they are finer than the grid, and
    interpolated (bilinear) where they aren't. Of angles sine and cosine are. An embedding's vectors are averaged and
    brought to length 1 where they are finer, else the nearest is taken; as long as it is stored in bytes, so is that.
    """

    def __init__(
        self, dataset: Any, grid: Grid, numbers: Sequence[int] = (), settings: Optional[SourceSettings] = None
    ) -> None:
        """Take over an open dataset; where its grid isn't the given one it is warped on the fly.

        Args:
            dataset: The raster.
            grid: The reference grid.
            numbers: The bands that are going to be read; none means all but an alpha band.
            settings: How all of them are read, complete; None as the file says of the first.
        """
        numbers = list(numbers or [number for number in dataset.indexes if number != alpha_band(dataset)])
        self._opened, self._numbers = [dataset], numbers
        if settings is None:
            own = {number: said(dataset, number, AS_THE_FILE_SAYS) for number in numbers}
            settings = settled(dataset, own)[numbers[0]]
        self._settings, self._stored = settings, StoredNumbers(dataset, numbers, settings)
        self._source_grid, self._grid = facing(Grid.of(dataset), grid) or (Grid.of(dataset), grid)
        self._is_aligned = self._source_grid.same_as(self._grid)
        self._takes_means = not self._is_aligned and self._resampling != Resampling.nearest
        self._means: Optional[_Means] = None
        if not self._is_aligned:
            self._opened += self._warped(dataset, numbers, settings)
        self._dataset = self._opened[-1]
        kinds = {self._dataset.dtypes[number - 1] for number in numbers}
        self._kind: Optional[np.dtype[Any]] = np.result_type(*kinds) if len(kinds) > 1 else None
        self._validity = Validity(self._dataset, numbers, settings)

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
        stored, valid = self.read_stored(numbers, window, shape)
        return self._stored.values(numbers, stored), valid

    def read_stored(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]] = None
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read what `StoredNumbers` makes values of: as few bytes as the raster itself has.

        Raises:
            RasterioError: When the file is damaged or gone.
        """
        if self._settings.role == ANGLE and (shape is not None or self._takes_means):
            return self._angles(numbers, window, shape)
        if self._stored.are_quantised and (shape is not None or self._takes_means):
            return self._vectors(numbers, window, shape)
        stored, options = self._read(numbers, window, shape)
        valid = self._validity.of(numbers, stored, options)
        if shape is not None and self._for_means is not self._dataset:
            masked = {**_of_bands(options, len(numbers)), "resampling": Resampling.average}
            valid &= (self._for_means.read_masks(numbers, **masked) > 0).all(axis=0)
        if self._settings.role == ANGLE:
            stored = whole_turn(self._stored.scaling.values(numbers, stored))
        return stored, valid

    @property
    def _resampling(self) -> Resampling:
        settings = self._settings
        if settings.resampling != AUTO:
            return Resampling[settings.resampling]
        is_finer = self._source_grid.pixel_size_m * _FINER < self._grid.pixel_size_m
        if settings.role == CATEGORY or (settings.role == EMBEDDING and not is_finer):
            return Resampling.nearest
        return Resampling.average if is_finer else Resampling.bilinear

    def _warped(self, dataset: Any, numbers: Sequence[int], settings: SourceSettings) -> list[Any]:
        """Open a dataset on the grid."""
        grid = self._grid
        target = {"crs": grid.crs, "transform": grid.transform, "width": grid.width, "height": grid.height}
        return warped(
            dataset, numbers, self._resampling, target, src_transform=self._source_grid.transform,
            settings=settings,
        )  # fmt: skip

    def _angles(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read angles in degrees, by means of sine and cosine."""
        if self._means is None:
            self._means = self._open_means(self._angle_tables())
        places = [2 * self._numbers.index(number) for number in numbers]
        wanted = [place + part for place in places for part in (1, 2)]
        both, valid = self._means.read(wanted, window, shape)
        return degrees_of(both[0::2], both[1::2]), valid

    def _angle_tables(self) -> list[tuple[int, Table]]:
        """Give sine and cosine of every band."""
        scaling = self._stored.scaling
        return [
            (number, table)
            for place, number in enumerate(self._numbers)
            for table in sine_and_cosine(*scaling.of(place))
        ]

    def view(self) -> SourceView:
        """Give a virtual raster that shows what is read, to be kept beside the raster's own file."""
        dataset, tables = self._opened[0], []
        if self._takes_means and self._settings.role == ANGLE:
            tables = self._angle_tables()
        elif self._takes_means and self._stored.are_quantised:
            tables = [(number, bytes_of_embedding()) for number in self._numbers]
        name = tabled(dataset, tables, self._settings) if tables else covered(dataset, self._numbers, self._settings)
        with rasterio.open(name) as between:
            mask = between.count
            if not self._is_aligned:
                numbers = list(range(1, mask)) if tables else self._numbers
                opened = self._warped(between, numbers, AS_THE_FILE_SAYS)
                name = virtual_text(opened[-1])
                for one in reversed(opened):
                    one.close()
        shown = range(1, len(self._numbers) + 1) if tables else self._numbers
        names = [dataset.colorinterp[number - 1].name.capitalize() for number in self._numbers]
        return SourceView(
            name, tuple(shown), mask, tuple(dataset.dtypes[number - 1] for number in self._numbers),
            tuple("Undefined" if one in ("Alpha", "Palette") else one for one in names),
            tuple(self._stored.scaling.of(place) for place in range(len(self._numbers))), bool(tables),
        )  # fmt: skip

    def _vectors(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read an embedding's bytes, those of the means of the vectors they stand for, brought to length 1."""
        every = [number for number in self._opened[0].indexes if number != alpha_band(self._opened[0])]
        if self._means is None:
            table = bytes_of_embedding()
            self._means = self._open_means([(number, table) for number in every])
        vectors, valid = self._means.read(list(range(1, len(every) + 1)), window, shape)
        places = [every.index(number) for number in numbers]
        return quantised(np.where(valid, unit_vectors(vectors)[places], 0)), valid

    @cached_property
    def _for_means(self) -> Any:
        """The dataset of which means are read, one that knows the number that stands for no data by the settings."""
        is_told = not self._validity.also or self._validity.masked or not self._is_aligned
        if is_told:
            return self._dataset
        self._opened.append(rasterio.open(with_nodata(self._dataset, self._validity.also)))
        return self._opened[-1]

    def _open_means(self, tables: Sequence[tuple[int, Any]]) -> _Means:
        """Open functions of the bands, on the grid."""
        between = rasterio.open(tabled(self._opened[0], tables, self._settings))
        opened = [between]
        if not self._is_aligned:
            opened += self._warped(between, range(1, len(tables) + 1), AS_THE_FILE_SAYS)
        self._opened += opened
        how = Resampling.nearest if self._settings.resampling == NEAREST else Resampling.average
        return _Means(opened[-1], how, len(tables))

    def _read(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]] = None
    ) -> tuple[np.ndarray, dict[str, Any]]:
        """Read the numbers that are stored (B, H, W), and say how."""
        options: dict[str, Any] = {"window": window.rasterio()}
        if shape is not None:
            is_category = self._settings.role == CATEGORY
            options.update(out_shape=shape, resampling=Resampling.mode if is_category else Resampling.average)
        dataset = self._dataset if shape is None else self._for_means
        if self._kind is None:
            values = dataset.read(numbers, **_of_bands(options, len(numbers)))
        else:
            values = np.stack([dataset.read(number, **options).astype(self._kind) for number in numbers])
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


class _Means:
    """Functions of a raster's bands, open on the grid, with a band behind them that says where they are valid."""

    def __init__(self, dataset: Any, how: Resampling, count: int) -> None:
        self._dataset, self._how, self._count = dataset, how, count

    def read(
        self, numbers: list[int], window: Window, shape: Optional[tuple[int, int]]
    ) -> tuple[np.ndarray, np.ndarray]:
        """Read some of them (B, H, W) and where they are valid (H, W)."""
        options: dict[str, Any] = {"window": window.rasterio()}
        if shape is not None:
            options.update(out_shape=shape, resampling=self._how)
        values = self._dataset.read(numbers, **_of_bands(options, len(numbers)))
        valid = self._dataset.read(self._count + 1, **options) > 0
        return values, valid & np.isfinite(values).all(axis=0)


def _of_bands(options: dict[str, Any], count: int) -> dict[str, Any]:
    return {**options, "out_shape": (count, *options["out_shape"])} if "out_shape" in options else options
