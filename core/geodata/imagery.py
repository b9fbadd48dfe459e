"""Imagery as the analyst names it: a raster, a folder, a list of files, or a STAC item (collection)."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import rasterio
from rasterio.errors import RasterioError

from ..errors import BadInputError
from ..files.file_list import listed, ways_to_write, without_quotes
from ..files.json_text import read_json, shape_told
from ..files.plain_name import plain_name
from ..files.text_file import read_text
from ..message import Message
from .mosaic import make_mosaic

RASTERS = (".tif", ".tiff", ".vrt", ".jp2", ".img")
LISTS, STAC = (".txt", ".lst"), (".json", ".geojson")
_REMOTE = {"http://": "/vsicurl/http://", "https://": "/vsicurl/https://", "s3://": "/vsis3/", "gs://": "/vsigs/"}
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 60
_STAC_IS = "a STAC item or item collection"
_NO_DATA_ROLES = {"thumbnail", "overview", "metadata"}


def open_imagery(path: str, folder: Path) -> tuple[str, ...]:
    """Give the raster files that a name stands for.

    A folder or a list (a text file with a path on every line) becomes one mosaic; STAC items become one mosaic for
    every kind of asset that they have, in the order of the first item.

    Args:
        path: A raster, a folder, a list, or a STAC item or item collection.
        folder: Where mosaics are written, for as long as they are used.

    Raises:
        BadInputError: For a folder or list without rasters, or rasters that don't fit each other.
    """
    location = Path(path)
    if not path.startswith("/vsi") and location.is_dir():
        files = sorted(str(file) for file in location.iterdir() if is_raster_file(file))
        if not files and _is_raster_folder(location):
            return (path,)
        return (_mosaic(files, folder, location.name, Message("The folder “{path}”", path=path)),)
    if location.suffix.lower() in LISTS and location.is_file():
        files = [_resolved(without_quotes(line), location.parent) for line in listed(read_text(location))]
        return (_mosaic(files, folder, location.stem, Message("The list “{path}”", path=path)),)
    if location.suffix.lower() in STAC and location.is_file():
        kinds = _assets(location)
        return tuple(_mosaic(files, folder, kind, f"“{path}”") for kind, files in kinds.items())
    return (path,)


def is_one_raster(path: str) -> bool:
    """Say whether a name stands for one raster file, and not for several that are seen as one."""
    location = Path(path)
    if path.startswith("/vsi") or path.lstrip().startswith("<"):
        return True
    return not location.is_dir() and not (location.suffix.lower() in (*LISTS, *STAC) and location.is_file())


def _is_raster_folder(folder: Path) -> bool:
    """Say whether a folder is a raster itself, as those of Zarr and of ArcInfo are."""
    try:
        with rasterio.open(folder) as dataset:
            return bool(dataset.count)
    except RasterioError:
        return False


def is_raster_file(file: Path, suffixes: Sequence[str] = RASTERS) -> bool:
    """Say whether a file in a folder is a raster by its name; hidden ones, which macOS leaves there, are none."""
    return file.suffix.lower() in suffixes and not file.name.startswith(".") and file.is_file()


def new_file(folder: Path, name: str, suffix: str) -> Path:
    """Give a file in a folder of its own, so that its name, which bands may be called by, is never taken twice.

    Whatever the name is, the file lies in that folder: what can't stand in a file's name is left out.
    """
    subfolder = Path(tempfile.mkdtemp(dir=folder))
    stem = _NOT_IN_NAMES.sub("_", plain_name(name)).strip(" .")[:_LONGEST_NAME]
    return subfolder / f"{stem or 'raster'}{suffix}"


def _mosaic(files: list[str], folder: Path, name: str, where: str) -> str:
    if not files:
        raise BadInputError(
            "{where} holds no rasters ({rasters}). Choose another one.", where=where, rasters=", ".join(RASTERS)
        )
    if len(files) == 1:
        return files[0]
    target = new_file(folder, name, ".vrt")
    make_mosaic(files, target)
    return str(target)


def _assets(path: Path) -> dict[str, list[str]]:
    """Collect the rasters of STAC items by the assets' keys."""
    content = read_json(path, _STAC_IS)
    with shape_told(f"“{path}”", _STAC_IS):
        items = content.get("features", [content])
        by_key: dict[str, list[str]] = {}
        for item in items:
            for key, asset in item["assets"].items():
                if _is_raster(asset):
                    by_key.setdefault(key, []).append(_resolved(asset["href"], path.parent))
    incomplete = [key for key, hrefs in by_key.items() if len(hrefs) < len(items)]
    if incomplete:
        raise BadInputError(
            "Not every item of “{path}” has the asset {incomplete}. Leave those items out.",
            path=path,
            incomplete=", ".join(incomplete),
        )
    return by_key or {path.stem: []}


def _is_raster(asset: Mapping[str, Any]) -> bool:
    roles: Iterable[str] = asset.get("roles") or ()
    kind = str(asset.get("type", ""))
    named = Path(str(asset.get("href", "")).split("?", maxsplit=1)[0]).suffix.lower() in RASTERS
    return not _NO_DATA_ROLES & set(roles) and (kind.startswith(("image/tiff", "image/jp2", "image/vnd")) or named)


def _resolved(href: str, base: Path) -> str:
    r"""Give a path that GDAL opens: remote ones through its file systems, relative ones from where they are named.

    A path that isn't there is tried with its escapes (“%20”) undone, and with “/” for the “\” of Windows.
    """
    for prefix, virtual in _REMOTE.items():
        if href.startswith(prefix):
            return virtual + href[len(prefix) :]
    if href.startswith("/vsi"):
        return href
    paths = [base / way for way in ways_to_write(href.removeprefix("file://"))]
    return str(next((path for path in paths if path.exists()), paths[0]))
