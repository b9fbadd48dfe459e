"""Commands that prepare layers: what doesn't fit is refused in words and leaves no file, what does is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from outcrop.core.commands.command_line import main

WEST, NORTH, SIDE = 600_000.0, 4_740_000.0, 40
Write = Callable[..., str]


@pytest.fixture
def raster(tmp_path: Path) -> Write:
    """Give a function that writes bands (B, H, W) with pixels of so many metres at a place."""

    def do(
        name: str, values: np.ndarray, pixel: tuple[float, float] = (10, 10), west: float = WEST,
        units: tuple[str, ...] = (),
    ) -> str:  # fmt: skip
        path = str(tmp_path / name)
        profile = {"driver": "GTiff", "count": len(values), "height": values.shape[1], "width": values.shape[2]}
        place = Affine(pixel[0], 0, west, 0, -pixel[1], NORTH)
        with rasterio.open(
            path, "w", **profile, dtype="float32", crs="EPSG:32654", transform=place, nodata=-9999
        ) as file:
            file.write(values.astype(np.float32))
            file.units = units or [None] * len(values)
        return path

    return do


@pytest.fixture
def points(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes points at columns and rows, with a number each."""

    def do(places: list[tuple[float, float]], crs: str = "EPSG:32654") -> str:
        from pyproj import Transformer

        cols, rows = np.array(places, float).T
        move = Transformer.from_crs("EPSG:32654", crs, always_xy=True)
        x, y = move.transform(WEST + 10 * (cols + 0.5), NORTH - 10 * (rows + 0.5))
        path, wkb = tmp_path / "points.gpkg", shapely.to_wkb(shapely.points(x, y))
        values = [10.0 + np.arange(len(places)) % 7]
        pyogrio.raw.write(path, wkb, values, ["zn"], geometry_type="Point", crs=crs, driver="GPKG")
        return str(path)

    return do


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[bool, str]]:
    """Give a function that runs a command, and gives whether it went well and what was told."""

    def run(name: str, *images: str, **settings: Any) -> tuple[bool, str]:
        out = tmp_path / "o.tif"
        given = [word for image in images for word in ("--image", image)]
        for key, value in settings.items():
            given += [f"--{key.replace('_', '-')}", str(value)]
        try:
            done = main([name, *given, "--out", str(out)]) == 0
        except SystemExit as error:  # as the parser ends where an option is wrong
            done = not error.code
        assert done == out.exists()
        text = capsys.readouterr().err
        assert "Traceback" not in text
        return done, text

    return run


def noise(bands: int = 1, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(10, 90, (bands, SIDE, SIDE))


def empty(bands: int) -> np.ndarray:
    return np.full((bands, SIDE, SIDE), -9999.0)


NOTHING = "no pixel from which a value follows"
BANDS: dict[str, tuple[str, Callable[[], np.ndarray], dict[str, Any], str]] = {
    "terrain without values": ("terrain", lambda: empty(1), {}, NOTHING),
    "magnetics without values": ("magnetics", lambda: empty(1), {"year": 2001.5}, "has no value anywhere"),
    "radiometrics without values": ("radiometrics", lambda: empty(3), {}, "K of .* has no value above 0"),
    "log-ratios without values": ("log-ratios", lambda: empty(3), {}, "has no value above 0"),
    "indices without values": ("spectral-indices", lambda: empty(2), {"expressions": "b1 / b2"}, NOTHING),
    "components without values": ("principal-components", lambda: empty(3), {}, "has 0 pixels with all 3 bands"),
    "fractions without values": ("minimum-noise-fraction", lambda: empty(3), {}, "has 0 pixels with all 3 bands"),
    "a constant band": (
        "principal-components", lambda: np.concatenate([noise(2), np.full((1, SIDE, SIDE), 5.0)]), {},
        "has the same value everywhere. Leave it out",
    ),
    "a constant survey": ("magnetics", lambda: np.full((1, SIDE, SIDE), 5.0), {"year": 2001.5}, ""),
    "several bands of elevations": ("terrain", lambda: noise(2), {}, "Choose the band that holds them"),
    "no direction": ("magnetics", noise, {}, "Give the year of the survey"),
    "a dip of 95°": ("magnetics", noise, {"inclination_deg": 95, "declination_deg": 0}, "out of range"),
    "a year before all models": ("magnetics", noise, {"year": 1850}, "out of range"),
    "negative parts": ("log-ratios", lambda: noise(3) - 50, {}, "has negative values"),
    "an expression of nothing": ("spectral-indices", lambda: noise(2), {"expressions": "b1 / b9"}, "needs the band b9"),
    "a sensor of other bands": (
        "spectral-indices", lambda: noise(2), {"sensor": "aster", "indices": "clay"}, "can't be told which bands",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", BANDS)
def test_bands(told: Callable, raster: Write, case: str) -> None:
    name, values, settings, words = BANDS[case]
    done, text = told(name, raster("bands.tif", values()), **settings)
    assert done == (not words)
    assert re.search(words, text), text


@pytest.mark.parametrize("name", ["fusion", "pan-sharpening", "principal-components", "spectral-indices"])
def test_rasters_of_other_places(told: Callable, raster: Write, name: str) -> None:
    far = raster("far.tif", noise(), (40, 40), WEST + 90_000)
    settings = {"expressions": "b1 / b2"} if name == "spectral-indices" else {}
    done, text = told(name, raster("near.tif", noise()), far, **settings)
    assert not done
    assert "doesn't overlap" in text


def test_units_that_differ(told: Callable, raster: Write) -> None:
    oxides = raster("oxides.tif", noise(3), units=("%", "%", "ppm"))
    done, text = told("log-ratios", oxides)
    assert not done
    assert "Say each one's unit in order" in text
    done, text = told("log-ratios", oxides, units="%,%,ppm")
    assert done, text


POINTS: dict[str, tuple[list[tuple[float, float]], str, str]] = {
    "too few": ([(number * 3, number) for number in range(5)], "ordinary_kriging", "needs 10 points at least"),
    "on one line": ([(number, number) for number in range(20)], "thin_plate_spline", "lie on one line"),
    "beside the raster": ([(9_000 + number, number % 5) for number in range(20)], "nearest", "lies on the raster"),
    "on one line, kriged": ([(number, number) for number in range(20)], "ordinary_kriging", ""),
}


@pytest.mark.parametrize("case", POINTS)
def test_points(told: Callable, raster: Write, points: Callable, case: str) -> None:
    places, method, words = POINTS[case]
    done, text = told("points-to-grid", raster("image.tif", noise()), points=points(places), field="zn", method=method)
    assert done == (not words)
    assert re.search(words, text), text


def test_points_at_one_place_in_degrees(told: Callable, raster: Write, points: Callable) -> None:
    places = [(number * 7 % 40, number * 11 % 40) for number in range(20)]
    file = points([*places, *places[:4]], "EPSG:4326")
    done, text = told("points-to-grid", raster("image.tif", noise()), points=file, field="zn")
    assert done, text
    assert "4 points lie where another one does; their mean counts" in text
    assert "Left out one by one, 20 points are missed by" in text


@pytest.mark.parametrize(
    ("model", "settings"), [("gaussian", {"nugget": 0}), ("spherical", {"nugget": 0, "sill": 0}), ("exponential", {})]
)
def test_variograms_that_are_given(
    told: Callable, raster: Write, points: Callable, tmp_path: Path, model: str, settings: dict[str, float]
) -> None:
    places = [(number * 7 % 40, number * 11 % 40) for number in range(30)]
    given = {"points": points(places), "field": "zn", "model": model, **settings}
    done, text = told("points-to-grid", raster("image.tif", noise()), **given)
    if settings.get("sill") == 0:
        assert not done
        assert "sill" in text
        return
    assert done, text
    with rasterio.open(tmp_path / "o.tif") as file:
        assert np.abs(file.read(1)).max() < 100  # samples lie between 10 and 16


def test_three_hundred_layers(told: Callable, raster: Write, tmp_path: Path) -> None:
    files = [raster(f"layer_{number}.tif", noise(seed=number)) for number in range(300)]
    done, text = told("spectral-indices", *files, expressions="b300 / b1")
    assert done, text
    with rasterio.open(tmp_path / "o.tif") as file:
        assert file.read(1)[3, 4] == pytest.approx(noise(seed=299)[0, 3, 4] / noise()[0, 3, 4], rel=1e-5)


def test_oblong_pixels_are_as_good_as_square_ones(told: Callable, raster: Write, tmp_path: Path) -> None:
    from scipy.ndimage import gaussian_filter

    field = gaussian_filter(np.random.default_rng(0).normal(size=(80, 80)), 6) * 1_000
    made = {}
    for name, values, pixel in (("square", field, (10, 10)), ("wide", field[:, 1::2], (20, 10))):
        image = raster(f"{name}.tif", values[None], pixel)
        settings = {"inclination_deg": 60, "declination_deg": 20}
        done, text = told("magnetics", image, **settings)
        assert done, text
        with rasterio.open(tmp_path / "o.tif") as file:
            made[name] = file.read(1)
    inner = (slice(12, -12), slice(6, -6))
    assert np.corrcoef(made["square"][:, 1::2][inner].ravel(), made["wide"][inner].ravel())[0, 1] > 0.995
