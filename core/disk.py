"""The disk: what is said when a file can't be written, because there is no room or its folder is gone."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError
from safetensors import SafetensorError

from .errors import DiskError

RESUME = "What was finished before is kept. {cure} and resume the run."
START_AGAIN = "{cure} and start again."
_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)}
_FULL_TEXTS = ("no space left", "disk full", "os error 28", "not enough space", "quota exceeded", "file too large")


@contextmanager
def disk_trouble_told(place: Path, how_to_go_on: str) -> Iterator[None]:
    """Turn errors of the disk within a `with` block into words; GDAL's own errors may reach Python unwrapped.

    Args:
        place: The file or folder that is written, named where the error names none.
        how_to_go_on: `RESUME` or `START_AGAIN`.

    Raises:
        DiskError: Naming the place and what to do.
    """
    try:
        yield
    except (OSError, RasterioError, CPLE_BaseError, SafetensorError) as error:
        if is_full(error):
            advice = how_to_go_on.format(cure="Free some space")
            raise DiskError(f"The disk is full: “{place}” can't be written. {advice}") from error
        what = f"“{getattr(error, 'filename', None) or place}” can't be used any more"
        if isinstance(error, (RasterioError, CPLE_BaseError)):
            what = f"A raster of “{place}” can't be read or written"
        advice = how_to_go_on.format(cure="Check that the disk is there, has room and can be written,")
        raise DiskError(f"{what}: {getattr(error, 'strerror', None) or error}. {advice}") from error


def is_full(error: BaseException) -> bool:
    """Say whether an error means that there is no room on the disk, whichever library says so."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    return any(text in str(error).lower() for text in _FULL_TEXTS)
