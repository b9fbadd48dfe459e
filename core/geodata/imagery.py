"""Imagery as the analyst names it: a raster, a folder, a list of files, or a STAC item (collection)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import BadInputError
from .mosaic import make_mosaic

RASTERS = (".tif", ".tiff", ".vrt", ".jp2", ".img")
LISTS, STAC = (".txt", ".lst"), (".json", ".geojson")
_REMOTE = {"http://": "/vsicurl/http://", "https://": "/vsicurl/https://", "s3://": "/vsis3/", "gs://": "/vsigs/"}
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
    given = Path(path)
    if not path.startswith("/vsi") and given.is_dir():
        found = sorted(str(file) for file in given.iterdir() if file.suffix.lower() in RASTERS)
        return (_mosaic(found, folder, given.name, f"The folder “{path}”"),)
    if given.suffix.lower() in LISTS and given.is_file():
        lines = [line.strip() for line in given.read_text(encoding="utf-8").splitlines()]
        found = [_resolved(line, given.parent) for line in lines if line and not line.startswith("#")]
        return (_mosaic(found, folder, given.stem, f"The list “{path}”"),)
    if given.suffix.lower() in STAC and given.is_file():
        kinds = _assets(given)
        return tuple(_mosaic(found, folder, kind, f"“{path}”") for kind, found in kinds.items())
    return (path,)


def _mosaic(found: list[str], folder: Path, name: str, where: str) -> str:
    if not found:
        raise BadInputError(f"{where} holds no rasters ({', '.join(RASTERS)}). Choose another one.")
    if len(found) == 1:
        return found[0]
    target = folder / f"{name}.vrt"
    make_mosaic(found, target)
    return str(target)


def _assets(path: Path) -> dict[str, list[str]]:
    """Collect the rasters of STAC items by the assets' keys."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        items = content.get("features", [content])
        found: dict[str, list[str]] = {}
        for item in items:
            for key, asset in item["assets"].items():
                if _is_raster(asset):
                    found.setdefault(key, []).append(_resolved(asset["href"], path.parent))
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise BadInputError(f"“{path}” isn't a STAC item or item collection ({error}). Choose another file.") from error
    incomplete = [key for key, hrefs in found.items() if len(hrefs) < len(items)]
    if incomplete:
        raise BadInputError(f"Not every item of “{path}” has the asset {', '.join(incomplete)}. Leave those items out.")
    return found or {path.stem: []}


def _is_raster(asset: Mapping[str, Any]) -> bool:
    roles: Iterable[str] = asset.get("roles") or ()
    kind = str(asset.get("type", ""))
    named = Path(str(asset.get("href", "")).split("?", maxsplit=1)[0]).suffix.lower() in RASTERS
    return not _NO_DATA_ROLES & set(roles) and (kind.startswith(("image/tiff", "image/jp2", "image/vnd")) or named)


def _resolved(href: str, base: Path) -> str:
    """Give a path that GDAL opens: remote ones through its file systems, relative ones from where they are named."""
    for prefix, virtual in _REMOTE.items():
        if href.startswith(prefix):
            return virtual + href[len(prefix) :]
    return href if href.startswith("/vsi") else str(base / href.removeprefix("file://"))
