"""The source of a raster layer: the name by which GDAL opens it, with which options, and whether that is enough."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qgis.core import QgsRasterLayer

_MORE = re.compile(r"\|(option:|credential:|authcfg=)", re.IGNORECASE)
_OPTION = re.compile(r"\|option:([^|]*)", re.IGNORECASE)
_SECRET = re.compile(r"\|credential:|authcfg=", re.IGNORECASE)
_ONLY_HERE = ("/vsimem/", "mem:", "pg:", "wms:", "<gdal_wms")
"""What QGIS's process alone has, or what the worker's GDAL has no way to."""


@dataclass(frozen=True)
class GdalSource:
    """What a raster layer's source says.

    Attributes:
        name: What GDAL opens: a path with its prefix (“/vsizip/…”), or the name of a raster in a file of several.
        open_options: “KEY=VALUE”.
        is_secret: Whether it takes credentials, which aren't given to the worker.
    """

    name: str
    open_options: tuple[str, ...] = ()
    is_secret: bool = False

    @property
    def is_only_here(self) -> bool:
        """Whether the worker couldn't open it, so that QGIS has to write it to a file."""
        lowered = self.name.lower()
        return self.is_secret or any(
            lowered.startswith(prefix) or (prefix.startswith("/vsi") and prefix in lowered) for prefix in _ONLY_HERE
        )


def gdal_source(layer: QgsRasterLayer) -> GdalSource:
    """Take a layer's source apart, as it is written; QGIS's own way of doing so differs from version to version."""
    source = layer.source()
    hit = _MORE.search(source)
    more = source[hit.start() :] if hit else ""
    return GdalSource(source[: len(source) - len(more)], tuple(_OPTION.findall(more)), bool(_SECRET.search(more)))
