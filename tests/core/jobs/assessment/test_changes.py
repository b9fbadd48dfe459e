"""What changed between two maps: counts by pair of classes, and a raster of the kinds of change."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.commands.command_line import main
from outcrop.core.geodata.grid import Grid
from outcrop.core.labels.legend import Legend
from outcrop.core.labels.names.class_names import raster_class_names
from outcrop.core.prediction.raster.tags import LEGEND_TAG
from pyproj import Geod


def write_map(path: Path, classes: np.ndarray, names: list[str], place: Affine, crs: str = "EPSG:32633") -> str:
    profile = {
        "driver": "GTiff", "count": 1, "height": classes.shape[0], "width": classes.shape[1], "dtype": "uint8",
        "crs": crs, "transform": place, "nodata": 0,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(classes.astype(np.uint8), 1)
        dataset.update_tags(**{LEGEND_TAG: json.dumps(Legend.from_names(names).to_dicts())})
    return str(path)


PLACE = Affine(10, 0, 5e5, 0, -10, 5e6)


def test_pairs_are_counted_and_drawn_most_frequent_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rng = np.random.default_rng(0)
    before = rng.integers(0, 3, (40, 50))
    after = np.where(rng.random((40, 50)) < 0.3, rng.integers(1, 4, (40, 50)), before)
    first = write_map(tmp_path / "a.tif", before, ["rock", "water"], PLACE)
    second = write_map(tmp_path / "b.tif", after, ["rock", "water", "ice"], PLACE)
    out = str(tmp_path / "c.tif")
    assert main(["changes", "--before", first, "--after", second, "--out", out, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    names = {0: "nothing", 1: "rock", 2: "water", 3: "ice"}
    expected = {
        (names[a], names[b]): int(((before == a) & (after == b)).sum())
        for a in range(4)
        for b in range(4)
        if a != b and ((before == a) & (after == b)).any()
    }
    assert {(kind["before"], kind["after"]): kind["pixels"] for kind in told["changes"]} == expected
    pixels = [kind["pixels"] for kind in told["changes"]]
    assert pixels == sorted(pixels, reverse=True)
    assert told["changed"] == int((before != after).sum()) == sum(pixels)
    with rasterio.open(first) as dataset:
        area = Grid.of(dataset).pixel_area_m2
    assert told["changes"][0]["area_m2"] == pytest.approx(area * pixels[0])
    with rasterio.open(out) as dataset:
        codes = dataset.read(1)
    np.testing.assert_array_equal(codes > 0, before != after)
    for code, name in raster_class_names(out).items():
        if code:
            a, b = name.split(" → ")
            assert (codes == code).sum() == expected[a, b]


def test_maps_that_lie_apart_by_some_pixels_are_compared_where_both_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = write_map(tmp_path / "a.tif", np.ones((20, 20)), ["rock", "water"], PLACE)
    second = write_map(tmp_path / "b.tif", np.full((10, 10), 2), ["rock", "water"], PLACE @ Affine.translation(5, 5))
    main(["changes", "--before", first, "--after", second, "--out", str(tmp_path / "c.tif"), "--json"])
    (kind,) = json.loads(capsys.readouterr().out)["changes"]
    assert (kind["before"], kind["after"], kind["pixels"]) == ("rock", "water", 100)


def test_areas_of_degrees_are_those_on_the_ground(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = Affine(0.5, 0, 10, 0, -0.5, 80)
    before, after = np.ones((120, 8)), np.ones((120, 8))
    after[:20] = 2  # from 80 to 70 degrees north, where pixels are small
    paths = [write_map(tmp_path / f"{n}.tif", values, ["rock", "ice"], place, "EPSG:4326")
             for n, values in enumerate((before, after))]  # fmt: skip
    main(["changes", "--before", paths[0], "--after", paths[1], "--out", str(tmp_path / "c.tif"), "--json"])
    (kind,) = json.loads(capsys.readouterr().out)["changes"]
    edge = np.linspace(10, 14, 400)
    ring = np.concatenate([edge, edge[::-1]]), np.repeat([70.0, 80.0], 400)
    area, _ = Geod(ellps="WGS84").polygon_area_perimeter(*ring)
    assert kind["area_m2"] == pytest.approx(abs(area), rel=1e-3)


def test_nothing_changed_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = write_map(tmp_path / "a.tif", np.ones((20, 20)), ["rock", "water"], PLACE)
    assert main(["changes", "--before", first, "--after", first, "--out", str(tmp_path / "c.tif"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["out"] == ""
    assert not (tmp_path / "c.tif").exists()
