"""Folders, lists and STAC items as imagery."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from affine import Affine
from outcrop.core.errors import BadInputError, DiskError
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.imagery import open_imagery
from outcrop.core.geodata.sources.settings import DOMAIN
from outcrop.core.geodata.stack import Stack
from outcrop.core.prediction.resampling import resampled
from rasterio.enums import ColorInterp

VALUES = np.random.default_rng(0).integers(1, 4000, (2, 60, 80)).astype(np.uint16)


def write(path: Path, row: int, col: int, height: int, width: int, crs: str = "EPSG:32654", **profile: Any) -> str:
    part = VALUES[:, row : row + height, col : col + width]
    given = {"driver": "GTiff", "count": 2, "dtype": part.dtype, "crs": crs, "height": height, "width": width}
    place = Affine(10, 0, 400_000 + 10 * col, 0, -10, 4_700_000 - 10 * row)
    with rasterio.open(path, "w", **{**given, "transform": place, **profile}) as file:
        file.write(part)
        file.set_band_description(1, "Red")
        file.set_band_description(2, "Near infrared")
    return str(path)


def quarters(folder: Path, **profile: Any) -> list[str]:
    """Write three of the four quarters of the picture."""
    folder.mkdir(exist_ok=True)
    corners = [(0, 0), (0, 40), (30, 0)]
    return [write(folder / f"{row}_{col}.tif", row, col, 30, 40, **profile) for row, col in corners]


def check_three_quarters(images: tuple[str, ...]) -> None:
    with Stack(images) as stack:
        assert stack.names == ("Red", "Near infrared")
        assert (stack.grid.height, stack.grid.width) == (60, 80)
        assert stack.grid.transform[:6] == (10, 0, 400_000, 0, -10, 4_700_000)
        image, valid = stack.read(stack.grid.window)
    there = np.ones((60, 80), bool)
    there[30:, 40:] = False
    assert np.array_equal(valid, there)
    assert np.array_equal(image[:, there], VALUES[:, there])


def test_a_stack_takes_whatever_stands_for_imagery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = quarters(tmp_path / "scenes")
    (tmp_path / "list.txt").write_text("\n".join(pieces))
    items = [{"assets": {"B4": {"href": piece, "type": "image/tiff"}}} for piece in pieces]
    (tmp_path / "items.json").write_text(json.dumps({"features": items}))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    for name in ("scenes", "list.txt", "items.json"):
        check_three_quarters((str(tmp_path / name),))
    with pytest.raises(BadInputError, match="gone"):
        Stack([str(tmp_path / "scenes"), str(tmp_path / "gone.tif")])
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("profile", [{}, {"nodata": 0}], ids=["no nodata value", "nodata value"])
def test_a_folder_is_one_mosaic(profile: dict[str, Any], tmp_path: Path) -> None:
    quarters(tmp_path / "scenes", **profile)
    (tmp_path / "scenes" / "notes.md").write_text("not a raster")

    images = open_imagery(str(tmp_path / "scenes"), tmp_path)

    assert len(images) == 1
    check_three_quarters(images)


@pytest.mark.parametrize("harm", ["cut", "gone"])
def test_the_damaged_piece_of_a_mosaic_is_named(harm: str, tmp_path: Path) -> None:
    first, second, _ = quarters(tmp_path / "scenes")
    with Stack([str(tmp_path / "scenes")]) as stack:
        if harm == "gone":
            Path(second).unlink()
        else:
            Path(second).write_bytes(Path(second).read_bytes()[:-3000])
        assert np.array_equal(stack.read(Window(0, 0, 30, 40))[0], VALUES[:, :30, :40])  # of the first one
        with pytest.raises(DiskError, match=f"“{second}” can't be read: the file is damaged or gone"):
            stack.read(stack.grid.window)
    assert Path(first).exists()


def test_a_list_is_one_mosaic_with_paths_from_where_it_lies(tmp_path: Path) -> None:
    quarters(tmp_path / "scenes")
    listed = tmp_path / "scenes" / "all.txt"
    listed.write_text("# three\n0_0.tif\n0_40.tif\n\n30_0.tif\n")

    check_three_quarters(open_imagery(str(listed), tmp_path))


def test_later_rasters_lie_above_earlier_ones(tmp_path: Path) -> None:
    below = write(tmp_path / "a.tif", 0, 0, 60, 80)
    with rasterio.open(tmp_path / "b.tif", "w", **{**rasterio.open(below).profile, "height": 30}) as file:
        file.write(np.full((2, 30, 80), 7, np.uint16))
    (tmp_path / "l.txt").write_text("a.tif\nb.tif\n")

    with Stack(open_imagery(str(tmp_path / "l.txt"), tmp_path)) as stack:
        image, _ = stack.read(stack.grid.window)

    assert (image[:, :30] == 7).all()
    assert np.array_equal(image[:, 30:], VALUES[:, 30:])


def test_south_up_rasters_make_a_south_up_mosaic(tmp_path: Path) -> None:
    for row in (0, 30):
        place = Affine(10, 0, 400_000, 0, 10, 4_000_000 + 10 * row)
        write(tmp_path / f"{row}.tif", row, 0, 30, 80, transform=place)
    (tmp_path / "l.txt").write_text("30.tif\n0.tif\n")

    with Stack(open_imagery(str(tmp_path / "l.txt"), tmp_path)) as stack:
        assert stack.grid.transform[:6] == (10, 0, 400_000, 0, 10, 4_000_000)
        assert np.array_equal(stack.read(stack.grid.window)[0], VALUES)


def stac(hrefs: dict[str, str]) -> dict[str, Any]:
    assets = {key: {"href": href, "type": "image/tiff; application=geotiff"} for key, href in hrefs.items()}
    preview = {"href": "p.tif", "type": "image/tiff", "roles": ["thumbnail"]}
    return {"type": "Feature", "stac_version": "1.0.0", "assets": {**assets, "preview": preview, "info": {"href": "x"}}}


def test_stac_items_become_a_mosaic_for_every_kind_of_asset(tmp_path: Path) -> None:
    paths = quarters(tmp_path / "scenes")
    items = [stac({"image": f"scenes/{Path(path).name}", "again": path}) for path in paths]
    (tmp_path / "items.json").write_text(json.dumps({"type": "FeatureCollection", "features": items}))

    images = open_imagery(str(tmp_path / "items.json"), tmp_path)

    assert [Path(image).stem for image in images] == ["image", "again"]
    check_three_quarters(images[:1])


def test_remote_assets_are_read_through_gdal(tmp_path: Path) -> None:
    (tmp_path / "item.json").write_text(
        json.dumps(stac({"a": "https://example.org/a.tif?x=1", "b": "s3://bucket/b.tif"}))
    )

    assert open_imagery(str(tmp_path / "item.json"), tmp_path) == (
        "/vsicurl/https://example.org/a.tif?x=1", "/vsis3/bucket/b.tif",
    )  # fmt: skip


def test_a_raster_stands_for_itself(tmp_path: Path) -> None:
    assert open_imagery("scene.tif", tmp_path) == ("scene.tif",)


@pytest.mark.parametrize(
    ("profile", "what"),
    [
        ({"crs": "EPSG:32655"}, "coordinate system"),
        ({"transform": Affine(5, 0, 400_000, 0, -5, 4_700_000)}, "pixel size"),
        ({"dtype": "float32"}, "data type"),
    ],
)
def test_a_raster_that_does_not_fit_is_named(profile: dict[str, Any], what: str, tmp_path: Path) -> None:
    (tmp_path / "scenes").mkdir()
    write(tmp_path / "scenes" / "a.tif", 0, 0, 30, 40)
    write(tmp_path / "scenes" / "b.tif", 0, 40, 30, 40, **profile)

    with pytest.raises(BadInputError, match=rf"b\.tif” has another {what}"):
        open_imagery(str(tmp_path / "scenes"), tmp_path)


@pytest.mark.parametrize("text", ["{broken", "[]", '{"type": "FeatureCollection", "features": [{}]}'])
def test_what_is_no_stac_item_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "i.json").write_text(text)

    with pytest.raises(BadInputError, match="isn't a STAC item"):
        open_imagery(str(tmp_path / "i.json"), tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="holds no rasters"):
        open_imagery(str(tmp_path), tmp_path)


def test_names_in_a_stac_item_are_no_paths(tmp_path: Path) -> None:
    quarters(tmp_path / "scenes")
    work = tmp_path / "work"
    work.mkdir()
    keys = ("../evil", "/evil", "..", "a/b\\c:d", "a_b_c_d")
    items = [
        {"type": "Feature", "assets": {key: {"href": name, "type": "image/tiff"} for key in keys}}
        for name in ("0_0.tif", "0_40.tif", "30_0.tif")
    ]
    item = tmp_path / "scenes" / "items.json"
    item.write_bytes(json.dumps({"type": "FeatureCollection", "features": items}).encode("utf-8-sig"))

    images = open_imagery(str(item), work)

    assert len(set(images)) == len(keys)
    assert all(work in Path(image).resolve().parents for image in images)
    check_three_quarters(images[:1])


def test_lists_as_windows_writes_them(tmp_path: Path) -> None:
    quarters(tmp_path / "影像")
    lines = '"影像\\0_0.tif"\r\n影像\\0_40.tif\r\n影像/30_0.tif\r\n'
    for encoding in ("utf-8-sig", "utf-16", "gbk"):
        (tmp_path / "all.txt").write_bytes(lines.encode(encoding))
        check_three_quarters(open_imagery(str(tmp_path / "all.txt"), tmp_path))


def test_hidden_files_of_macos_are_no_rasters(tmp_path: Path) -> None:
    quarters(tmp_path / "scenes")
    (tmp_path / "scenes" / "._0_0.tif").write_bytes(b"\0\5\x16\7Mac OS X")
    check_three_quarters(open_imagery(str(tmp_path / "scenes"), tmp_path))


def test_a_mosaic_of_a_taken_name_and_its_resampling_overwrite_nothing(tmp_path: Path) -> None:
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        quarters(tmp_path / place / "tiles")
    one, other = (open_imagery(str(tmp_path / place / "tiles"), tmp_path)[0] for place in ("a", "b"))
    assert one != other
    coarse = resampled(one, 20.0, tmp_path)
    assert (Path(coarse).stem, coarse != one) == ("tiles", True)
    check_three_quarters((one,))
    with Stack([coarse]) as stack:
        assert (stack.grid.height, stack.grid.width) == (30, 40)
        _, valid = stack.read(stack.grid.window)
        assert valid.mean() == 0.75
    with Stack([one, other]) as stack:
        assert len(set(stack.names)) == 4


def test_a_folder_that_is_a_raster_itself(tmp_path: Path) -> None:
    path = write(tmp_path / "i.tif", 0, 0, 60, 80)
    rasterio.shutil.copy(path, str(tmp_path / "i.zarr"), driver="Zarr")
    assert open_imagery(str(tmp_path / "i.zarr"), tmp_path) == (str(tmp_path / "i.zarr"),)


def test_pipes_and_folders_named_like_rasters_are_left_out(tmp_path: Path) -> None:
    quarters(tmp_path / "scenes")
    os.mkfifo(tmp_path / "scenes" / "pipe.tif")
    (tmp_path / "scenes" / "loop.tif").symlink_to(tmp_path / "scenes" / "loop.tif")
    (tmp_path / "scenes" / "folder.tif").mkdir()
    check_three_quarters((str(tmp_path / "scenes"),))


def test_pieces_of_a_mosaic_have_one_scale(tmp_path: Path) -> None:
    pieces = quarters(tmp_path / "scenes")
    for piece in pieces:
        with rasterio.open(piece, "r+") as file:
            file.scales, file.offsets = (0.0001, 0.0001), (-0.1, -0.1)
    with Stack([str(tmp_path / "scenes")]) as stack:
        found, valid = stack.read(stack.grid.window)
    np.testing.assert_allclose(found[:, valid], VALUES[:, valid] * 0.0001 - 0.1, atol=1e-6)
    with rasterio.open(pieces[1], "r+") as file:
        file.offsets = (0.0, 0.0)
    with pytest.raises(BadInputError, match="another scale or offset"):
        Stack([str(tmp_path / "scenes")])


def test_what_is_clear_shows_what_lies_below(tmp_path: Path) -> None:
    folder, colours = tmp_path / "tiles", (ColorInterp.red, ColorInterp.green, ColorInterp.blue, ColorInterp.alpha)
    folder.mkdir()
    for number, (left, value, clear) in enumerate([(0, 50, 0), (10, 90, 5)]):
        values = np.full((4, 20, 20), value, np.uint8)
        values[3] = 255
        values[:, :, :clear] = 0
        place = Affine(10, 0, 400_000 + 10 * left, 0, -10, 4_700_000)
        profile = {"driver": "GTiff", "count": 4, "dtype": "uint8", "height": 20, "width": 20, "crs": "EPSG:32654"}
        with rasterio.open(folder / f"{number}.tif", "w", transform=place, **profile) as file:
            file.colorinterp = colours
            file.write(values)
    with Stack([str(folder)]) as stack:
        image, valid = stack.read(stack.grid.window)
    assert valid.all()
    assert image[:, 0].tolist() == [[50] * 15 + [90] * 15] * 3


def test_a_mosaic_of_links_keeps_what_lies_beside_them(tmp_path: Path) -> None:
    store, folder = tmp_path / "store", tmp_path / "tiles"
    for made in (store, folder):
        made.mkdir()
    for number, col in enumerate((0, 40)):
        piece = write(store / f"{number}-digest.tif", 0, col, 60, 40)
        (folder / f"{number}.tif").symlink_to(piece)
        mask = np.full((60, 40), 255, np.uint8)
        mask[:20] = 0
        with rasterio.open(
            folder / f"{number}.tif.msk", "w", driver="GTiff", count=1, dtype="uint8", height=60, width=40
        ) as file:
            file.write(mask, 1)
            file.update_tags(INTERNAL_MASK_FLAGS_1="2", INTERNAL_MASK_FLAGS_2="2")
    with Stack([str(folder)]) as stack:
        _, valid = stack.read(stack.grid.window)
    assert not valid[:20].any()
    assert valid[20:].all()


@pytest.mark.parametrize("degrees", [2.7e-7, 1e-3])
def test_pixels_of_another_size_are_told_however_small_they_are(degrees: float, tmp_path: Path) -> None:
    folder = tmp_path / "tiles"
    folder.mkdir()
    for number, size in enumerate((degrees, 1.03 * degrees)):
        place = Affine(size, 0, 10 + number * 80 * degrees, 0, -size, 50)
        write(folder / f"{number}.tif", 0, 0, 60, 80, "EPSG:4326", transform=place)
    with pytest.raises(BadInputError, match="another pixel size"):
        Stack([str(folder)])


def test_a_mosaic_says_of_its_bands_what_its_pieces_say(tmp_path: Path) -> None:
    pieces = quarters(tmp_path / "tiles")
    for piece in pieces:
        with rasterio.open(piece, "r+") as file:
            file.update_tags(1, LAYER_TYPE="thematic")
            file.update_tags(2, ns=DOMAIN, SOURCE="angle")
    with Stack([str(tmp_path / "tiles")]) as stack:
        assert [source.settings.role for source in stack.sources] == ["category", "angle"]
