"""Validity: nodata band by band, masks, alpha, alone and in mosaics, on the grid and off it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.geodata.grid import Grid
from outcrop.core.geodata.imagery import open_imagery
from outcrop.core.geodata.stack import Stack
from outcrop.core.labels.value_raster import ValueRaster
from outcrop.core.prediction.resampling import resampled

PLACE = Affine(10, 0, 400_000, 0, -10, 4_700_000)
HOLE = (slice(8, 16), slice(8, 16))


def raster(path: Path, values: np.ndarray, place: Affine = PLACE, mask: Any = None, **profile: Any) -> str:
    count, height, width = values.shape
    made = {"driver": "GTiff", "crs": "EPSG:32654", "dtype": values.dtype, **profile}
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(path, "w", count=count, height=height, width=width, transform=place, **made) as file,
    ):
        file.write(values)
        if mask is not None:
            file.write_mask(mask)
    return str(path)


def picture(bands: int = 2, kind: str = "uint8") -> np.ndarray:
    return np.full((bands, 24, 24), 50, kind)


def holed_mask() -> np.ndarray:
    mask = np.full((24, 24), 255, np.uint8)
    mask[HOLE] = 0
    return mask


def of_second_band(path: Path) -> str:
    """Write a VRT whose second band alone has nodata: 7, in the hole."""
    values = picture()
    values[1][HOLE] = 7
    raster(path.with_suffix(".tif"), values)
    text = (
        '<VRTDataset rasterXSize="24" rasterYSize="24"><SRS>EPSG:32654</SRS>'
        "<GeoTransform>400000, 10, 0, 4700000, 0, -10</GeoTransform>{}</VRTDataset>"
    )
    band = (
        '<VRTRasterBand dataType="Byte" band="{0}">{1}<SimpleSource><SourceFilename relativeToVRT="1">{2}'
        "</SourceFilename><SourceBand>{0}</SourceBand></SimpleSource></VRTRasterBand>"
    )
    name = path.with_suffix(".tif").name
    bands = band.format(1, "", name) + band.format(2, "<NoDataValue>7</NoDataValue>", name)
    path.write_text(text.format(bands))
    return str(path)


def check_hole(image: str, bands: tuple[str, ...] = ()) -> None:
    """Make sure that the hole is empty in the raster itself, on half a pixel's other grid, and resampled."""
    with Stack([image], bands) as stack:
        _, valid = stack.read(stack.grid.window)
    expected = np.ones((24, 24), bool)
    expected[HOLE] = False
    assert np.array_equal(valid, expected)
    other = Grid(48, 48, PLACE @ Affine.scale(0.5), stack.grid.crs)
    reference = raster(Path(image).with_name("reference.tif"), np.zeros((1, 48, 48), np.uint8), other.transform)
    keys = [key.replace("1:", "2:") for key in (bands or ("1:1", "1:2"))]
    with Stack([reference, image], keys) as stack:
        found, valid = stack.read(stack.grid.window)
    assert not valid[18:30, 18:30].any()
    assert valid[:14].all()
    assert valid[34:].all()
    assert (found[:, valid] == found[0, 0, 0]).all()  # nothing of the hole's own values is mixed in


def test_nodata_of_one_band_alone_counts_where_that_band_is_read(tmp_path: Path) -> None:
    image = of_second_band(tmp_path / "a.vrt")
    check_hole(image)
    with Stack([image], ["1"]) as stack:
        assert stack.read(stack.grid.window)[1].all()
    check_hole(image, ("1:2",))
    with Stack([resampled(image, 20.0, tmp_path)]) as stack:
        _, valid = stack.read(stack.grid.window)
        assert not valid[4:8, 4:8].any()
        assert valid[:3].all()


def test_a_mask_beside_a_nodata_value_counts_too(tmp_path: Path) -> None:
    values = picture()
    values[:, 8:16, 8:12] = 9
    mask = np.full((24, 24), 255, np.uint8)
    mask[8:16, 12:16] = 0
    check_hole(raster(tmp_path / "a.tif", values, mask=mask, nodata=9))


def test_nodata_of_64_bits_counts_with_all_its_digits(tmp_path: Path) -> None:
    values = picture(1, "int64")
    values[:] = 2**53
    values[0][HOLE] = 2**53 + 1
    raster(tmp_path / "a.tif", values)
    image = tmp_path / "a.vrt"
    image.write_text(
        '<VRTDataset rasterXSize="24" rasterYSize="24"><SRS>EPSG:32654</SRS>'
        "<GeoTransform>400000, 10, 0, 4700000, 0, -10</GeoTransform>"
        f'<VRTRasterBand dataType="Int64" band="1"><NoDataValue>{2**53 + 1}</NoDataValue><SimpleSource>'
        '<SourceFilename relativeToVRT="1">a.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>'
    )
    check_hole(str(image), ("1:1",))


@pytest.mark.parametrize(("across", "down"), [(1, 1), (-1, -1), (-1, 1)])
def test_images_may_run_in_any_direction(across: int, down: int, tmp_path: Path) -> None:
    place = Affine(10.0 * across, 0, 400_000, 0, 10.0 * down, 4_700_000)
    images = [raster(tmp_path / f"{name}.tif", picture(1), place) for name in "ab"]
    with Stack(images) as stack:
        assert stack.read(stack.grid.window)[1].all()
    grid = Grid(24, 24, place, stack.grid.crs)
    labels = ValueRaster(images[0], grid)
    assert labels.read(grid.window)[1].all()
    labels.close()


def test_an_alpha_band_that_is_chosen_holds_values(tmp_path: Path) -> None:
    values = picture(4)
    values[3] = np.arange(24)[None, :].repeat(24, axis=0)
    image = raster(tmp_path / "a.tif", values)
    with rasterio.open(image) as file:
        assert file.colorinterp[3].name == "alpha"
    with Stack([image], ["1", "4"]) as stack:
        read, valid = stack.read(stack.grid.window)
        assert stack.names[1] == "band 4"
    assert valid.all()
    assert np.array_equal(read[1], values[3])
    with Stack([image]) as stack:
        assert len(stack.bands) == 3
        assert not stack.read(stack.grid.window)[1][:, 0].any()


def halves(folder: Path, left: dict[str, Any], right: dict[str, Any]) -> str:
    """Write two tiles side by side, into which the hole is cut by what each of them says."""
    folder.mkdir()
    for name, col, said in (("a", 0, left), ("b", 12, right)):
        values, mask = picture(kind=said.pop("kind", "uint8")), None
        if "nodata" in said:
            values[:, HOLE[0], HOLE[1]] = said["nodata"]
        if said.pop("masked", False):
            mask = holed_mask()[:, col : col + 12]
        raster(folder / f"{name}.tif", values[:, :, col : col + 12], PLACE @ Affine.translation(col, 0), mask, **said)
    return str(folder)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"masked": True}, {"masked": True}),
        ({"nodata": 0}, {"nodata": 255}),
        ({"nodata": 0}, {"masked": True}),
        ({"nodata": 0, "kind": "int64"}, {"nodata": 9, "kind": "int64"}),
    ],
    ids=["masks", "two nodata values", "nodata and mask", "64 bits"],
)
def test_a_mosaic_is_valid_where_its_tiles_are(left: dict[str, Any], right: dict[str, Any], tmp_path: Path) -> None:
    (image,) = open_imagery(halves(tmp_path / "tiles", left, right), tmp_path)
    check_hole(image)


def test_a_nodata_value_of_one_tile_is_a_value_in_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "tiles"
    folder.mkdir()
    raster(folder / "a.tif", np.zeros((1, 8, 8), np.uint8), nodata=255)
    raster(folder / "b.tif", np.full((1, 8, 8), 255, np.uint8), PLACE @ Affine.translation(8, 0))
    with Stack(open_imagery(str(folder), tmp_path)) as stack:
        read, valid = stack.read(stack.grid.window)
    assert valid.all()
    assert read[0, 0].tolist() == [0] * 8 + [255] * 8


@pytest.mark.parametrize(("across", "down"), [(1, -1), (1, 1), (-1, -1), (-1, 1)])
def test_tiles_may_run_in_any_direction(across: int, down: int, tmp_path: Path) -> None:
    folder = tmp_path / "tiles"
    folder.mkdir()
    place = Affine(10.0 * across, 0, 400_000, 0, 10.0 * down, 4_700_000)
    whole = np.arange(64, dtype=np.uint8).reshape(1, 8, 8)
    raster(folder / "a.tif", whole[:, :, :4], place)
    raster(folder / "b.tif", whole[:, :, 4:], place @ Affine.translation(4, 0))
    with Stack(open_imagery(str(folder), tmp_path)) as stack:
        assert stack.grid.transform == place
        assert np.array_equal(stack.read(stack.grid.window)[0], whole)


def test_an_alpha_band_taken_for_values_is_one_in_a_mosaic_too(tmp_path: Path) -> None:
    folder = tmp_path / "tiles"
    folder.mkdir()
    values = picture(4)
    values[3, :, :12] = 0
    raster(folder / "a.tif", values)
    raster(folder / "b.tif", values, PLACE @ Affine.translation(30, 0))
    with Stack(open_imagery(str(folder), tmp_path), ["1", "4"]) as stack:
        read, valid = stack.read(stack.grid.window)
    assert np.array_equal(valid[0], [True] * 24 + [False] * 6 + [True] * 24)
    assert read[1, 0, :24].tolist() == values[3, 0].tolist()


def test_bands_of_two_types_are_read_in_the_one_that_holds_both(tmp_path: Path) -> None:
    one = raster(tmp_path / "a.tif", np.full((1, 24, 24), 60_000, np.uint16), nodata=0)
    two = raster(tmp_path / "b.tif", np.full((1, 24, 24), 0.5, np.float32), nodata=-3.4028234663852886e38)
    (tmp_path / "both.vrt").write_text(
        '<VRTDataset rasterXSize="24" rasterYSize="24"><SRS>EPSG:32654</SRS>'
        "<GeoTransform>400000, 10, 0, 4700000, 0, -10</GeoTransform>"
        + "".join(
            f'<VRTRasterBand dataType="{kind}" band="{number}"><SimpleSource><SourceFilename>{path}</SourceFilename>'
            "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
            for number, kind, path in ((1, "UInt16", one), (2, "Float32", two))
        )
        + "</VRTDataset>"
    )
    other = raster(tmp_path / "c.tif", np.zeros((1, 48, 48), np.uint8), PLACE @ Affine.scale(0.5))
    for images, keys in (([], ["1:1", "1:2"]), ([other], ["2:1", "2:2"])):
        with Stack([*images, str(tmp_path / "both.vrt")], keys) as stack:
            read, valid = stack.read(stack.grid.window)
        assert read[:, 3, 3].tolist() == [60_000, 0.5]
        assert valid.all()
