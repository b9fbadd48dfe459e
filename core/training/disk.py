"""The disk: what is said when a run can't be written, because there is no room or its folder is gone."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rasterio.errors import RasterioError
from safetensors import SafetensorError

from ..errors import DiskError

_FULL = {getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG") if hasattr(errno, name)}
_FULL_TEXTS = ("no space left", "disk full", "os error 28", "not enough space", "quota exceeded", "file too large")


@contextmanager
def disk_trouble_told(folder: Path) -> Iterator[None]:
    """Turn errors of the disk within a `with` block into words.

    Raises:
        DiskError: Naming the folder and what to do; what was written whole before is still there.
    """
    try:
        yield
    except (OSError, RasterioError, SafetensorError) as error:
        if is_full(error):
            raise DiskError(
                f"The disk is full: “{folder}” can't be written. What was finished before is kept. "
                "Free some space and resume the run."
            ) from error
        what = f"“{getattr(error, 'filename', None) or folder}” can't be used any more"
        if isinstance(error, RasterioError):
            what = "A raster can't be read or written"
        raise DiskError(
            f"{what}: {getattr(error, 'strerror', None) or error}. What was finished before is kept. "
            "Check that the disk is there and can be written, and resume the run."
        ) from error


def is_full(error: BaseException) -> bool:
    """Say whether an error means that there is no room on the disk, whichever library says so."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    return any(text in str(error).lower() for text in _FULL_TEXTS)
