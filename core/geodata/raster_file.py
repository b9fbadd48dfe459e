"""What is asked of a raster file before anything is read of it: that it can be used, and what its bands are called."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Optional
from xml.etree import ElementTree as ET

import numpy as np
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp
from rasterio.errors import NotGeoreferencedWarning, RasterioError, RasterioIOError, WindowError
from rasterio.windows import Window as RasterioWindow

from ..errors import BadInputError, DiskError, UnreadableFileError
from ..files.plain_name import plain_name, xml_text
from ..files.text_file import decoded
from ..files.unfinished import temporary_folder
from ..message import Message
from .grid import Window
from .sources.band_names import alpha_number

_USUAL = (".tif", ".tiff", ".vrt", ".jp2", ".png", ".jpg", ".jpeg", ".img", ".dat", ".bil", ".bsq", ".bip", ".asc")
_SIGNATURES = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+", b"\x89PNG", b"\xff\xd8\xff", b"\0\0\0\x0cjP  ")
"""How the files begin whose formats every GDAL reads: TIFF, PNG, JPEG, JPEG 2000."""
_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar")
_MOST_NAMED = 5
_ULPS = 1_000
"""So many steps of floating-point numbers a pixel is wide at least."""
_SAVE = Message("Save it as a GeoTIFF: in QGIS right click ▸ Export ▸ Save As.")
_WARP = Message("Warp it first: in QGIS Raster ▸ Projections ▸ Warp (Reproject).")


def unreadable(path: str | Path, error: Exception) -> UnreadableFileError:
    """Say why a raster can't be opened: it isn't there, its format isn't known here, or it is damaged."""
    text = Message("The raster “{path}” can't be read", path=path)
    if Path(path).suffix.lower() in _ARCHIVES:
        return UnreadableFileError(
            "{text}: it is an archive. Unpack it, and choose the raster that was in it.", text=text
        )
    if "codec" in str(error):
        return UnreadableFileError(
            "{text}: its compression isn't supported ({error}). {save}", text=text, error=error, save=_SAVE
        )
    file = Path(path)
    if not str(path).startswith("/vsi") and file.is_file() and "not recognized" in str(error):
        with file.open("rb") as opened:
            begin = opened.read(16)
        if begin and not begin.startswith(_SIGNATURES) and (file.suffix.lower() not in _USUAL or begin.strip(b"\0")):
            return UnreadableFileError(
                "{text}: its format isn't supported, though QGIS may show it (HDF4, FITS, HEIF and others). {save}",
                text=text,
                save=_SAVE,
            )
    return UnreadableFileError("{text}: {error}. Check that the file is there and whole.", text=text, error=error)


@contextmanager
def read_trouble_told(path: str | Path, window: Window) -> Iterator[None]:
    """Turn what goes wrong while a window of a raster is read into words.

    Raises:
        DiskError: The file is damaged or gone; names file and place.
    """
    try:
        yield
    except (RasterioError, RasterioIOError) as error:
        raise _read_trouble(path, window, error) from error


def _read_trouble(path: str | Path, window: Window, error: BaseException) -> DiskError:
    """Say why a raster can't be read in a window: it is damaged or gone, or made by code that isn't run here."""
    while error.__cause__ is not None:  # rasterio's own text only says that there is another
        error = error.__cause__
    if "Python" in str(error):
        return DiskError(
            (
                "“{path}” computes its values by Python code, which is never run: code in a file may do harm. Save it "
                "as a GeoTIFF where you trust it: in QGIS right click ▸ Export ▸ Save As."
            ),
            path=path,
        )
    part = _damaged_part(path, window)
    if part:
        return DiskError(
            "“{part}” can't be read: the file is damaged or gone ({error}). Copy it again or check the disk.",
            part=part, error=error,
        )  # fmt: skip
    return DiskError(
        "“{images}” can't be read at {place}: the file is damaged or gone ({error}). Copy it again or check the disk.",
        images=path,
        place=f"rows {window.row}–{window.row + window.height}, columns {window.col}–{window.col + window.width}",
        error=error,
    )


def _damaged_part(path: str | Path, window: Window) -> str:
    """Give the file of a mosaic that can't be read in a window of it; nothing where none is found."""
    with suppress(RasterioError, RasterioIOError):
        with rasterio.open(path) as mosaic:
            bounds = mosaic.window_bounds(window.rasterio())
            parts = [part for part in mosaic.files[1:] if Path(part).suffix.lower() in _USUAL]
        for part in parts:
            try:
                with rasterio.open(part) as dataset:
                    whole = RasterioWindow(0, 0, dataset.width, dataset.height)
                    dataset.read(window=dataset.window(*bounds).intersection(whole))
            except WindowError:  # which lies elsewhere
                continue
            except (RasterioError, RasterioIOError):
                return str(part)
    return ""


def read_told(dataset: Any, path: str | Path, window: Window, bands: Any = 1) -> np.ndarray:
    """Read a window of an open raster.

    Args:
        dataset: The raster, or a view of it.
        path: The file, by the name that the analyst knows.
        window: Rows and columns.
        bands: One number, from 1, gives (H, W); a list of them, or None for all, gives (B, H, W).

    Raises:
        DiskError: When the file is damaged or gone; names file and place.
    """
    with read_trouble_told(path, window):
        values: np.ndarray = dataset.read(bands, window=window.rasterio())
    return values


@contextmanager
def whole_band(path: str | Path) -> Iterator[Any]:
    """Give the first band of a raster of which every pixel can be read, for rasterio's `shapes` and `sieve`.

    These take a block that can't be read for the end of the raster, and say nothing.

    Raises:
        DiskError: When the file is damaged; names file and place.
    """
    with rasterio.open(path) as dataset:
        for _, block in dataset.block_windows(1):
            read_told(dataset, path, Window(block.row_off, block.col_off, block.height, block.width))
        yield rasterio.band(dataset, 1)


def open_raster(path: str | Path) -> Any:
    """Open a raster for reading.

    Raises:
        UnreadableFileError: When it can't be read.
        BadInputError: When it has no place on the ground, or complex values.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            dataset = rasterio.open(path)
    except (RasterioIOError, UnicodeEncodeError) as error:
        raise unreadable(path, error) from error
    try:
        check_usable(dataset, path)
    except BadInputError:
        dataset.close()
        raise
    return dataset


def check_usable(dataset: Any, path: str | Path) -> None:
    """Refuse a raster without a place on the ground, or with values that are no quantities.

    Raises:
        BadInputError: Saying what to do.
    """
    if not dataset.count:
        inner = dataset.subdatasets
        raise BadInputError(
            (
                "The raster “{path}” has no bands of its own; it holds several rasters: {inner}. Give one of these "
                "names instead, or choose one of them in QGIS and save it as a GeoTIFF."
            ),
            path=path,
            inner=", ".join(inner if len(inner) <= _MOST_NAMED else [*inner[:_MOST_NAMED], "…"]),
        )
    transform = dataset.transform
    if transform.is_identity:
        for kind, there in _other_placings(dataset).items():
            if there:
                raise BadInputError(
                    "The raster “{path}” is placed by {kind}, not by a grid, so its pixels have no place yet. {warp}",
                    path=path,
                    kind=kind,
                    warp=_WARP,
                )
    if dataset.crs is None:
        raise BadInputError(
            "The raster “{path}” has no coordinate system. Assign one to it first (Raster ▸ Projections).", path=path
        )
    if not all(map(math.isfinite, transform[:6])) or not transform.determinant:
        raise BadInputError(
            (
                "The raster “{path}” has no usable place: its pixels have no size (geotransform {place}). Georeference "
                "it again, or assign the right extent (Raster ▸ Conversion ▸ Translate with -a_ullr)."
            ),
            path=path,
            place=tuple(transform[:6]),
        )
    if not _tells_pixels_apart(dataset):
        raise BadInputError(
            (
                "The raster “{path}” has no usable place: its pixels are too small to be told apart so far from the "
                "origin (geotransform {place}). Georeference it again, or assign the right extent (Raster ▸ "
                "Conversion ▸ Translate with -a_ullr)."
            ),
            path=path,
            place=tuple(transform[:6]),
        )
    if any(str(kind).startswith("complex") for kind in dataset.dtypes):
        raise BadInputError(
            (
                "The raster “{path}” holds complex values, as radar images before detection do. Make a raster of their "
                "amplitude or phase first: Raster ▸ Miscellaneous ▸ Raster calculator of GDAL with abs(A) or angle(A)."
            ),
            path=path,
        )


def _tells_pixels_apart(dataset: Any) -> bool:
    """Say whether the coordinates have enough digits for the pixels to have borders of their own."""
    transform = dataset.transform
    corners = [transform @ (col, row) for col in (0, dataset.width) for row in (0, dataset.height)]
    sides = ((transform.a, transform.b), (transform.d, transform.e))
    farthest = [max(abs(corner[axis]) for corner in corners) for axis in (0, 1)]
    return all(max(map(abs, side)) > _ULPS * math.ulp(far) for side, far in zip(sides, farthest))


def _other_placings(dataset: Any) -> dict[str, bool]:
    points, _ = dataset.gcps
    return {
        "ground control points": bool(points),
        "a sensor model (RPC)": dataset.rpcs is not None,
        "geolocation arrays": bool(dataset.tags(ns="GEOLOCATION")),
    }


def band_names(dataset: Any) -> tuple[Optional[str], ...]:
    """Give what a raster calls its bands, in whichever encoding it does so; None where it has no name."""
    try:
        descriptions = dataset.descriptions
    except UnicodeDecodeError:
        descriptions = tuple(band.findtext("Description") for band in described(dataset.name).iterfind("VRTRasterBand"))
    return tuple((plain_name(name) if name else None) or None for name in descriptions)


def virtual_text(dataset: Any) -> str:
    """Give the text of a virtual raster that is open."""
    with temporary_folder() as folder:
        vrt = folder / "view.vrt"
        rasterio.shutil.copy(dataset, str(vrt), driver="VRT")
        return vrt.read_text(encoding="utf-8")


def described(path: str | Path) -> ET.Element:
    """Give GDAL's own description of a raster, as a virtual raster has it: names and tables of every format."""
    with temporary_folder() as folder:
        vrt = folder / "description.vrt"
        rasterio.shutil.copy(str(path), str(vrt), driver="VRT")
        raw = vrt.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = "\n".join(decoded(line) for line in raw.split(b"\n"))
    return ET.fromstring(xml_text(text))  # noqa: S314 - GDAL wrote it just now


def alpha_band(dataset: Any) -> int:
    """Give the number of the band that is flagged as alpha; 0 where none is."""
    return alpha_number([int(colour) for colour in dataset.colorinterp])


def is_category(dataset: Any, number: int) -> bool:
    """Say whether a band's numbers stand for names, so that no mean of two of them means anything."""
    return has_palette(dataset, number) or dataset.tags(number).get("LAYER_TYPE", "").lower() == "thematic"


def has_palette(dataset: Any, number: int) -> bool:
    """Say whether a band's pixels are numbers of colours; of two values, as a mask has them, nothing is lost."""
    is_mask = dataset.tags(number, ns="IMAGE_STRUCTURE").get("NBITS") == "1"
    return dataset.colorinterp[number - 1] == ColorInterp.palette and not is_mask
