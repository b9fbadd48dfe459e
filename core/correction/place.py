"""The place of a raster on the map, in plain numbers: what QGIS's process and the worker both know of it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

import numpy as np

from ..geodata.grid import Window

Geotransform = tuple[float, float, float, float, float, float]
_METRES_PER_DEGREE = 111_320.0


@dataclass(frozen=True)
class Place:
    """Where a raster's pixels lie.

    Attributes:
        width: Columns.
        height: Rows.
        transform: GDAL's geotransform: x of the corner, x a column, x a row, y of the corner, y a column, y a row.
        crs: The coordinate system as WKT; empty where there is none.
    """

    width: int
    height: int
    transform: Geotransform
    crs: str

    @property
    def window(self) -> Window:
        """The window of all pixels."""
        return Window(0, 0, self.height, self.width)

    @property
    def pixel_area_m2(self) -> float:
        """Area of a pixel in m²; in degrees, at the latitude of the raster's centre."""
        _, a, b, f, d, e = self.transform
        area = abs(a * e - b * d)
        if self.is_geographic:
            latitude = f + d * self.width / 2 + e * self.height / 2
            return area * _METRES_PER_DEGREE**2 * max(math.cos(math.radians(latitude)), 1e-6)
        return area * self._metres_per_unit**2

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
