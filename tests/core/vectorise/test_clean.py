"""Small patches, speckle and frayed edges taken out of a class raster."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.legend import Legend
from outcrop.core.prediction.raster.output import Outputs, Wanted
from outcrop.core.vectorise import clean as module
from outcrop.core.vectorise.clean import clean, close_class, majority, open_class
from outcrop.core.vectorise.parameters import CleanParameters
from rasterio.crs import CRS

LEGEND = Legend.from_names(["background", "dike", "pond"])


def write(path: Path, labels: np.ndarray) -> str:
    grid = Grid(labels.shape[1], labels.shape[0], Affine(10, 0, 4e5, 0, -10, 4.7e6), CRS.from_epsg(32654))
    with Outputs(Wanted(path, LEGEND), grid) as out:
        out.write(grid.window, labels, labels > 0)
    return str(path)


def cleaned(labels: np.ndarray, folder: Path, parameters: CleanParameters) -> np.ndarray:
    result = clean(write(folder / "in.tif", labels), str(folder / "out.tif"), parameters, Events())
    assert Path(result["style"]).is_file()
    with rasterio.open(result["out"]) as file:
        assert "OUTCROP_LEGEND" in file.tags()
        return file.read(1)


def scene() -> np.ndarray:
    labels = np.ones((80, 90), np.uint8)
    labels[20:50, 30:60] = 2
    labels[5:8, 5:8] = 3  # nine pixels: 900 m²
    labels[60:62, 60:62] = 2  # four pixels: 400 m²
    labels[:, 80:] = 0
    labels[70, 75] = 0
    return labels


def test_patches_below_the_area_go_to_their_neighbour(tmp_path: Path) -> None:
    labels = scene()

    result = cleaned(labels, tmp_path, CleanParameters(least_area_m2=500.0))

    expected = labels.copy()
    expected[60:62, 60:62] = 1
    assert np.array_equal(result, expected)


def test_a_patch_of_just_the_area_stays(tmp_path: Path) -> None:
    assert np.array_equal(cleaned(scene(), tmp_path, CleanParameters(least_area_m2=400.0)), scene())


def test_majority_takes_speckle_and_leaves_nodata(tmp_path: Path) -> None:
    labels = scene()
    rng = np.random.default_rng(0)
    noisy = np.where((rng.random(labels.shape) < 0.05) & (labels > 0), 3, labels).astype(np.uint8)

    result = cleaned(noisy, tmp_path, CleanParameters(majority_px=2))

    inside = np.zeros(labels.shape, bool)
    inside[24:46, 34:56] = inside[64:78, 5:50] = True
    assert np.mean(noisy[inside] != labels[inside]) > 0.03
    assert np.array_equal(result[inside], labels[inside])
    assert np.array_equal(result == 0, labels == 0)


def test_a_pixel_keeps_its_class_among_equals() -> None:
    labels = np.repeat([[1], [1], [2], [2]], 6, axis=1).astype(np.uint8)

    assert np.array_equal(majority(labels, 1), labels)


def test_opening_takes_thin_parts_of_one_class_only() -> None:
    labels = np.ones((40, 40), np.uint8)
    labels[10:30, 10:30] = 2
    labels[20, 30:] = 2
    labels[35, :] = 3

    result = open_class(labels, 2, 2)

    assert (result[20, 33:] == 1).all()
    assert (result[12:28, 12:28] == 2).all()
    assert (result[35] == 3).all()


def test_closing_fills_thin_gaps_and_leaves_nodata() -> None:
    labels = np.ones((40, 40), np.uint8)
    labels[10:30, 10:30] = 2
    labels[19:21, 10:30] = 1
    labels[15, 15] = 0

    result = close_class(labels, 2, 2)

    assert (result[19:21, 12:28] == 2).all()
    assert result[15, 15] == 0
    assert (result[:8] == 1).all()


def test_blocks_give_what_the_whole_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = np.kron(np.random.default_rng(0).integers(1, 4, (30, 30)), np.ones((5, 5))).astype(np.uint8)
    parameters = CleanParameters(opened={"dike": 2}, closed={"pond": 3}, majority_px=3, least_area_m2=3000.0)
    whole = cleaned(labels, tmp_path, parameters)
    monkeypatch.setattr(module, "_BLOCK", 40)

    assert np.array_equal(cleaned(labels, tmp_path, parameters), whole)
    assert not np.array_equal(whole, labels)
    assert not list(tmp_path.glob(".*"))


def test_a_class_raster_can_be_cleaned_in_place(tmp_path: Path) -> None:
    path = write(tmp_path / "in.tif", scene())

    clean(path, path, CleanParameters(majority_px=1, least_area_m2=500.0), Events())

    with rasterio.open(path) as file:
        assert file.read(1)[60, 60] == 1


def test_an_unknown_class_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="background, dike, pond"):
        cleaned(scene(), tmp_path, CleanParameters(opened={"road": 2}))


def test_a_raster_without_legend_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.tif"
    profile = {"driver": "GTiff", "dtype": "uint8", "count": 1, "width": 5, "height": 5, "crs": "EPSG:32654"}
    with rasterio.open(path, "w", transform=Affine(1, 0, 5, 0, -1, 5), **profile) as file:
        file.write(np.ones((1, 5, 5), np.uint8))

    with pytest.raises(BadInputError, match="carries no legend"):
        clean(str(path), str(tmp_path / "out.tif"), CleanParameters(), Events())
