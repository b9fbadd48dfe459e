"""What a raster's numbers are is guessed from its file, and nothing where nothing tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

osgeo = pytest.importorskip("osgeo")
from osgeo import gdal  # noqa: E402
from outcrop.ui.sources.source_guess import guess  # noqa: E402


def write(path: Path, values: np.ndarray, kind: int, name: str = "", nodata: Any = None, **items: str) -> str:
    options = ["PIXELTYPE=SIGNEDBYTE"] if items.pop("signed", "") else []
    made = gdal.GetDriverByName("GTiff").Create(
        str(path), values.shape[2], values.shape[1], len(values), kind, options=options
    )
    for number, layer in enumerate(values, start=1):
        band = made.GetRasterBand(number)
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.SetDescription(name)
        band.WriteArray(layer)
        band.SetMetadata(items)
    made.FlushCache()
    return str(path)


RNG = np.random.default_rng(0)
FEW = RNG.choice([1, 4, 9], (1, 90, 90))


def test_few_whole_numbers_are_categories(tmp_path: Path) -> None:
    assert guess(write(tmp_path / "geology.tif", FEW, gdal.GDT_Byte)).role == "category"
    assert guess(write(tmp_path / "many.tif", RNG.integers(0, 99, (1, 90, 90)), gdal.GDT_Byte)).role == "auto"
    assert guess(write(tmp_path / "float.tif", FEW, gdal.GDT_Float32)).role == "auto"
    assert guess(write(tmp_path / "constant.tif", FEW * 0 + 3, gdal.GDT_Byte)).role == "auto"
    assert guess(write(tmp_path / "two.tif", np.repeat(FEW, 2, axis=0), gdal.GDT_Byte)).role == "auto"


def test_a_picture_with_a_palette_is_of_categories(tmp_path: Path) -> None:
    path = write(tmp_path / "map.tif", RNG.integers(0, 99, (1, 9, 9)), gdal.GDT_Byte)
    dataset = gdal.Open(path, gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (200, 0, 0, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    del dataset
    assert guess(path).role == "category"


def test_directions_are_known_by_name_and_range(tmp_path: Path) -> None:
    turned = RNG.uniform(0, 360, (1, 90, 90))
    assert guess(write(tmp_path / "aspect.tif", turned, gdal.GDT_Float32)).role == "angle"
    assert guess(write(tmp_path / "d.tif", turned, gdal.GDT_Float32, "Dip direction")).role == "angle"
    assert guess(write(tmp_path / "slope.tif", turned / 4, gdal.GDT_Float32)).role == "auto"
    assert guess(write(tmp_path / "aspect sine.tif", np.sin(turned), gdal.GDT_Float32)).role == "auto"


def test_alphaearths_bytes_are_an_embedding(tmp_path: Path) -> None:
    kind = getattr(gdal, "GDT_Int8", None)
    values = RNG.integers(-99, 99, (64, 9, 9))
    path = write(tmp_path / "e.tif", values, gdal.GDT_Byte if kind is None else kind, nodata=-128,
                 **({"signed": "yes"} if kind is None else {}))  # fmt: skip
    assert guess(path).role == "embedding"
    assert guess(write(tmp_path / "tessera_2024.tif", np.zeros((128, 4, 4)), gdal.GDT_Float32)).role == "embedding"
    assert guess(write(tmp_path / "hyperspectral.tif", np.zeros((128, 4, 4)), gdal.GDT_Int16)).role == "auto"


def test_nothing_is_guessed_of_what_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tif"
    broken.write_bytes(b"II*\0nothing")
    assert guess(str(broken)).role == "auto"
    assert guess(str(tmp_path / "gone.tif")).role == "auto"
