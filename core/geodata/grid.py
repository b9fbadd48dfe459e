"""The grid: size, geotransform and coordinate system of the pixels that stack, labels and prediction share."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Optional
from xml.etree import ElementTree as ET

import numpy as np

from ..errors import BadInputError
from .extent import Extent, extent_text

if TYPE_CHECKING:
    from affine import Affine
    from rasterio.crs import CRS
    from rasterio.windows import Window as RasterioWindow


Geotransform = tuple[float, float, float, float, float, float]
_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels: first row, first column, height, width. It may reach beyond the grid."""

    row: int
    col: int
    height: int
    width: int

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.height, self.width

    def padded(self, margin: int) -> Window:
        """Give the window grown by a margin on every side."""
        return Window(self.row - margin, self.col - margin, self.height + 2 * margin, self.width + 2 * margin)

    def clipped(self, height: int, width: int) -> Window:
        """Give the part that lies on a grid of that size; its height or width is 0 where there is none."""
        row, col = min(max(self.row, 0), height), min(max(self.col, 0), width)
        end_row, end_col = min(max(self.row + self.height, row), height), min(max(self.col + self.width, col), width)
        return Window(row, col, end_row - row, end_col - col)

    def slices(self) -> tuple[slice, slice]:
        """Give row and column slices, for arrays that start at the grid's origin."""
        return slice(self.row, self.row + self.height), slice(self.col, self.col + self.width)

    def rasterio(self) -> RasterioWindow:
        """Give the same window as rasterio writes it."""
        from rasterio.windows import Window as RasterioWindow

        return RasterioWindow(self.col, self.row, self.width, self.height)


@dataclass(frozen=True)
class PixelGrid:
    """Where a raster's pixels lie, read without rasterio; `Grid` is the worker's, which also knows the ellipsoid.

    Attributes:
        width: Columns.
        height: Rows.
        transform: GDAL's geotransform: x of the corner, x a column, x a row, y of the corner, y a column, y a row.
        crs: The coordinate system as WKT; empty where there is none.
        ground_area_m2: Area of a pixel on the ellipsoid at the raster's centre, by whoever could measure it: QGIS or
            the worker's `Grid`. None where nobody did.
    """

    width: int
    height: int
    transform: Geotransform
    crs: str
    ground_area_m2: Optional[float] = field(default=None, compare=False)

    @property
    def window(self) -> Window:
        """The window of all pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def pixel_area_m2(self) -> float:
        """Area of a pixel in m² at the raster's centre; where it wasn't measured, as its units say."""
        if self.ground_area_m2 is not None:
            return self.ground_area_m2
        _, a, b, f, d, e = self.transform
        area = abs(a * e - b * d)
        if self.is_geographic:
            latitude = f + d * self.width / 2 + e * self.height / 2
            return area * _METRES_PER_DEGREE**2 * max(math.cos(math.radians(latitude)), 1e-6)
        return area * self._metres_per_unit**2

    @property
    def is_north_up(self) -> bool:
        """Whether columns run to the east and rows to the south."""
        _, across, row_x, _, col_y, down = self.transform
        return across > 0 > down and not row_x and not col_y

    @property
    def is_geographic(self) -> bool:
        """Whether the coordinates are degrees."""
        return self.crs.lstrip().upper().startswith(("GEOGCS", "GEOGCRS", "GEODCRS"))

    @property
    def _metres_per_unit(self) -> float:
        units = re.findall(r'(?<!\w)(?:LENGTH)?UNIT\[\s*"[^"]*"\s*,\s*([0-9.eE+-]+)', self.crs)
        return float(units[-1]) if units else 1.0

    def to_pixels(self, points: np.ndarray) -> np.ndarray:
        """Bring map coordinates x, y (N, 2) to columns and rows (N, 2)."""
        c, a, b, f, d, e = self.transform
        x, y = np.asarray(points, np.float64)[:, 0] - c, np.asarray(points, np.float64)[:, 1] - f
        scale = a * e - b * d
        return np.column_stack([(e * x - b * y) / scale, (a * y - d * x) / scale])

    def to_map(self, points: np.ndarray) -> np.ndarray:
        """Bring columns and rows (N, 2) to map coordinates x, y (N, 2)."""
        c, a, b, f, d, e = self.transform
        col, row = np.asarray(points, np.float64)[:, 0], np.asarray(points, np.float64)[:, 1]
        return np.column_stack([c + a * col + b * row, f + d * col + e * row])

    def virtual_raster(self) -> ET.Element:
        """Begin a virtual raster (VRT) of these pixels, without a band yet."""
        root = ET.Element("VRTDataset", rasterXSize=str(self.width), rasterYSize=str(self.height))
        if self.crs:
            ET.SubElement(root, "SRS").text = self.crs
        ET.SubElement(root, "GeoTransform").text = ", ".join(repr(float(number)) for number in self.transform)
        return root


def virtual_raster(raster: Any) -> ET.Element:
    """Begin a virtual raster of the pixels of a `Grid` or an open raster."""
    return PixelGrid(raster.width, raster.height, raster.transform.to_gdal(), raster.crs.to_wkt()).virtual_raster()


@dataclass(frozen=True)
class Grid:
    """The worker's grid: as `PixelGrid`, in the types of rasterio, which also know the ellipsoid.

    Attributes:
        width: Columns.
        height: Rows.
        transform: From (column, row) to coordinates; may be rotated or south-up.
        crs: Coordinate system.
    """

    width: int
    height: int
    transform: Affine
    crs: CRS

    @property
    def pixel_size_m(self) -> float:
        """Ground sampling distance in metres: the square root of a pixel's area on the ground at the grid's centre."""
        return math.sqrt(self.pixel_area_m2)

    @property
    def pixel_area_m2(self) -> float:
        """Area of one pixel in m² on the ellipsoid, at the grid's centre: the one figure for sizes, areas, thresholds.

        A local grid has no ellipsoid; there it is that of the coordinates.
        """
        from .ellipsoid import measured

        return float(measured(self.transform, self.crs, np.array([self.height / 2]), self.width / 2)[2][0])

    @property
    def window(self) -> Window:
        """The window of all pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def extent(self) -> Extent:
        """xmin, ymin, xmax, ymax of all pixels."""
        return self.extent_of(self.window)

    @property
    def pixel_grid(self) -> PixelGrid:
        """The same grid in plain numbers."""
        return PixelGrid(self.width, self.height, self.transform.to_gdal(), self.crs.to_wkt(), self.pixel_area_m2)

    def extent_of(self, window: Window) -> Extent:
        """Give xmin, ymin, xmax, ymax of a window."""
        corners = [
            self.transform @ (col, row)
            for row in (window.row, window.row + window.height)
            for col in (window.col, window.col + window.width)
        ]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return min(xs), min(ys), max(xs), max(ys)

    def window_of(self, extent: Extent) -> Window:
        """Give the smallest window of whole pixels that covers an extent, clipped to the grid.

        Raises:
            BadInputError: When the extent misses the grid.
        """
        xmin, ymin, xmax, ymax = extent
        corners = [~self.transform @ (x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        cols, rows = [col for col, _ in corners], [row for _, row in corners]
        first_row, first_col = _floor(min(rows)), _floor(min(cols))
        window = Window(first_row, first_col, _ceil(max(rows)) - first_row, _ceil(max(cols)) - first_col)
        clipped = window.clipped(self.height, self.width)
        if not clipped.height or not clipped.width:
            raise BadInputError(
                (
                    "The extent {extent} misses the imagery, which covers {extent_2}. Choose an extent over the "
                    "imagery, in the imagery's coordinate system."
                ),
                extent=extent_text(extent),
                extent_2=extent_text(self.extent),
            )
        return clipped

    def part(self, window: Window) -> Grid:
        """Give the grid of a window alone."""
        from affine import Affine

        transform = self.transform @ Affine.translation(window.col, window.row)
        return Grid(window.width, window.height, transform, self.crs)

    def blocks(self, side: int, window: Window | None = None) -> Iterator[Window]:
        """Cut the grid (or a window of it) into squares, row by row; those at the end are smaller."""
        area = window or self.window
        for row in range(area.row, area.row + area.height, side):
            for col in range(area.col, area.col + area.width, side):
                yield Window(row, col, min(side, area.row + area.height - row), min(side, area.col + area.width - col))

    def same_as(self, other: Grid) -> bool:
        """Say whether the other grid has the same pixels at the same places."""
        close = self.transform.almost_equals(other.transform, 1e-6 * abs(self.transform.determinant) ** 0.5)
        return (self.width, self.height) == (other.width, other.height) and close and self.crs == other.crs

    @classmethod
    def of(cls, dataset: Any) -> Grid:
        """Take the grid of an open rasterio dataset."""
        return cls(dataset.width, dataset.height, dataset.transform, dataset.crs)


def _floor(value: float) -> int:
    """Round down, forgiving the last digits: 3.9999999 is 4."""
    return math.floor(value + 1e-6)


def _ceil(value: float) -> int:
    return math.ceil(value - 1e-6)
