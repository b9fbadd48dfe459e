"""Raster files as they come: what is refused with what to do, and names in any encoding."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.geodata.raster_file import band_names, open_raster
from outcrop.core.geodata.stack import Stack
from rasterio.control import GroundControlPoint

PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)


def raster(path: Path, kind: str = "uint8", count: int = 1, **profile: Any) -> Path:
    made = {"driver": "GTiff", "crs": "EPSG:32654", "transform": PLACE, **profile}
    with rasterio.open(path, "w", width=6, height=5, count=count, dtype=kind, **made) as file:
        file.write(np.ones((count, 5, 6), "complex64" if "complex" in kind else kind))
    return path


def refusal(path: Path) -> str:
    with pytest.raises(BadInputError) as caught:
        open_raster(path)
    return str(caught.value)


@pytest.mark.parametrize("kind", ["complex64", "complex128", "complex_int16"])
def test_complex_values_are_refused(kind: str, tmp_path: Path) -> None:
    assert "abs(A)" in refusal(raster(tmp_path / "a.tif", kind))


@pytest.mark.parametrize("crs", [None, "EPSG:32654"])
def test_control_points_sensor_models_and_geolocation_are_no_grid(crs: Any, tmp_path: Path) -> None:
    path = raster(tmp_path / "a.tif", crs=crs, transform=Affine.identity())
    points = [GroundControlPoint(row, col, col * 10, row * 10) for row, col in ((0, 0), (0, 6), (5, 0))]
    with rasterio.open(path, "r+") as file:
        file.gcps = (points, "EPSG:32654")
    assert "control points" in refusal(path)
    path = raster(tmp_path / "b.tif", crs=crs, transform=Affine.identity())
    with rasterio.open(path, "r+") as file:
        file.update_tags(ns="GEOLOCATION", X_DATASET="x.tif", Y_DATASET="y.tif")
    assert "Warp it" in refusal(path)


@pytest.mark.parametrize(
    "place",
    [
        "0, 0, 0, 0, 0, 0",
        "400000, 0, 0, 4700000, 0, -10",
        "nan, 10, 0, 4700000, 0, -10",
        "-1e290, 10, 0, 4700000, 0, -10",
        "400000, 10, 0, 1e17, 0, -10",
    ],
)
def test_pixels_without_a_size_are_refused(place: str, tmp_path: Path) -> None:
    (tmp_path / "a.vrt").write_text(
        f'<VRTDataset rasterXSize="6" rasterYSize="5"><SRS>EPSG:32654</SRS><GeoTransform>{place}</GeoTransform>'
        '<VRTRasterBand dataType="Byte" band="1"/></VRTDataset>'
    )
    assert "no usable place" in refusal(tmp_path / "a.vrt")


def test_a_file_of_several_rasters_names_them(tmp_path: Path) -> None:
    for number, table in enumerate("ab"):
        more = {"APPEND_SUBDATASET": "YES"} if number else {}
        raster(tmp_path / "many.gpkg", driver="GPKG", RASTER_TABLE=table, **more)
    words = refusal(tmp_path / "many.gpkg")
    assert "several rasters" in words
    inner = [name.rstrip(",.") for name in words.split() if name.startswith("GPKG:")]
    assert len(inner) == 2
    with Stack(inner[:1]) as stack:
        assert stack.grid.window.width == 6


def test_a_virtual_raster_that_was_moved_names_what_it_lacks(tmp_path: Path) -> None:
    source = '<SourceFilename relativeToVRT="1">left/behind.tif</SourceFilename><SourceBand>1</SourceBand>'
    (tmp_path / "a.vrt").write_text(
        '<VRTDataset rasterXSize="6" rasterYSize="5"><SRS>EPSG:32654</SRS><GeoTransform>400000, 10, 0, 4700000, 0, -10'
        f'</GeoTransform><VRTRasterBand dataType="Byte" band="1"><SimpleSource>{source}</SimpleSource></VRTRasterBand>'
        "</VRTDataset>"
    )
    with Stack([str(tmp_path / "a.vrt")]) as stack, pytest.raises(DiskError, match=r"behind\.tif"):
        stack.read(stack.grid.window)


def test_formats_that_only_qgis_reads_are_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "a.hdf").write_bytes(b"\x0e\x03\x13\x01" + bytes(2000))
    assert "GeoTIFF" in refusal(tmp_path / "a.hdf")
    (tmp_path / "a.tif").write_bytes(raster(tmp_path / "b.tif").read_bytes()[:6])
    assert "whole" in refusal(tmp_path / "a.tif")
    assert "whole" in refusal(tmp_path / "gone.tif")


@pytest.mark.parametrize(("names", "encoding"), [("红光, 近红外", "gbk"), ("красный, зелёный", "cp1251")])
def test_band_names_in_any_encoding(names: str, encoding: str, tmp_path: Path) -> None:
    path = raster(tmp_path / "e.dat", count=2, driver="ENVI")
    header = tmp_path / "e.hdr"
    text = header.read_text()
    header.write_bytes(f"{text[: text.index('band names')]}band names = {{\n{names}}}\n".encode(encoding))
    with open_raster(path) as file:
        assert band_names(file) == tuple(names.split(", "))


def test_an_archive_is_named_as_such(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "scene.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(BadInputError, match="is an archive"):
        open_raster(tmp_path / "scene.zip")
