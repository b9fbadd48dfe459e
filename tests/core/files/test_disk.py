"""Trouble with the disk, in words."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.files.disk import RESUME, START_AGAIN, disk_trouble_told, make_folder
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
    text = r"The disk is full: “run” can't be written\. Free some space and start again\."
    with pytest.raises(DiskError, match=text), disk_trouble_told(Path("run"), START_AGAIN):
        raise error


def test_a_raster_of_too_many_tiles_is_no_full_disk() -> None:
    error = RasterioIOError("a.tif: File too large regarding tile size. This would result in a file with 2^36 tiles")
    with pytest.raises(DiskError, match="more pixels than a GeoTIFF can hold"), disk_trouble_told("a.tif", START_AGAIN):
        raise error


def test_other_trouble_names_the_file_and_foreign_errors_pass() -> None:
    run = Path("run")
    text = r"“gone/x” can't be used any more: No such file.* is kept\. Check that the disk .* and resume the run"
    with pytest.raises(DiskError, match=text), disk_trouble_told(run, RESUME):
        raise FileNotFoundError(errno.ENOENT, "No such file or directory", "gone/x")
    text = r"A raster of “run” can't be read or written: no tile"
    with pytest.raises(DiskError, match=text), disk_trouble_told(run, RESUME):
        raise RasterioIOError("no tile 7")
    with pytest.raises(BadInputError, match="mine"), disk_trouble_told(run, RESUME):
        raise BadInputError("mine")


def test_a_folder_is_made_with_those_above_it_or_named(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "above" / "below")
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInputError, match=r"“.*file” is a file and can't be a folder\. Choose another place"):
        make_folder(tmp_path / "file" / "below")
