"""Points to grid: samples are honoured, errors are those of theory, and what doesn't fit is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.points.kriging import Kriging
from outcrop.core.preparation.points.neighbours import InverseDistance
from outcrop.core.preparation.points.parameters import GridParameters
from outcrop.core.preparation.points.spline import ThinPlateSpline
from outcrop.core.preparation.points.variogram import Variogram, fit_variogram
from rasterio.warp import transform

WEST, NORTH = 499_000.0, 4_500_000.0
METHODS = ("ordinary_kriging", "thin_plate_spline", "inverse_distance", "nearest")
NONE = np.zeros(1)


def pixel_centres(cols: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Give the places of pixels' centres on a raster of 10 m."""
    return np.column_stack([WEST + 10 * (cols + 0.5), NORTH - 10 * (rows + 0.5)])


def scattered(count: int = 60, seed: int = 0, size: tuple[int, int] = (40, 50)) -> tuple[np.ndarray, np.ndarray]:
    """Give different pixels (columns, rows)."""
    which = np.random.default_rng(seed).choice(size[0] * size[1], count, replace=False)
    return which % size[1], which // size[1]


def hills(cols: np.ndarray, rows: np.ndarray) -> np.ndarray:
    return 50 + 10 * np.sin(cols / 9) + 8 * np.cos(rows / 7)


def variogram(model: str = "spherical", nugget: float = 0.0, sill: float = 4.0, range_m: float = 200.0) -> Variogram:
    return Variogram(model, nugget, sill - nugget, range_m, NONE, NONE, NONE)


@pytest.mark.parametrize("method", METHODS)
def test_samples_are_honoured_and_hills_are_found(points: Callable, grid_of: Callable, method: str) -> None:
    cols, rows = scattered()
    file = points(pixel_centres(cols, rows), hills(cols, rows))
    bands, result, told = grid_of(file, method=method)
    made = bands["zn"]
    assert np.allclose(made[rows, cols], hills(cols, rows), atol=1e-3)
    all_rows, all_cols = np.mgrid[0:40, 0:50]
    true = hills(all_cols, all_rows)
    off = np.sqrt(np.mean((made - true) ** 2))
    assert off < {"nearest": 3.5, "inverse_distance": 3.5}.get(method, 1.5)
    assert result["report"]["rmse"] < 0.6 * result["report"]["deviation"]
    assert any(text.startswith("Left out one by one, 60 points are missed by") for text in told)
    assert list(bands) == (["zn", "zn standard error"] if method == "ordinary_kriging" else ["zn"])


def test_kriging_is_sure_at_its_samples_and_has_the_nuggets_error_beside_them() -> None:
    places = np.stack(np.meshgrid(np.arange(10), np.arange(10)), -1).reshape(-1, 2) * 50.0
    values = np.random.default_rng(0).normal(size=100)
    own = variogram(nugget=1.0)
    made = Kriging(places, values, own, 16)
    estimate, error = made.at(places)
    assert np.allclose(estimate, values, atol=1e-9)
    assert np.allclose(error, 0, atol=1e-6)
    _, beside = made.at(places[45:46] + 1e-6)
    assert 1.0 < beside[0] ** 2 < 2.0  # the nugget, and what isn't known of the mean beside it
    without = Kriging(places, values, variogram(), 16)
    assert without.at(places[45:46] + 1e-6)[1][0] < 1e-3
    _, far = made.at(np.array([[1e6, 1e6]]))
    assert far[0] ** 2 > own.sill  # nothing is known there but the mean, and that not well


def test_kriging_solves_the_whole_system(points: Callable) -> None:
    rng = np.random.default_rng(1)
    places, values, at = rng.uniform(0, 500, (12, 2)), rng.normal(size=12), rng.uniform(0, 500, (5, 2))
    own = variogram("exponential", 0.3)
    gamma = own.semivariance
    apart = np.linalg.norm(places[:, None] - places[None], axis=-1)
    matrix = np.block([[gamma(apart), np.ones((12, 1))], [np.ones((1, 12)), np.zeros((1, 1))]])
    estimate, error = Kriging(places, values, own, 12).at(at)
    for number, place in enumerate(at):
        right = np.append(gamma(np.linalg.norm(places - place, axis=1)), 1)
        weights = np.linalg.solve(matrix, right)
        assert estimate[number] == pytest.approx(weights[:12] @ values)
        assert error[number] ** 2 == pytest.approx(weights @ right)


@pytest.mark.parametrize("make", ["kriging", "spline", "inverse"])
def test_leaving_out_is_leaving_out(make: str) -> None:
    rng = np.random.default_rng(2)
    places, values = rng.uniform(0, 500, (20, 2)), rng.normal(size=20)

    def surface(kept: np.ndarray) -> Any:
        if make == "kriging":
            return Kriging(places[kept], values[kept], variogram(nugget=0.2), 19)
        if make == "spline":
            return ThinPlateSpline(places[kept], values[kept])
        return InverseDistance(places[kept], values[kept], 5)

    told = surface(np.arange(20)).left_out(np.arange(20))
    for one in range(20):
        others = np.delete(np.arange(20), one)
        assert told[one] == pytest.approx(surface(others).at(places[one : one + 1])[0, 0], rel=1e-5, abs=1e-7)


def test_a_variogram_is_found_again() -> None:
    rng = np.random.default_rng(0)
    places = rng.uniform(0, 5_000, (900, 2))
    apart = np.linalg.norm(places[:, None] - places[None], axis=-1)
    true = variogram("spherical", 1.0, 5.0, 1_200.0)
    values = np.linalg.cholesky(true.sill - true.semivariance(apart) + 1e-9 * np.eye(900)) @ rng.normal(size=900)
    own = fit_variogram(places, values, GridParameters())
    assert own.sill == pytest.approx(5.0, rel=0.4)
    assert own.nugget == pytest.approx(1.0, abs=0.6)
    assert own.range_m == pytest.approx(1_200, rel=0.4)
    given_one = fit_variogram(places, values, GridParameters(model="gaussian", nugget=2.0, sill=6.0, range_m=700.0))
    assert (given_one.model, given_one.nugget, given_one.sill, given_one.range_m) == ("gaussian", 2.0, 6.0, 700.0)


@pytest.mark.parametrize("model", ["best", "spherical", "gaussian"])
@pytest.mark.parametrize("given_numbers", [
    {"nugget": 0.0}, {"nugget": 0.5}, {"nugget": 30.0}, {"sill": 0.05}, {"sill": 60.0}, {"range_m": 40.0},
    {"nugget": 0.0, "range_m": 300.0}, {"sill": 5.0, "range_m": 9_000.0}, {"nugget": 1.0, "sill": 1.0},
])  # fmt: skip
def test_what_is_given_of_a_variogram_is_fitted_around(given_numbers: dict[str, float], model: str) -> None:
    cols, rows = scattered(200)
    places, values = pixel_centres(cols, rows), hills(cols, rows) + np.random.default_rng(1).normal(size=200)
    own = fit_variogram(places, values, GridParameters(model=model, **given_numbers))
    for name, number in given_numbers.items():
        assert getattr(own, name) == pytest.approx(number, abs=1e-3 * values.var())
    assert own.nugget >= 0
    assert own.partial_sill >= 0
    missed = Kriging(places, values, own, 24).left_out(np.arange(200)) - values
    assert np.sqrt(np.mean(missed**2)) < 1.1 * values.std()


@given(st.integers(2, 40), st.floats(-1e3, 1e3), st.sampled_from(["kriging", "inverse", "spline"]))
def test_equal_values_give_a_level_grid(count: int, level: float, make: str) -> None:
    places = np.random.default_rng(count).uniform(0, 900, (count + 2, 2))
    values = np.full(count + 2, level)
    surface: Any = {
        "kriging": lambda: Kriging(places, values, variogram(nugget=0.1), 12),
        "inverse": lambda: InverseDistance(places, values, 12),
        "spline": lambda: ThinPlateSpline(places, values),
    }[make]()
    at = np.random.default_rng(0).uniform(-500, 1_500, (30, 2))
    assert np.allclose(surface.at(at)[0], level, atol=1e-6 * max(1, abs(level)))


def test_points_of_another_system_and_at_one_place(points: Callable, grid_of: Callable) -> None:
    cols, rows = scattered()
    places = pixel_centres(cols, rows)
    degrees = np.column_stack(transform("EPSG:32633", "EPSG:4326", *places.T))
    twice = np.vstack([degrees, degrees[:1]])
    values = np.append(hills(cols, rows), hills(cols, rows)[0] + 2)
    bands, result, told = grid_of(points(twice, values, "EPSG:4326"), method="nearest")
    assert result["report"]["points"] == 60
    assert bands["zn"][rows[1:], cols[1:]] == pytest.approx(hills(cols, rows)[1:], abs=1e-4)
    assert bands["zn"][rows[0], cols[0]] == pytest.approx(hills(cols, rows)[0] + 1, abs=1e-4)
    assert any("1 point lies where another one does; their mean counts. They differ by 2" in text for text in told)


def test_far_from_points_there_is_no_value(points: Callable, grid_of: Callable) -> None:
    file = points(pixel_centres(np.array([5, 6, 5]), np.array([5, 5, 6])), [1.0, 2.0, 3.0])
    bands, result, _ = grid_of(file, method="thin_plate_spline", reach_m=35.0)
    known = np.isfinite(bands["zn"])
    assert known[5, 5:10].tolist() == [True] * 5
    assert not known[5, 11]
    assert result["valid"] == known.mean()


@pytest.mark.parametrize("method", ["ordinary_kriging", "inverse_distance"])
def test_large_grids_are_computed_at_some_places(
    points: Callable, grid_of: Callable, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    cols, rows = scattered(size=(150, 170), count=80)
    file = points(pixel_centres(cols, rows), hills(cols / 3, rows / 3))
    whole, *_ = grid_of(file, (150, 170), method=method)
    monkeypatch.setattr("outcrop.core.preparation.points.gridding.MOST_PLACES", 3_000)
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 64)
    some, _, told = grid_of(file, (150, 170), method=method)
    assert any("one pixel in 3 each way" in text for text in told)
    assert np.isfinite(some["zn"]).all()
    assert np.abs(some["zn"] - whole["zn"]).max() < 0.1 * np.ptp(whole["zn"])
    assert np.allclose(some["zn"][0::3, 0::3], whole["zn"][0::3, 0::3], atol=1e-4)


def test_the_page_shows_the_variogram(points: Callable, grid_of: Callable, tmp_path: Path) -> None:
    cols, rows = scattered()
    _, result, _ = grid_of(points(pixel_centres(cols, rows), hills(cols, rows)))
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    fitted = result["report"]["variogram"]
    assert text.count("<circle") == len(fitted["lags_m"])
    assert "<polyline" in text
    assert f"{fitted['range_m']:.4g}" in text


def test_what_doesnt_fit_is_said(points: Callable, grid_of: Callable, write: Callable) -> None:
    cols, rows = scattered()
    places = pixel_centres(cols, rows)
    values = hills(cols, rows)
    for count, method, fewest in ((9, "ordinary_kriging", 10), (2, "thin_plate_spline", 3)):
        with pytest.raises(BadInputError, match=rf"needs {fewest} points at least; .* has {count} with a number"):
            grid_of(points(places[:count], values[:count]), method=method)
    with pytest.raises(BadInputError, match="lie on one line"):
        grid_of(points(pixel_centres(np.arange(20), np.arange(20)), np.arange(20.0)), method="thin_plate_spline")
    with pytest.raises(BadInputError, match="All points have the same value"):
        grid_of(points(places, np.full(60, 3.0)))
    with pytest.raises(BadInputError, match="No point of “points” lies on the raster"):
        grid_of(points(places + 90_000, values))
    with pytest.raises(BadInputError, match=r"holds no number at any point.*“<0.5”"):
        grid_of(points(places, ["<0.5"] * 60))
    text = [f"{value:.3f}".replace(".", ",") for value in values]
    _, result, told = grid_of(points(places, ["<0.5", *text[1:]]), method="nearest")
    assert result["report"]["points"] == 59
    assert any("1 point without a number in “zn” left out" in one for one in told)
    with pytest.raises(BadInputError, match="needs points"):
        grid_of("")


def test_oblong_pixels_and_degrees_are_measured_on_the_ground(
    points: Callable, grid_of: Callable, write: Callable
) -> None:
    image = write("wide.tif", np.ones((40, 40)), "EPSG:4326", Affine(2e-4, 0, 15, 0, -1e-4, 60))  # 11 m by 11 m
    east, north = np.array([[15.0 + 2e-4 * 10.5, 60 - 1e-4 * 10.5], [15.0 + 2e-4 * 30.5, 60 - 1e-4 * 10.5]]).T
    bands, *_ = grid_of(points(np.column_stack([east, north]), [1.0, 2.0], "EPSG:4326"), image=image, method="nearest")
    assert (bands["zn"][:, :20] == 1).all()
    assert (bands["zn"][:, 21:] == 2).all()
