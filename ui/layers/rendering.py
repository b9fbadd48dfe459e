"""Rendering: layers that are no files, such as a base map from a server, written to a GeoTIFF for the worker."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path
from typing import Any, Optional

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from ...core.errors import BadInputError, CancelledError, OutcropError
from ...core.files.whole_file import whole_file
from ..compat import empty_box
from ..gdal_calls import GdalError, check_raster, done, opened
from ..texts import short_number, tr, unwritable_text
from .imagery import Imagery, drawn_at, is_image, type_number
from .imagery_stack import rendered_file
from .layer_view import hidden_of

TILE_PX, MANY_TILES, MOST_TILES = 256, 10_000, 100_000
"""A tile's side; more than many are fetched only when the analyst has said so, more than the most never."""
_BLOCK_PX = 512
_AROUND_PX = 128
"""What is fetched around the place, so that a network sees what lies beside it."""
_TYPES: dict[int, Any] = {
    1: np.uint8, 2: np.uint16, 3: np.int16, 4: np.uint32, 5: np.int32, 6: np.float32, 7: np.float64,
}  # fmt: skip
_GDAL_TYPES = {
    np.uint8: gdal.GDT_Byte, np.uint16: gdal.GDT_UInt16, np.int16: gdal.GDT_Int16, np.uint32: gdal.GDT_UInt32,
    np.int32: gdal.GDT_Int32, np.float32: gdal.GDT_Float32, np.float64: gdal.GDT_Float64,
}  # fmt: skip


class Rendering:
    """Writes a part of a layer to a file, in a task's thread: what it needs of the layer is taken when it is made."""

    def __init__(self, layer: QgsRasterLayer, imagery: Imagery, box: QgsRectangle, file: Path) -> None:
        """Take what is needed of the layer, on the main thread.

        Args:
            layer: The layer.
            imagery: What is known of it; says how large pixels are, on the ground in the middle of the box.
            box: What to write, in its coordinate system; moved outwards to whole pixels, and cut to the layer.
            file: The GeoTIFF to write.
        """
        imagery = drawn_at(imagery, box.center())
        self._provider = layer.dataProvider().clone()
        self._name, self._bands, self._file = imagery.name, [band.name for band in imagery.available], file
        self._crs: QgsCoordinateReferenceSystem = layer.crs()
        count = 0 if self._is_image else len(self._bands)
        self._hidden = hidden_of(layer, count).ranges
        self._nodata = [self._nodata_of(number) for number in range(1, count + 1)]
        self._side = imagery.pixel_width, imagery.pixel_height
        self._corner = imagery.extent.xMinimum(), imagery.extent.yMaximum()
        first = self._place(box.xMinimum(), box.yMaximum(), math.floor)
        last = self._place(box.xMaximum(), box.yMinimum(), math.ceil)
        self._first = max(0, first[0] - _AROUND_PX), max(0, first[1] - _AROUND_PX)
        last = min(imagery.columns, last[0] + _AROUND_PX), min(imagery.rows, last[1] + _AROUND_PX)
        self.columns, self.rows = max(1, last[0] - self._first[0]), max(1, last[1] - self._first[1])

    @property
    def tiles(self) -> int:
        """How many tiles' worth of pixels it is."""
        return math.ceil(self.columns / TILE_PX) * math.ceil(self.rows / TILE_PX)

    def __call__(self, tell: Callable[[float, str], None], cancelled: Callable[[], bool]) -> tuple[str, ...]:
        """Write the file, block by block, unless it is there already.

        Returns:
            What the analyst should know.

        Raises:
            BadInputError: The layer shows nothing there.
            CancelledError: The task was cancelled.
            OutcropError: The file can't be written.
        """
        if self._file.exists():
            return ()  # another model's job has rendered it
        feedback = QgsRasterBlockFeedback()
        blocks = list(product(range(0, self.rows, _BLOCK_PX), range(0, self.columns, _BLOCK_PX)))
        shown = 0
        with _watched(feedback, cancelled), whole_file(self._file) as partial:
            dataset = self._create(partial)
            for number, (row, column) in enumerate(blocks):
                tell(number / len(blocks), tr("Fetching “{name}”", name=self._name))
                if cancelled():
                    raise CancelledError(tr("The job was stopped."))
                shown += self._copy(dataset, row, column, feedback)
            _call(self._file, dataset.FlushCache)
            del dataset
            _call(self._file, check_raster, partial)
            if not shown:
                raise BadInputError(
                    tr("“{name}” shows nothing here{reason}. Check the connection, or choose larger pixels.",
                       name=self._name, reason=_first(feedback))
                )  # fmt: skip
        if feedback.errors():
            text = tr("Parts of “{name}” couldn't be fetched{reason}; they stay empty.", name=self._name,
                      reason=_first(feedback))  # fmt: skip
            return (text,)
        return ()

    def _place(self, x: float, y: float, to_whole: Callable[[float], int]) -> tuple[int, int]:
        """Give the column and row of a point, both rounded."""
        column, row = (x - self._corner[0]) / self._side[0], (self._corner[1] - y) / self._side[1]
        return to_whole(round(column, 6)), to_whole(round(row, 6))

    def _create(self, path: Path) -> gdal.Dataset:
        image = self._is_image
        kind = np.uint8 if image else self._type
        look = ["PHOTOMETRIC=RGB", "ALPHA=YES"] if image else ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
        options = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "BIGTIFF=IF_SAFER", "SPARSE_OK=TRUE", *look]
        count = 4 if image else len(self._bands)
        try:
            dataset = opened(
                gdal.GetDriverByName("GTiff").Create, str(path), self.columns, self.rows, count, _GDAL_TYPES[kind],
                options,
            )  # fmt: skip
        except GdalError as error:
            raise OutcropError(unwritable_text(path, str(error))) from error
        left = self._corner[0] + self._first[0] * self._side[0]
        top = self._corner[1] - self._first[1] * self._side[1]
        dataset.SetGeoTransform((left, self._side[0], 0.0, top, 0.0, -self._side[1]))
        wkt = self._crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL)
        dataset.SetProjection(wkt)
        for number, name in enumerate(self._bands, start=1):
            dataset.GetRasterBand(number).SetDescription(name)
        for number, nodata in enumerate(self._nodata, start=1):
            if nodata is not None:
                dataset.GetRasterBand(number).SetNoDataValue(nodata)
        return dataset

    def _nodata_of(self, number: int) -> Optional[float]:
        """Give a band's nodata value: its own where the layer uses it, else one that is no data in the layer alone."""
        if self._provider.sourceHasNoDataValue(number) and self._provider.useSourceNoDataValue(number):
            return float(self._provider.sourceNoDataValue(number))
        ends = (
            (math.ceil(low) if math.isfinite(low) else math.floor(high), high) for low, high in self._hidden[number - 1]
        )
        return next((float(value) for value, high in ends if value <= high), None)

    def _copy(self, dataset: gdal.Dataset, row: int, column: int, feedback: QgsRasterBlockFeedback) -> int:
        """Copy one block, and give how many pixels it shows."""
        width, height = min(_BLOCK_PX, self.columns - column), min(_BLOCK_PX, self.rows - row)
        left = self._corner[0] + (self._first[0] + column) * self._side[0]
        top = self._corner[1] - (self._first[1] + row) * self._side[1]
        box = QgsRectangle(left, top - height * self._side[1], left + width * self._side[0], top)
        if self._is_image:
            layers = _colours(self._provider.block(1, box, width, height, feedback), width, height)
            shown = int(np.count_nonzero(layers[3]))
        else:
            numbers = range(1, len(self._bands) + 1)
            blocks = [self._provider.block(number, box, width, height, feedback) for number in numbers]
            layers = np.stack([self._values(block, width, height) for block in blocks])
            for values, hidden, nodata in zip(layers, self._hidden, self._nodata):
                for low, high in hidden if nodata is not None else ():
                    values[(values >= low) & (values <= high)] = nodata
            shown = width * height if all(block.isValid() for block in blocks) else 0
        for number, values in enumerate(layers, start=1):
            _call(self._file, dataset.GetRasterBand(number).WriteArray, values, column, row)
        return shown

    def _values(self, block: QgsRasterBlock, width: int, height: int) -> np.ndarray:
        """Give a block's values (H, W), 0 where there are none."""
        if not block.isValid():
            return np.zeros((height, width), self._type)
        return np.frombuffer(bytes(block.data()), _TYPES[type_number(block.dataType())]).reshape(height, width)

    @property
    def _is_image(self) -> bool:
        return is_image(self._provider.dataType(1))

    @property
    def _type(self) -> Any:
        return _TYPES.get(type_number(self._provider.dataType(1)), np.float32)


def _call(file: Path, call: Callable[..., Any], *arguments: Any) -> None:
    """Have GDAL write to a file.

    Raises:
        OutcropError: It couldn't.
    """
    try:
        done(call, *arguments)
    except GdalError as error:
        raise OutcropError(unwritable_text(file, str(error))) from error


def rendering_of(imagery: Imagery, project: QgsProject, folder: Path, box: QgsRectangle) -> tuple[Rendering, ...]:
    """Give what has to be rendered before the worker can read an imagery; nothing where all of it is in files.

    Args:
        imagery: The imagery; of a stack the first layer may be one that is no file.
        project: The layers' project.
        folder: Where `worker_images` says that the file is.
        box: The part that is needed, in the imagery's coordinate system.
    """
    layer = project.mapLayer(imagery.layer_id)
    if not imagery.is_rendered or not isinstance(layer, QgsRasterLayer):
        return ()
    return (Rendering(layer, imagery, box, rendered_file(folder, imagery.name)),)


def rendering_under(
    imagery: Imagery, project: QgsProject, folder: Path, polygons: Sequence[tuple[QgsVectorLayer, bool]]
) -> tuple[Rendering, ...]:
    """Give what `rendering_of` does, for the part of the imagery over which polygons lie.

    Args:
        imagery: The imagery.
        project: The layers' project.
        folder: Where `worker_images` says that the file is.
        polygons: Polygon layers, each with whether only its selected polygons count.

    Raises:
        BadInputError: When they lie elsewhere, or too far apart to fetch what is between them.
    """
    if not imagery.is_rendered:
        return ()
    box = empty_box()
    for layer, only_selected in polygons:
        extent = layer.boundingBoxOfSelected() if only_selected else layer.extent()
        try:
            box.combineExtentWith(
                QgsCoordinateTransform(layer.crs(), imagery.crs, project).transformBoundingBox(extent)
            )
        except QgsCsException as error:
            raise BadInputError(
                tr(
                    "The polygons of “{name}” lie outside “{imagery}”. "
                    "Choose others, or check both coordinate systems.",
                    name=layer.name(),
                    imagery=imagery.name,
                )
            ) from error
    renderings = rendering_of(imagery, project, folder, box)
    tiles = sum(rendering.tiles for rendering in renderings)
    if tiles > MOST_TILES:
        raise BadInputError(
            tr("The polygons lie so far apart that {n} tiles of “{imagery}” are between them. Choose larger pixels, "
               "or learn from selected polygons.", n=short_number(tiles), imagery=imagery.name)
        )  # fmt: skip
    return renderings


def tiles_in(imagery: Imagery, pixels: int) -> int:
    """Give how many tiles' worth of pixels are fetched for so many; 0 for files."""
    return math.ceil(pixels / TILE_PX**2) if imagery.is_rendered else 0


@contextmanager
def _watched(feedback: QgsRasterBlockFeedback, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Cut a block short that is being fetched when the task is cancelled."""
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.1):
            if cancelled():
                feedback.cancel()
                return

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(1.0)


def _colours(block: QgsRasterBlock, width: int, height: int) -> np.ndarray:
    """Give red, green, blue and alpha of a block (4, H, W); nothing where it couldn't be had."""
    if not block.isValid():
        return np.zeros((4, height, width), np.uint8)
    image = block.image().convertToFormat(QImage.Format.Format_RGBA8888)
    bits = image.constBits()
    bits.setsize(height * image.bytesPerLine())
    rows = np.frombuffer(bits, np.uint8).reshape(height, image.bytesPerLine())
    return np.ascontiguousarray(rows[:, : 4 * width].reshape(height, width, 4).transpose(2, 0, 1))


def _first(feedback: QgsRasterBlockFeedback) -> str:
    errors = feedback.errors()
    return f" ({errors[0]})" if errors else ""
