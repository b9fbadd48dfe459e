"""Terrain: against GDAL's own tool, and on shapes whose slopes and curvatures are known."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from affine import Affine
from outcrop.core.errors import BadInputError
from outcrop.core.events import Events
from outcrop.core.jobs.execution import execute
from outcrop.core.preparation.jobs import LayerJob
from scipy import ndimage
from scipy.ndimage import gaussian_filter

LAYERS = ("slope", "aspect", "curvature", "hillshade", "relief", "position", "roughness", "wetness")
NEEDS_GDAL = pytest.mark.skipif(shutil.which("gdaldem") is None, reason="gdaldem isn't installed")


def only(*names: str) -> dict[str, bool]:
    return {name: name in names for name in LAYERS}


def hills(height: int = 90, width: int = 120) -> np.ndarray:
    return gaussian_filter(np.random.default_rng(1).normal(size=(height, width)), 6) * 400 + 500


def gdaldem(image: str, folder: Path, mode: str, *options: str) -> np.ndarray:
    """Give what GDAL makes of an elevation model; NaN where it gives nothing."""
    out = folder / f"{mode}.tif"
    subprocess.run(["gdaldem", mode, image, str(out), "-q", *options], check=True, timeout=60)
    with rasterio.open(out) as file:
        return np.where(file.read_masks(1) > 0, file.read(1).astype(np.float64), np.nan)


def farthest(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.nanmax(np.abs(one - other)))


@NEEDS_GDAL
def test_slope_aspect_hillshade_and_roughness_are_those_of_gdaldem(
    write: Callable, make: Callable, tmp_path: Path
) -> None:
    image = write("dem.tif", hills())
    made = make("terrain", image, **only("slope", "aspect", "hillshade", "roughness"))
    assert farthest(made["slope"], gdaldem(image, tmp_path, "slope")) < 0.015  # the projection's scale is 0.9996
    aspect = np.radians(gdaldem(image, tmp_path, "aspect"))
    steep = made["slope"] > 1
    assert farthest(made["aspect sine"][steep], np.sin(aspect)[steep]) < 2e-3
    assert farthest(made["aspect cosine"][steep], np.cos(aspect)[steep]) < 2e-3
    shade = gdaldem(image, tmp_path, "hillshade", "-multidirectional")
    assert farthest(1 + 254 * made["hillshade"], shade) < 0.6  # GDAL rounds
    assert farthest(made["roughness"], gdaldem(image, tmp_path, "TRI", "-alg", "Riley")) < 1e-3


@NEEDS_GDAL
def test_relief_and_position_are_those_of_gdaldem_at_a_radius_of_one_pixel(
    write: Callable, make: Callable, tmp_path: Path
) -> None:
    image = write("dem.tif", hills())
    made = make("terrain", image, radius_px=1, **only("relief", "position"))
    assert farthest(made["relief"], gdaldem(image, tmp_path, "roughness")) < 1e-3
    assert farthest(made["topographic position"], gdaldem(image, tmp_path, "TPI")) < 1e-3


@NEEDS_GDAL
@pytest.mark.parametrize("radius", [1, 3, 6, 10])
def test_a_pixel_alone_stands_as_high_as_around(radius: int, write: Callable, make: Callable) -> None:
    rng = np.random.default_rng(0)
    values = np.where(rng.random((90, 120)) < 2e-3, rng.uniform(10, 900, (90, 120)), np.nan)
    values[:20, :30] = hills(20, 30)
    known = np.isfinite(values)
    alone = known & (
        ndimage.uniform_filter(known.astype(float), 2 * radius + 1, mode="constant") * (2 * radius + 1) ** 2 < 1.5
    )
    made = make("terrain", write("skerries.tif", values), radius_px=radius, **only("position"))
    (band,) = made.values()
    assert alone.sum() > 1
    assert (band[alone] == 0).all()


def test_edges_and_the_rims_of_holes_have_values(write: Callable, make: Callable, tmp_path: Path) -> None:
    ground = hills()
    ground[30:40, 50:70] = np.nan
    image = write("dem.tif", ground)
    made = make("terrain", image, **only(*LAYERS))
    for name, values in made.items():
        assert (np.isnan(values) == np.isnan(ground)).all(), name
    edges = gdaldem(image, tmp_path, "slope", "-compute_edges")
    edge = np.zeros(ground.shape, bool)
    edge[0, 1:-1] = edge[-1, 1:-1] = edge[1:-1, 0] = edge[1:-1, -1] = True
    assert farthest(made["slope"][edge], edges[edge]) < 0.015


def test_curvature_of_a_ball_is_that_of_its_radius(write: Callable, make: Callable) -> None:
    rows, cols = np.mgrid[-40:41, -40:41] * 10.0
    radius = 2_000.0
    ball = np.sqrt(radius**2 - rows**2 - cols**2)
    for ground, sign in ((ball, 1), (-ball, -1)):
        made = make("terrain", write("ball.tif", ground), **only("curvature"))
        for name in ("profile curvature", "tangential curvature"):
            inner = made[name][2:-2, 2:-2]
            assert np.allclose(inner * radius, sign, rtol=0.01), name


def test_curvatures_tell_the_two_ways_apart(write: Callable, make: Callable) -> None:
    rows, cols = np.mgrid[0:60, 0:60] * 10.0
    ridge = 1_000 - 0.5 * rows - (cols - 300) ** 2 / 2_000  # falls to the south, bulges across
    made = make("terrain", write("ridge.tif", ridge), **only("curvature"))
    assert made["tangential curvature"][30, 30] == pytest.approx(0.001 / np.sqrt(1.25), rel=0.01)
    assert made["profile curvature"][30, 30] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("crs", "place"),
    [
        ("EPSG:32633", Affine(10, 0, 499_000, 0, -10, 4_500_000)),
        ("EPSG:32633", Affine(10, 0, 499_000, 0, 10, 4_500_000)),  # south up
        ("EPSG:32633", Affine.translation(499_000, 4_500_000) @ Affine.rotation(30) @ Affine.scale(8, -12)),
        ("EPSG:4326", Affine(1e-4, 0, 15, 0, -1e-4, 60)),
        ("EPSG:3857", Affine(20, 0, 1_669_792, 0, -20, 8_399_737)),  # a metre there is half a metre on the ground
        ("EPSG:2263", Affine(30, 0, 984_000, 0, -30, 200_000)),  # feet
    ],
)
def test_a_plane_has_the_same_slope_on_any_grid(write: Callable, make: Callable, crs: str, place: Affine) -> None:
    from rasterio.warp import transform

    rows, cols = np.mgrid[0:40, 0:40] + 0.5
    xs, ys = place @ (cols, rows)
    zone = "EPSG:32618" if crs == "EPSG:2263" else "EPSG:32633"
    east, north = (np.reshape(part, xs.shape) for part in transform(crs, zone, xs.ravel(), ys.ravel()))
    plane = 0.3 * (east - east.mean()) + 0.4 * (north - north.mean())
    made = make("terrain", write("plane.tif", plane, crs, place), **only("slope", "aspect", "hillshade"))
    inner = (slice(2, -2),) * 2
    assert np.allclose(made["slope"][inner], np.degrees(np.arctan(0.5)), atol=0.05)
    assert np.allclose(made["aspect sine"][inner], -0.6, atol=0.02)
    assert np.allclose(made["aspect cosine"][inner], -0.8, atol=0.02)


def test_level_ground_has_no_direction_and_the_light_of_its_height(write: Callable, make: Callable) -> None:
    made = make("terrain", write("level.tif", np.full((30, 30), 7.0)), **only(*LAYERS[:-1]))
    assert np.allclose(made.pop("hillshade"), np.sin(np.radians(45)))
    assert {name: float(np.abs(values).max()) for name, values in made.items()} == dict.fromkeys(made, 0.0)


def test_windows_leave_no_seam(write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    image = write("dem.tif", hills(150, 130))
    whole = make("terrain", image, radius_px=7, **only(*LAYERS))
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 64)
    parts = make("terrain", image, radius_px=7, **only(*LAYERS))
    for name, values in whole.items():
        assert np.allclose(values, parts[name], atol=2e-3, rtol=1e-4), name


def test_feet_become_metres(write: Callable, make: Callable) -> None:
    ground = hills()
    metres = make("terrain", write("m.tif", ground), **only("slope", "relief"))
    feet = make("terrain", write("ft.tif", ground / 0.3048), metres_per_unit=0.3048, **only("slope", "relief"))
    assert all(np.allclose(metres[name], feet[name], atol=1e-2) for name in metres)


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    two = write("two.tif", np.stack([hills(), hills()]))
    with pytest.raises(BadInputError, match=r"one band of elevations; .* has 2"):
        make("terrain", two)
    assert len(make("terrain", two, bands=("1:2",))) == 6
    with pytest.raises(BadInputError, match="No layer is chosen"):
        make("terrain", two, bands=("1:2",), **only())
    with pytest.raises(BadInputError, match="radius_px = 0 is out of range"):
        make("terrain", two, bands=("1:2",), radius_px=0)
    with pytest.raises(BadInputError, match="no pixel from which a value follows"):
        make("terrain", write("none.tif", np.full((30, 30), np.nan)))


def test_as_far_is_looked_both_ways_where_pixels_arent_square(write: Callable, tmp_path: Path) -> None:
    place = Affine(10, 0, 499_000, 0, -20, 4_500_000)
    cols = np.tile(np.arange(40), (40, 1))
    image = write("oblong.tif", 6.0 * cols, place=place)  # rises 0.6 to the east
    told: list[str] = []

    class Listening(Events):
        def log(self, text: str, **values: Any) -> None:
            told.append(text.format(**values))

    out = str(tmp_path / "layers.tif")
    execute(LayerJob("terrain", (image,), out, (), {"radius_px": 2}), Listening())
    assert [text.partition(": ")[0] for text in told] == [f"The pixels of “{image}” are 10 m wide and 20.01 m high"]
    assert "look at 3 columns and 1 rows to either side, 28.3 m" in told[0]
    with rasterio.open(out) as file:
        made = dict(zip(file.descriptions, file.read()))
    assert np.allclose(made["slope"][2:-2, 2:-2], np.degrees(np.arctan(0.6)), atol=0.05)
    assert np.allclose(made["relief"][2:-2, 4:-4], 6 * 6)
    assert np.allclose(made["topographic position"][2:-2, 4:-4], 0, atol=1e-5)
    told.clear()
    execute(LayerJob("terrain", (image,), out, (), {"relief": False, "position": False}), Listening())
    assert told == []


def test_relief_is_that_of_square_pixels(write: Callable, make: Callable) -> None:
    ground = hills(120, 120)
    square = make("terrain", write("square.tif", ground), radius_px=6, **only("relief", "position"))
    wide = write("wide.tif", ground[:, ::2], place=Affine(20, 0, 499_005, 0, -10, 4_500_000))
    oblong = make("terrain", wide, radius_px=4, **only("relief", "position"))  # 4 × √200 m: 6 rows and 3 columns
    for name, values in oblong.items():
        inner = (slice(8, -8), slice(5, -5))
        assert np.corrcoef(values[inner].ravel(), square[name][:, ::2][inner].ravel())[0, 1] > 0.995, name
