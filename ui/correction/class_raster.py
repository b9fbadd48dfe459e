"""Class rasters as QGIS's process reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

from ...core.correction.prediction import Prediction
from ...core.errors import BadInputError, DiskError
from ...core.files.digest import sha256_of
from ...core.geodata.grid import PixelGrid, Window
from ...core.labels.legend import Legend
from ...core.prediction.raster.tags import LEGEND_TAG, MODELS_TAG
from ..layers.imagery import metres_per_unit
from ..texts import tr

MOST_PIXELS_KEPT = 16 << 20
"""GDAL keeps what was read until a twentieth of the machine's memory is full; QGIS needs that for its own."""


class ClassRaster:
    """A raster of class ids, open for reading; used in one thread.

    Attributes:
        path: Its file.
        place: Where its pixels lie.
        legend: Its classes, if it says them.
        model: Name of the model that made it; may be empty.
    """

    def __init__(self, path: str, dataset: Optional[gdal.Dataset] = None) -> None:
        """Open a file.

        Raises:
            BadInputError: When it can't be read, or isn't a raster of bytes.
        """
        self.path = path
        with gdal_told(tr("The prediction “{path}” can't be read. Check that the file is there.", path=path)):
            opened = gdal.Open(path) if dataset is None else dataset
        self._dataset = opened
        self._band = opened.GetRasterBand(1)
        self._pixels_kept = 0
        if self._band.DataType != gdal.GDT_Byte:
            raise BadInputError(
                tr("“{path}” isn't a raster of classes in one byte a pixel. Choose a prediction.", path=path)
            )
        self.place = _measured(
            PixelGrid(opened.RasterXSize, opened.RasterYSize, tuple(opened.GetGeoTransform()), opened.GetProjection())
        )
        legend, models = opened.GetMetadataItem(LEGEND_TAG), opened.GetMetadataItem(MODELS_TAG)
        self.legend = Legend.from_dicts(json.loads(legend)) if legend else None
        self.model = ", ".join(str(entry["name"]) for entry in json.loads(models)) if models else ""

    def read(self, window: Window) -> np.ndarray:
        """Give the values (H, W) uint8 of a window inside the raster.

        Raises:
            DiskError: When they can't be read.
        """
        with gdal_told(tr("“{path}” can't be read any more. Check that the file is there.", path=self.path), DiskError):
            values: np.ndarray = self._band.ReadAsArray(window.col, window.row, window.width, window.height)
            self._pixels_kept += kept_pixels(self._band, window)
            if self._pixels_kept > MOST_PIXELS_KEPT:
                self._pixels_kept = 0
                self._band.FlushCache()
        return values

    def close(self) -> None:
        """Close the file: GDAL must not be asked for it when QGIS has ended. May be called twice."""
        self._band = self._dataset = None


def kept_pixels(band: gdal.Band, window: Window) -> int:
    """Give how many pixels GDAL keeps of a window that is read or written: those of all blocks that it touches."""
    width, height = band.GetBlockSize()
    across = (window.col + window.width - 1) // width - window.col // width + 1
    along = (window.row + window.height - 1) // height - window.row // height + 1
    return int(across * along * width * height)


def read_prediction(path: str, digest: str = "") -> Prediction:
    """Read what a session is to know of a prediction. Its digest takes a second a gigabyte, unless it is known.

    Raises:
        BadInputError: When the file can't be read, or carries no legend.
    """
    raster = ClassRaster(path)
    if raster.legend is None:
        raise BadInputError(
            tr("“{path}” carries no legend: it isn't a prediction that Outcrop has written. Choose one that is.",
               path=path)
        )  # fmt: skip
    return Prediction(path, raster.place, raster.legend, digest or _digest(path), raster.model)


def aligned(path: str, grid: PixelGrid) -> ClassRaster:
    """Open another class raster on the pixels of a place: the nearest pixel's class, 0 beyond it.

    Raises:
        BadInputError: When it can't be read, or can't be brought there.
    """
    raster = ClassRaster(path)
    if raster.place == grid:
        return raster
    if not grid.is_north_up:
        return LaidRaster(path, grid)
    corners = grid.to_map(np.array([(0, 0), (grid.width, grid.height)]))
    low, high = corners.min(axis=0), corners.max(axis=0)
    with gdal_told(tr("“{path}” can't be laid on the pixels of the map that is corrected.", path=path)):
        laid = gdal.Warp(
            "", path, format="VRT", outputBounds=(*low.tolist(), *high.tolist()), width=grid.width,
            height=grid.height, dstSRS=grid.crs or None, resampleAlg="near", dstNodata=0,
        )  # fmt: skip
    return ClassRaster(path, laid)


class LaidRaster(ClassRaster):
    """A class raster laid, window by window, on pixels that don't run from north to south and from west to east."""

    def __init__(self, path: str, grid: PixelGrid) -> None:
        """Open it.

        Raises:
            BadInputError: When it can't be read.
        """
        super().__init__(path)
        self._grid = grid

    def read(self, window: Window) -> np.ndarray:
        """Give the nearest pixels' values (H, W) uint8 of a window of the grid, 0 beyond the raster.

        Raises:
            BadInputError: When they can't be brought there.
        """
        left, across, row_x, top, col_y, down = self._grid.transform
        x, y = left + window.col * across + window.row * row_x, top + window.col * col_y + window.row * down
        with gdal_told(tr("“{path}” can't be laid on the pixels of the map that is corrected.", path=self.path)):
            laid = gdal.GetDriverByName("MEM").Create("", window.width, window.height, 1, gdal.GDT_Byte)
            laid.SetGeoTransform((x, across, row_x, y, col_y, down))
            laid.SetProjection(self._grid.crs)
            gdal.Warp(laid, self._dataset, resampleAlg="near")
        return np.asarray(laid.ReadAsArray())


def are_same_system(one: str, other: str) -> bool:
    """Say whether two texts, which other versions of GDAL may write otherwise, mean the same coordinate system."""
    return one == other or QgsCoordinateReferenceSystem.fromWkt(one) == QgsCoordinateReferenceSystem.fromWkt(other)


@contextmanager
def gdal_told(text: str, kind: type[Exception] = BadInputError) -> Iterator[None]:
    """Turn GDAL's errors within a block into words, whether or not another plugin has told it to raise exceptions."""
    gdal.ErrorReset()
    try:
        yield
    except (RuntimeError, AttributeError) as error:
        raise kind(_with_reason(text, error)) from error
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise kind(_with_reason(text, gdal.GetLastErrorMsg()))


def _with_reason(text: str, reason: Any) -> str:
    return tr("{told} GDAL says: {reason}.", told=text, reason=str(reason).strip().rstrip("."))


def _digest(path: str) -> str:
    """Give a file's digest, which is worked out again only when the file has changed."""
    state = Path(path).stat()
    return _digest_of(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=16)
def _digest_of(path: str, size: int, changed_ns: int) -> str:
    del size, changed_ns  # they tell one state of the file from another
    return sha256_of(Path(path))


def _measured(grid: PixelGrid) -> PixelGrid:
    """Give a grid that knows the area of its pixels on the ellipsoid."""
    crs = QgsCoordinateReferenceSystem.fromWkt(grid.crs)
    if not crs.isValid():
        return grid
    centre = grid.to_map(np.array([[grid.width / 2, grid.height / 2]]))[0]
    east, north = metres_per_unit(crs, QgsPointXY(*centre))
    _, a, b, _, d, e = grid.transform
    return replace(grid, ground_area_m2=abs(a * e - b * d) * east * north)
