"""Calls of GDAL's Python bindings that fail in one way, whether another plugin has them raise exceptions or not.

With exceptions a failure is a RuntimeError, without them a None, an error code, or nothing but a note in GDAL's log.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

from osgeo import gdal


class GdalError(Exception):
    """What GDAL said when it failed."""


def opened(call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Give the object that a function of GDAL makes or opens.

    Raises:
        GdalError: It made none.
    """
    gdal.ErrorReset()
    try:
        result = call(*arguments, **options)
    except RuntimeError as error:
        raise GdalError(str(error)) from error
    if result is None:
        raise GdalError(gdal.GetLastErrorMsg() or "no reason given")
    return result


def done(call: Callable[..., Any], *arguments: Any, **options: Any) -> Any:
    """Give what a function of GDAL gives that writes, flushes or deletes.

    Raises:
        GdalError: It failed, be it in what it wrote of earlier calls.
    """
    gdal.ErrorReset()
    try:
        result = call(*arguments, **options)
    except RuntimeError as error:
        raise GdalError(str(error)) from error
    if (isinstance(result, int) and result != gdal.CE_None) or gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise GdalError(gdal.GetLastErrorMsg() or "no reason given")
    return result


def check_raster(path: Path) -> None:
    """Read all of a raster that was written.

    Raises:
        GdalError: It isn't whole.
    """
    dataset = opened(gdal.Open, str(path))
    for number in range(1, dataset.RasterCount + 1):
        done(lambda band: (band.Checksum(),), dataset.GetRasterBand(number))
