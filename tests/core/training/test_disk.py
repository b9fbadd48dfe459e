"""Trouble with the disk, in words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError, OutcropError
from outcrop.core.training.disk import disk_trouble_told
from rasterio.errors import RasterioIOError
from safetensors import SafetensorError


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        SafetensorError("Error while serializing: I/O error: No space left on device (os error 28)"),
        RasterioIOError("write failed: No space left on device"),
    ],
)
def test_a_full_disk_is_called_one_whoever_says_so(error: Exception) -> None:
    with pytest.raises(OutcropError, match=r"The disk is full: “run” can't be written"), disk_trouble_told(Path("run")):
        raise error


def test_other_trouble_names_the_file_and_foreign_errors_pass() -> None:
    with pytest.raises(OutcropError, match=r"“gone/x” can't be used any more: No such file"), disk_trouble_told(Path()):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "gone/x")
    with pytest.raises(OutcropError, match=r"A raster can't be read or written: no tile"), disk_trouble_told(Path()):
        raise RasterioIOError("no tile 7")
    with pytest.raises(BadInputError, match="mine"), disk_trouble_told(Path()):
        raise BadInputError("mine")
