"""Fusion: means are kept, detail is found again, windows leave no seam, and what doesn't fit is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from affine import Affine
from outcrop.core.errors import BadInputError
from scipy.ndimage import gaussian_filter, zoom

FINE = Affine(10, 0, 499_000, 0, -10, 4_500_000)


def scene(side: int = 160, bands: int = 3, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Give bands (B, H, W) with detail at many scales, and a layer (H, W) that mostly follows from them."""
    rng = np.random.default_rng(seed)
    maps = np.stack([
        sum(gaussian_filter(rng.normal(size=(side, side)), scale) * scale for scale in (1.5, 4, 12))
        for _ in range(bands)
    ])  # fmt: skip
    layer = 50 + np.tensordot([4.0, -2.0, 1.0], maps, 1) + 2 * gaussian_filter(rng.normal(size=(side, side)), 10) * 10
    return maps * 100 + 1_000, layer


def degraded(layer: np.ndarray, ratio: int) -> np.ndarray:
    height, width = (length // ratio * ratio for length in layer.shape)
    return layer[:height, :width].reshape(height // ratio, ratio, width // ratio, ratio).mean(axis=(1, 3))


def coarse_place(ratio: int) -> Affine:
    return FINE @ Affine.scale(ratio)


@pytest.fixture
def fuse(write: Callable, make: Callable) -> Callable[..., np.ndarray]:
    def do(
        bands: np.ndarray, coarse: np.ndarray, place: Affine, crs: str = "EPSG:32633", **settings: Any
    ) -> np.ndarray:
        images = write("bands.tif", bands), write("coarse.tif", coarse, crs, place, names=("zn",))
        made = make("fusion", *images, **settings)
        assert list(made) == ["zn fused"]
        return made["zn fused"]

    return do


@pytest.mark.parametrize("settings", [
    {}, {"relation": "correlation"}, {"low_pass": "gaussian"}, {"window_px": 9},
    {"window_px": 7, "relation": "correlation"},
])  # fmt: skip
def test_the_coarse_mean_is_kept_to_rounding(fuse: Callable, settings: dict[str, Any]) -> None:
    bands, layer = scene()
    coarse = degraded(layer, 8)
    fused = fuse(bands, coarse, coarse_place(8), **settings)
    assert np.isfinite(fused).all()
    assert np.abs(degraded(fused, 8) - coarse).max() < 1e-5 * np.abs(coarse).max()


def test_a_degraded_layer_is_found_again_better_than_by_bicubic(fuse: Callable) -> None:
    bands, layer = scene()
    coarse = degraded(layer, 8)
    inner = (slice(16, -16),) * 2
    bicubic = np.corrcoef(zoom(coarse, 8, order=3)[inner].ravel(), layer[inner].ravel())[0, 1]
    fused = np.corrcoef(fuse(bands, coarse, coarse_place(8))[inner].ravel(), layer[inner].ravel())[0, 1]
    assert fused > 0.97 > bicubic + 0.1


def test_windows_leave_no_seam(fuse: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    bands, layer = scene()
    whole = fuse(bands, degraded(layer, 8), coarse_place(8), window_px=9)
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 48)
    parts = fuse(bands, degraded(layer, 8), coarse_place(8), window_px=9)
    assert np.allclose(whole, parts, atol=1e-4)


def test_a_layer_of_a_part_is_fused_there(write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 16)
    monkeypatch.setattr("outcrop.core.preparation.fusion.fusion.CELLS_A_SIDE", 4)
    bands, layer = scene(480)
    coarse = degraded(layer, 8)[:, :15]
    fused = make("fusion", write("bands.tif", bands), write("zn.tif", coarse, place=coarse_place(8)))
    assert list(fused) == ["zn fused"]
    reached = np.isfinite(fused["zn fused"])
    assert reached[:, : 15 * 8].all()
    assert not reached[:, 16 * 8 :].any()
    assert np.abs(degraded(fused["zn fused"][:, : 15 * 8], 8) - coarse).max() < 1e-5 * np.abs(coarse).max()


def test_layers_without_names_are_named_by_their_files(write: Callable, make: Callable) -> None:
    bands, layer = scene()
    own = (write(f"{name}.tif", degraded(layer, 8), place=coarse_place(8)) for name in ("au", "cu"))
    assert list(make("fusion", write("bands.tif", bands), *own)) == ["au fused", "cu fused"]


@pytest.mark.parametrize(("ratio", "shift"), [(2.0, 0.0), (7.3, 31.7), (25.0, -140.0)])
def test_any_ratio_and_shift_keeps_means(fuse: Callable, ratio: float, shift: float) -> None:
    bands, _ = scene(120)
    place = Affine(10 * ratio, 0, 499_000 + shift, 0, -10 * ratio, 4_500_000 - shift)
    side = int(140 / ratio) + 9
    coarse = np.random.default_rng(1).normal(20, 3, (side, side))
    fused = fuse(bands, coarse, place)
    cols, rows = np.meshgrid(np.arange(120) + 0.5, np.arange(120) + 0.5)
    back = ~place @ FINE
    cell = np.floor(back.e * rows + back.f).astype(int), np.floor(back.a * cols + back.c).astype(int)
    inside = (cell[0] >= 0) & (cell[1] >= 0)
    known = np.isfinite(fused)
    assert known[inside].mean() > 0.99
    flat = (cell[0] * side + cell[1])[known & inside]
    counts = np.bincount(flat, minlength=side * side)
    means = np.bincount(flat, weights=fused[known & inside], minlength=side * side)[counts > 0] / counts[counts > 0]
    assert np.abs(means - coarse.ravel()[counts > 0]).max() < 1e-4


def test_another_coordinate_system_and_nodata(fuse: Callable) -> None:
    bands, _ = scene()
    bands[1, 20:30, 40:60] = np.nan
    coarse = np.random.default_rng(1).normal(20, 3, (30, 30))
    coarse[10, 10] = np.nan
    fused = fuse(bands, coarse, Affine(1e-3, 0, 14.98, 0, -1e-3, 40.655), "EPSG:4326")
    assert np.isnan(fused[20:30, 40:60]).all()
    assert 0.9 < np.isfinite(fused).mean() < 1


def test_constant_layers_stay_constant(fuse: Callable) -> None:
    bands, _ = scene(64)
    assert np.allclose(fuse(bands, np.full((8, 8), 7.0), coarse_place(8)), 7.0)
    bands[0] = 5.0
    coarse = np.random.default_rng(0).normal(size=(8, 8))
    assert np.abs(degraded(fuse(bands, coarse, coarse_place(8)), 8) - coarse).max() < 1e-5


def test_what_doesnt_fit_is_said(fuse: Callable, write: Callable, make: Callable) -> None:
    bands, layer = scene(64)
    with pytest.raises(BadInputError, match="Add the coarse layers as further rasters"):
        make("fusion", write("alone.tif", bands))
    with pytest.raises(BadInputError, match="no raster's pixels are 2 times as large"):
        fuse(bands, layer, FINE)
    with pytest.raises(BadInputError, match="has 4 coarse pixels with a value and all bands; 5 at least"):
        fuse(bands, degraded(layer, 32), coarse_place(32))
