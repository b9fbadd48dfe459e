"""What was written is read again, every block of it once."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.geodata.written import check_raster, new_raster
from rasterio.enums import ColorInterp
from rasterio.errors import RasterioError

SIDE, BANDS = 64, 40


def write(path: Path, interleave: str) -> None:
    values = np.random.default_rng(0).integers(0, 255, (BANDS, SIDE, SIDE), np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=SIDE, height=SIDE, count=BANDS, dtype="uint8", interleave=interleave,
        tiled=True, blockxsize=16, blockysize=16, compress="deflate", crs="EPSG:32654",
        transform=rasterio.Affine(10, 0, 4e5, 0, -10, 4.7e6),
    ) as file:  # fmt: skip
        file.write(values)
        file.build_overviews([2])


@pytest.mark.parametrize("interleave", ["pixel", "band"])
@pytest.mark.parametrize("level", [None, 0])
@pytest.mark.parametrize("band", [1, BANDS])
def test_a_damaged_block_is_found_wherever_it_is(tmp_path: Path, interleave: str, band: int, level: int | None) -> None:
    path = tmp_path / "made.tif"
    write(path, interleave)
    check_raster(path)
    with rasterio.open(path) as file:
        begin = int(file.get_tag_item("BLOCK_OFFSET_0_0", "TIFF", bidx=band, ovr=level))
    content = bytearray(path.read_bytes())
    content[begin : begin + 100] = bytes(100)
    path.write_bytes(content)
    with pytest.raises(RasterioError):
        check_raster(path)


def test_blocks_of_many_bands_are_unpacked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "made.tif"
    write(path, "pixel")
    read: list[tuple[int, int]] = []
    real = rasterio.DatasetReader.read

    def counting(self: rasterio.DatasetReader, numbers: list[int], window: rasterio.windows.Window) -> np.ndarray:
        read.append((len(numbers), window.width))
        return np.asarray(real(self, numbers, window=window))

    monkeypatch.setattr(rasterio.DatasetReader, "read", counting)
    check_raster(path)
    assert [bands for bands, _ in read] == [BANDS] * len(read)
    assert len(read) == 16 + 1  # blocks of overviews are larger


@pytest.mark.parametrize("kind", ["uint8", "uint16"])
def test_the_fourth_of_four_bands_is_no_alpha_band(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "made.tif"
    values = np.zeros((4, SIDE, SIDE), kind)
    with new_raster(
        path, driver="GTiff", width=SIDE, height=SIDE, count=4, dtype=kind, crs="EPSG:32654",
        transform=rasterio.Affine(10, 0, 4e5, 0, -10, 4.7e6),
    ) as file:  # fmt: skip
        file.write(values)
    with rasterio.open(path) as file:
        assert ColorInterp.alpha not in file.colorinterp
        assert file.read_masks().all()
