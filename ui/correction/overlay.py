"""The overlay: the sparse raster that shows a session on its prediction, as ordinary files that QGIS draws."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Optional

import numpy as np
from osgeo import gdal

from ...core.correction import ground
from ...core.correction.ground import UNTOUCHED
from ...core.correction.map_vrt import map_vrt
from ...core.correction.session import Session
from ...core.correction.survey import paint_overlay
from ...core.errors import BadInputError, DiskError
from ...core.files.whole_file import write_text
from ...core.geodata.grid import PixelGrid, Window
from ...core.labels.legend import Legend
from ..texts import tr
from .class_raster import MOST_PIXELS_KEPT, ClassRaster, aligned, gdal_told, kept_pixels

_STATE = "OUTCROP_SESSION"
"""The state of the session that the overlay shows; written when it is closed, so that after a crash it doesn't fit."""
TILE = 256
"""Side of the file's tiles."""
_SMALLEST = 2048
"""Overviews are made until the raster is no larger than this; every one more grows with each stroke of a session."""
Progress = Callable[[float], None]


class OverlayFile:
    """The overlay's GeoTIFF with its overviews; what was never written takes no space.

    GDAL remembers how hard to compress only in the dataset that has created a file; opened again it packs ten times
    as long (ZSTD 9 instead of 1). So a file that is there is copied into a new one once, which takes out its gaps too.
    """

    def __init__(self, path: Path, grid: PixelGrid) -> None:
        """Open the file, or make it where it is missing or of another size.

        Raises:
            DiskError: When it can't be made or written.
        """
        self.path, self._place = path, grid
        self._text = tr("“{path}” can't be written. Free some space, or check the folder.", path=path)
        self._dirty, self._pixels_kept = False, 0
        self._dataset = self._copied() or self._made()

    @property
    def state(self) -> str:
        """The session's state that it shows; empty where that isn't known."""
        return str(self._dataset.GetMetadataItem(_STATE) or "")

    def clear(self) -> None:
        """Begin anew, with nothing corrected."""
        self._dataset = self._made()

    def read(self, window: Window) -> Optional[np.ndarray]:
        """Give the values (H, W) uint8 of a window; None where nothing was ever written."""
        if self._dataset is None:  # it couldn't be made: the disk is full
            return None
        rectangle = window.col, window.row, window.width, window.height
        with gdal_told(self._text, DiskError):
            band = self._dataset.GetRasterBand(1)
            if not self._dirty and not _has_data(band, *rectangle):
                return None
            values: np.ndarray = band.ReadAsArray(*rectangle)
            self._count(band, window)
        return values

    def write(self, window: Window, values: np.ndarray) -> None:
        """Write the values (H, W) uint8 of a window, and of the overviews over it.

        Raises:
            DiskError: When they can't be written.
        """
        self._dirty = True
        with gdal_told(self._text, DiskError):
            band = self._dataset.GetRasterBand(1)
            band.WriteArray(values, window.col, window.row)
            self._write_overviews(band, window, values)
            self._count(band, window)

    def flush(self) -> None:
        """Make what was written visible to other readers of the file.

        GDAL keeps the tile that was written last until it is told a second time, and so for each overview; closing the
        file would do too, but takes fifty times as long.

        Raises:
            DiskError: When it can't be written.
        """
        with gdal_told(self._text, DiskError):
            for band in reversed(_bands(self._dataset)):
                dataset = band.GetDataset()
                dataset.FlushCache()
                dataset.FlushCache()
        self._dirty = False

    def close(self, state: str = "") -> None:
        """Close the file; with a state, note that it shows that one."""
        if state and state != self.state:
            with gdal_told(self._text, DiskError):
                self._dataset.SetMetadataItem(_STATE, state)
        self._dataset = None

    def _count(self, band: gdal.Band, window: Window) -> None:
        """Count what GDAL keeps of what was read or written, and have it let go of that in time."""
        self._pixels_kept += kept_pixels(band, window)
        if self._pixels_kept > MOST_PIXELS_KEPT:
            self._pixels_kept = 0
            self._dataset.FlushCache()

    def _write_overviews(self, band: gdal.Band, window: Window, values: np.ndarray) -> None:
        """Halve what was written again and again: what was corrected stays visible from afar."""
        levels = band.GetOverviewCount()
        step = 1 << levels
        around = _aligned(window, step).clipped(self._place.height, self._place.width)
        if around != window:
            values = band.ReadAsArray(around.col, around.row, around.width, around.height)
        row, col = around.row, around.col
        for level in range(levels):
            values = halved(values)
            row, col = row // 2, col // 2
            band.GetOverview(level).WriteArray(values, col, row)

    def _copied(self) -> Optional[gdal.Dataset]:
        """Write a file that is there anew, tile by tile; without a state while it isn't whole."""
        if not self.path.is_file():
            return None
        before = f"/vsimem/{self.path.name}"
        gdal.FileFromMemBuffer(before, self.path.read_bytes())
        try:
            old = _opened(before, self._place)
            if old is None or not old.GetMetadataItem(_STATE):
                return None
            state = old.GetMetadataItem(_STATE)
            copy = self._made()
            with gdal_told(self._text, DiskError):
                for source, taken in zip(_bands(old), _bands(copy)):
                    _copy_tiles(source, taken)
            self.flush()
            with gdal_told(self._text, DiskError):
                copy.SetMetadataItem(_STATE, state)  # only now is it whole
                copy.FlushCache()
            return copy
        finally:
            old = None
            gdal.Unlink(before)

    def _made(self) -> gdal.Dataset:
        self._dataset = None
        grid = self._place
        with gdal_told(self._text, DiskError):
            driver = gdal.GetDriverByName("GTiff")
            dense = "ZSTD" if "ZSTD" in driver.GetMetadataItem("DMD_CREATIONOPTIONLIST") else "DEFLATE"
            options = [f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", f"COMPRESS={dense}", "ZSTD_LEVEL=1", "ZLEVEL=1"]
            options = [entry for entry in options if not entry.startswith("ZSTD_" if dense == "DEFLATE" else "ZLEVEL")]
            dataset = driver.Create(
                str(self.path), grid.width, grid.height, 1, gdal.GDT_Byte,
                [*options, "TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER"],
            )  # fmt: skip
            dataset.SetGeoTransform(grid.transform)
            dataset.SetProjection(grid.crs)
            dataset.GetRasterBand(1).SetNoDataValue(UNTOUCHED)
            levels = _levels(grid)
            if levels:
                dataset.BuildOverviews("NONE", levels)
        self._dataset = dataset
        self.flush()  # written before others read it
        return dataset


class SessionGround(ground.Ground):
    """A prediction and the overlay of an open session, as files beside the session.

    Attributes:
        map_path: The raster that shows both, for a layer.
        rebuilt: Whether the overlay had to be made anew.
    """

    def __init__(self, session: Session, prediction: ClassRaster, overlay: OverlayFile) -> None:
        """Keep the files; see `open`."""
        super().__init__(prediction.place, prediction, overlay)
        self.map_path = str(session.path.with_suffix(".map.vrt"))
        self.rebuilt = False
        self._session, self._file, self._raster = session, overlay, prediction

    @classmethod
    def open(cls, session: Session, progress: Optional[Progress] = None) -> SessionGround:
        """Open the files of a session, or make them anew where they don't fit it, and attach them to it.

        Args:
            session: The session.
            progress: Told how far it is, from 0 to 1, where the overlay is made anew.

        Raises:
            BadInputError: When the prediction can't be read.
            DiskError: When a file can't be written.
        """
        prediction = session.prediction
        overlay = OverlayFile(session.path.with_suffix(".overlay.tif"), prediction.place)
        opened = cls(session, ClassRaster(prediction.path), overlay)
        if overlay.state != session.state:
            opened.rebuild(progress)
        write_text(opened.map_path, map_vrt(prediction, overlay.path, Path(opened.map_path)))
        session.attach(opened)
        return opened

    def rebuild(self, progress: Optional[Progress] = None) -> None:
        """Make the overlay anew from the session; call it too when a change has left the overlay stale.

        Raises:
            DiskError: When it can't be written.
        """
        count = max(1, self._session.progress.corrections)
        self._file.clear()
        for number, (_, value, runs) in enumerate(self._session.pixels()):
            paint_overlay(self, runs, value)
            if progress is not None:
                progress(number / count)
        self._file.flush()
        self.rebuilt = True
        self._session.attach(self)

    def aligned(self, path: str) -> tuple[ClassRaster, Legend]:
        """Open another prediction on the pixels of this one: the raster, and its classes.

        Raises:
            BadInputError: When it can't be read or brought here, or carries no legend.
        """
        other = aligned(path, self.place)
        if other.legend is None:
            raise BadInputError(tr("“{path}” carries no legend: it isn't a prediction. Choose one that is.", path=path))
        return other, other.legend

    def close(self) -> None:
        """Close the files, before the session is closed.

        Raises:
            DiskError: When the overlay can't be written any more; it is made anew the next time.
        """
        self._raster.close()
        self._file.close("" if self._session.overlay_stale else self._session.state)


def _opened(path: str, grid: PixelGrid) -> Optional[gdal.Dataset]:
    """Open a file to read, if it is sound and of the right size."""
    try:
        dataset = gdal.Open(path)
    except RuntimeError:
        return None
    if dataset is None or (dataset.RasterXSize, dataset.RasterYSize) != (grid.width, grid.height):
        return None
    return dataset


def _bands(dataset: gdal.Dataset) -> list[gdal.Band]:
    """Give a raster's band and its overviews, from the finest to the coarsest."""
    band = dataset.GetRasterBand(1)
    return [band, *(band.GetOverview(level) for level in range(band.GetOverviewCount()))]


def _copy_tiles(source: gdal.Band, taken: gdal.Band) -> None:
    """Copy the tiles of a band that hold something."""
    for row in range(0, source.YSize, TILE):
        height = min(TILE, source.YSize - row)
        if not _has_data(source, 0, row, source.XSize, height):
            continue
        for col in range(0, source.XSize, TILE):
            rectangle = col, row, min(TILE, source.XSize - col), height
            if _has_data(source, *rectangle):
                taken.WriteArray(source.ReadAsArray(*rectangle), col, row)


def _has_data(band: gdal.Band, *rectangle: int) -> bool:
    """Say whether anything was ever written at columns, rows, width and height of a band."""
    return bool(band.GetDataCoverageStatus(*rectangle)[0] & gdal.GDAL_DATA_COVERAGE_STATUS_DATA)


def halved(values: np.ndarray) -> np.ndarray:
    """Give values (H, W) at half the size, the largest of four each: what was corrected goes before what wasn't."""
    height, width = values.shape
    if height % 2 or width % 2:
        values = np.pad(values, ((0, height % 2), (0, width % 2)))
    rows = np.maximum(values[0::2], values[1::2])
    return np.maximum(rows[:, 0::2], rows[:, 1::2])


def _aligned(window: Window, step: int) -> Window:
    """Give the smallest window around one whose sides are multiples of a step."""
    row, col = window.row // step * step, window.col // step * step
    height, width = window.row + window.height - row, window.col + window.width - col
    return Window(row, col, -(-height // step) * step, -(-width // step) * step)


def _levels(grid: PixelGrid) -> list[int]:
    levels: list[int] = []
    while max(grid.width, grid.height) > _SMALLEST << len(levels):
        levels.append(2 << len(levels))
    return levels
