"""Imagery: what a raster layer is, and the file by which the worker reads it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Optional

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
)

from ...core.errors import BadInputError
from ...core.geodata.extent import Extent
from ...core.geodata.sources.band_names import alpha_number, own_name, stack_names
from ..compat import METRES
from ..gdal_calls import GdalError, opened
from ..texts import tr, unwritable_text
from .gdal_source import gdal_source
from .layer_view import hidden_of, write_view

_FEWEST_PIXELS = 2
_MICROMETRES = ("um", "µm", "μm", "micrometers", "micrometres", "microns", "micrometer", "micron")
_MOST_MICROMETRES = 30
"""A wavelength without a unit that is smaller than this is in micrometres."""
PIXEL_SIZE_PROPERTY = "outcrop/pixel_size_m"
"""Custom property of a layer that is no file: the side of the pixels, in metres, in which it is looked at."""
_USUAL_PIXEL_M = 1.0
_METRES_PER_DEGREE = 111_320.0
_STEP_DEGREES, _STEP_UNITS, _WIDE_M, _SCALE_STEP = 1e-3, 100.0, 3e6, 0.005
_IMAGE_TYPES = (12, 13)
"""Data types of layers that are drawn by a server: colours with transparency."""
_TYPE_NAMES = {1: "Byte", 2: "UInt16", 3: "Int16", 4: "UInt32", 5: "Int32", 6: "Float32", 7: "Float64"}


@dataclass(frozen=True)
class Band:
    """One band of the imagery: the layer that it is in, its number there from 1, and its name in the stack.

    `wavelength_nm` is that of its middle, 0 where the file doesn't say. A band that is flagged as alpha is taken only
    where it is chosen: many programs flag near infrared so.
    """

    layer_id: str
    number: int
    name: str
    wavelength_nm: float = 0.0
    is_alpha: bool = False


def usual_bands(available: Sequence[Band]) -> tuple[Band, ...]:
    """Give the bands that are taken where none is chosen."""
    return tuple(band for band in available if not band.is_alpha) or tuple(available)


@dataclass(frozen=True)
class Imagery:
    """What is known of one raster layer, or of a stack of them, kept apart from layers, which may go at any time.

    `layer_id`, `path`, `columns`, `rows`, `crs` and `extent` are those of the first layer, which gives the grid;
    `more` are the ids of those stacked on it, `available` all bands and `bands` the names of the chosen ones in order.
    `pixel_width` and `pixel_height` are in units of its coordinate system, `pixel_size_m` is in metres. A layer that is
    no file has no `path`; its pixels have the size that was chosen for it where it `is_scaled`, else its own.
    """

    layer_id: str
    name: str
    path: str
    bands: tuple[str, ...]
    data_type: str
    columns: int
    rows: int
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    pixel_size_m: float
    available: tuple[Band, ...] = ()
    chosen: tuple[Band, ...] = ()
    more: tuple[str, ...] = ()
    is_scaled: bool = False

    @property
    def is_rendered(self) -> bool:
        """Whether QGIS has to write the first layer to a file before the worker can read it."""
        return not self.path

    @property
    def pixel_width(self) -> float:
        """Width of a pixel."""
        return self.extent.width() / self.columns

    @property
    def pixel_height(self) -> float:
        """Height of a pixel."""
        return self.extent.height() / self.rows


def read_imagery(layer: QgsRasterLayer) -> Imagery:
    """Look at a raster layer, and at its file where it has one.

    Raises:
        BadInputError: When the worker couldn't work with it; says why and what to do.
    """
    name = layer.name()
    if not layer.isValid():
        raise BadInputError(tr("“{name}” can't be read. Check that its file is there and whole.", name=name))
    if not layer.crs().isValid():
        raise BadInputError(
            tr("“{name}” has no coordinate system. Set it first: right click ▸ Layer CRS ▸ Set Layer CRS.", name=name)
        )
    if is_no_file(layer):
        return _read_rendered(layer)
    if layer.width() * layer.height() < _FEWEST_PIXELS:
        raise BadInputError(tr("“{name}” has one pixel only; there is nothing to learn from.", name=name))
    path = source_path(layer)
    dataset = open_file(path, gdal_source(layer).open_options)
    if dataset is None:
        raise BadInputError(
            tr(
                "The file of “{name}” is gone or damaged: {path}. Check that it is there and whole.",
                name=name,
                path=path,
            )
        )
    _check_values(layer, dataset)
    named = own_band_names(dataset)
    bands = tuple(
        Band(layer.id(), number, shown, _wavelength_nm(dataset.GetRasterBand(number)), is_alpha)
        for (number, _own, is_alpha), shown in zip(named, stack_names([("", [band[:2] for band in named])]))
    )
    usual = usual_bands(bands)
    return Imagery(
        layer.id(), name, path, tuple(band.name for band in usual),
        gdal.GetDataTypeName(dataset.GetRasterBand(1).DataType),
        layer.width(), layer.height(), layer.crs(), layer.extent(), _pixel_size_m(layer), bands, usual,
    )  # fmt: skip


def is_no_file(layer: QgsRasterLayer) -> bool:
    """Say whether a layer comes from a server or from memory, where the worker can't read it."""
    return layer.providerType() != "gdal" or gdal_source(layer).is_only_here


def is_image(data_type: Any) -> bool:
    """Say whether a provider gives colours, as servers of maps do, and not values."""
    return type_number(data_type) in _IMAGE_TYPES


def type_number(data_type: Any) -> int:
    """Give the number of a provider's data type, which is a number or an enumeration's member."""
    return int(getattr(data_type, "value", data_type))


def pixel_size_of(layer: QgsRasterLayer) -> float:
    """Give the side of the pixels, in metres, in which a layer that is no file is looked at."""
    chosen = layer.customProperty(PIXEL_SIZE_PROPERTY)
    if chosen is not None:
        return max(1e-3, float(chosen))
    return _pixel_size_m(layer) if _has_own_pixels(layer) else _USUAL_PIXEL_M


def _has_own_pixels(layer: QgsRasterLayer) -> bool:
    return layer.width() > _FEWEST_PIXELS and not is_image(layer.dataProvider().dataType(1))


def _read_rendered(layer: QgsRasterLayer) -> Imagery:
    """Describe a layer that is no file as it is once QGIS has written it."""
    provider, extent = layer.dataProvider(), layer.extent()
    size = pixel_size_of(layer)
    is_scaled = layer.customProperty(PIXEL_SIZE_PROPERTY) is not None or not _has_own_pixels(layer)
    if not is_scaled:
        columns, rows = layer.width(), layer.height()
    else:
        columns, rows = _pixels_across(extent, _units_to_draw(layer), size)
    if is_image(provider.dataType(1)):
        names, kind = ["Red", "Green", "Blue"], "Byte"
    else:
        names = [f"band {number}" for number in range(1, provider.bandCount() + 1)]
        kind = _TYPE_NAMES.get(type_number(provider.dataType(1)), "Float32")
    bands = tuple(Band(layer.id(), number, name) for number, name in enumerate(names, start=1))
    return Imagery(
        layer.id(), layer.name(), "", tuple(names), kind, columns, rows, layer.crs(), extent, size, bands, bands,
        is_scaled=is_scaled,
    )  # fmt: skip


def _units_to_draw(layer: QgsRasterLayer) -> tuple[float, float]:
    """Give the metres of a unit to the east and to the north in which a layer is drawn: pixels of a map are squares.

    For layers of half the world there is no place at which to measure; there it is the unit as such, until a place is
    known: see `drawn_at`.
    """
    if _is_wide(layer.extent(), layer.crs()):
        return (_metres_per_unit(layer.crs()),) * 2
    return _square_units(layer.crs(), layer.extent().center())


def drawn_at(imagery: Imagery, point: QgsPointXY) -> Imagery:
    """Give imagery as it is drawn around a place: with pixels of the chosen size on the ground there.

    A map of the world has no one scale; it is taken in steps of half a percent, so that parts that lie near each other
    have one grid. Imagery of a region, or with pixels of its own, is given as it is.
    """
    if not imagery.is_scaled or not _is_wide(imagery.extent, imagery.crs):
        return imagery
    units = tuple(
        math.exp(round(math.log(unit) / _SCALE_STEP) * _SCALE_STEP) for unit in _square_units(imagery.crs, point)
    )
    columns, rows = _pixels_across(imagery.extent, units, imagery.pixel_size_m)
    return replace(imagery, columns=columns, rows=rows)


def _is_wide(extent: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> bool:
    return max(extent.width(), extent.height()) * _metres_per_unit(crs) > _WIDE_M


def _square_units(crs: QgsCoordinateReferenceSystem, point: QgsPointXY) -> tuple[float, float]:
    east, north = metres_per_unit(crs, point)
    return (east, north) if crs.isGeographic() else ((east * north) ** 0.5,) * 2


def _pixels_across(extent: QgsRectangle, units: Sequence[float], size_m: float) -> tuple[int, int]:
    """Give columns and rows of pixels of a size over an extent whose units are so many metres."""
    columns, rows = (
        max(1, round(length * unit / size_m)) for length, unit in zip((extent.width(), extent.height()), units)
    )
    return columns, rows


def _metres_per_unit(crs: QgsCoordinateReferenceSystem) -> float:
    if crs.isGeographic():
        return _METRES_PER_DEGREE
    return float(QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), METRES))


def source_path(layer: QgsRasterLayer) -> str:
    """Give the name by which GDAL opens a layer's raster."""
    return gdal_source(layer).name


def worker_path(layer: QgsRasterLayer, folder: Path) -> str:
    """Give the file by which the worker reads a layer's raster.

    Where the layer says more than its file, such as another coordinate system or values that are no data, that is a
    virtual raster in `folder`.

    Raises:
        BadInputError: The layer is no file, or the virtual raster couldn't be written.
    """
    if is_no_file(layer):
        raise BadInputError(
            tr(
                "“{name}” comes from a server. Save it as a GeoTIFF first: right click ▸ Export ▸ Save As.",
                name=layer.name(),
            )
        )
    source, provider = gdal_source(layer), layer.dataProvider()
    dataset = open_file(source.name, source.open_options)
    if provider is None or dataset is None:
        return source.name
    hidden = hidden_of(layer, dataset.RasterCount)
    if provider.crs() == layer.crs() and not source.open_options and hidden.is_nothing:
        return source.name
    try:
        return str(write_view(layer, source, hidden, folder))
    except (GdalError, OSError) as error:
        raise BadInputError(unwritable_text(folder, str(error))) from error


def extent_in(imagery: Imagery, extent: QgsRectangle, crs: QgsCoordinateReferenceSystem, project: QgsProject) -> Extent:
    """Bring an extent, such as the canvas's, to the imagery's coordinate system and cut it to the imagery.

    Raises:
        BadInputError: When it misses the imagery.
    """
    miss = tr("The map shows nothing of “{name}”. Zoom to it, or choose the whole layer.", name=imagery.name)
    try:
        moved = QgsCoordinateTransform(crs, imagery.crs, project).transformBoundingBox(extent)
    except QgsCsException as error:
        raise BadInputError(miss) from error
    inside = moved.intersect(imagery.extent)
    if inside.isEmpty() or not inside.isFinite():
        raise BadInputError(miss)
    return inside.xMinimum(), inside.yMinimum(), inside.xMaximum(), inside.yMaximum()


def pixels_in(imagery: Imagery, extent: Extent) -> int:
    """Give about how many pixels of the imagery an extent covers."""
    xmin, ymin, xmax, ymax = extent
    drawn = drawn_at(imagery, QgsPointXY((xmin + xmax) / 2, (ymin + ymax) / 2))
    return round((xmax - xmin) / drawn.pixel_width) * round((ymax - ymin) / drawn.pixel_height)


def open_file(path: str, options: Sequence[str] = ()) -> Optional[gdal.Dataset]:
    """Open a raster; None where that fails."""
    try:
        return opened(gdal.OpenEx, path, gdal.OF_RASTER, open_options=list(options))
    except GdalError:
        return None


def _check_values(layer: QgsRasterLayer, dataset: gdal.Dataset) -> None:
    """Refuse complex values, and a raster that isn't placed by its grid."""
    kinds = {dataset.GetRasterBand(number).DataType for number in range(1, dataset.RasterCount + 1)}
    if any(gdal.DataTypeIsComplex(kind) for kind in kinds):
        text = tr(
            "“{name}” holds complex values, as radar images before detection do. Make a raster of their amplitude "
            "first: Raster ▸ Miscellaneous ▸ Raster calculator of GDAL with abs(A).",
            name=layer.name(),
        )
        raise BadInputError(text)
    is_bare = dataset.GetGeoTransform(can_return_null=True) in (None, (0.0, 1.0, 0.0, 0.0, 0.0, 1.0))
    if is_bare and (dataset.GetGCPCount() or dataset.GetMetadata("RPC") or dataset.GetMetadata("GEOLOCATION")):
        text = tr(
            "“{name}” is placed by control points or a sensor model, not by a grid, so its pixels have no place yet. "
            "Warp it first: Raster ▸ Projections ▸ Warp (Reproject).",
            name=layer.name(),
        )
        raise BadInputError(text)


def own_band_names(dataset: gdal.Dataset) -> tuple[tuple[int, str, bool], ...]:
    """List a file's bands: number, name by description or colour (empty where it has neither), and whether it is alpha.

    As for the worker, that is the first one that is flagged so.
    """
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    colours = [band.GetColorInterpretation() for band in bands]
    alpha = alpha_number(colours)
    names = [own_name(band.GetDescription(), colour) for band, colour in zip(bands, colours)]
    return tuple((number, name, number == alpha) for number, name in enumerate(names, start=1))


def _wavelength_nm(band: gdal.Band) -> float:
    """Give a band's wavelength as ENVI's header, or GDAL's own metadata, has it; 0 where neither has."""
    micrometres = band.GetMetadataItem("CENTRAL_WAVELENGTH_UM", "IMAGERY")
    value, unit = (micrometres, "um") if micrometres else (band.GetMetadataItem("wavelength"), "")
    unit = unit or str(band.GetMetadataItem("wavelength_units") or "").casefold()
    try:
        length = float(value or 0)
    except ValueError:
        return 0.0
    in_micrometres = unit in _MICROMETRES if unit else 0 < length < _MOST_MICROMETRES
    return length * 1000 if in_micrometres else length


def _pixel_size_m(layer: QgsRasterLayer) -> float:
    """Measure the side of a pixel in the middle of a layer in metres on the ground, from its area."""
    middle = layer.extent().center()
    east, north = metres_per_unit(layer.crs(), middle)
    return float((layer.rasterUnitsPerPixelX() * east * layer.rasterUnitsPerPixelY() * north) ** 0.5)


def metres_per_unit(crs: QgsCoordinateReferenceSystem, point: QgsPointXY) -> tuple[float, float]:
    """Measure one unit of a coordinate system at a place, to the east and to the north, in metres on the ellipsoid."""
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym() or "WGS84")
    step = _STEP_DEGREES if crs.isGeographic() else _STEP_UNITS
    lengths = []
    for across, up in ((step / 2, 0.0), (0.0, step / 2)):
        ends = QgsPointXY(point.x() - across, point.y() - up), QgsPointXY(point.x() + across, point.y() + up)
        try:
            lengths.append(measure.measureLine(*ends) / step)
        except QgsCsException:
            lengths.append(0.0)
    east, north = lengths
    if math.isfinite(east) and math.isfinite(north) and east > 0 and north > 0:
        return east, north
    unit = _metres_per_unit(crs)
    return unit, unit
