"""Pan-sharpening: Brovey's formula on any grid, values as they are stored, and what doesn't fit is said."""

from __future__ import annotations

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
from rasterio.warp import transform
from scipy.ndimage import gaussian_filter, zoom

FINE = Affine(10, 0, 499_000, 0, -10, 4_500_000)
SIDE = 120
INNER = (slice(16, -16),) * 2


def planes(east: np.ndarray, north: np.ndarray) -> np.ndarray:
    """Give three bands that rise evenly, so that every interpolation finds them."""
    x, y = (east - 499_000) / 1_000, (4_500_000 - north) / 1_000
    return np.stack([300 + 40 * x + 10 * y, 200 - 30 * x + 50 * y, 500 + 20 * x - 60 * y])


def centres(place: Affine, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    rows, cols = np.indices(shape) + 0.5
    return place.a * cols + place.b * rows + place.c, place.d * cols + place.e * rows + place.f


def panchromatic(seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).uniform(200, 600, (SIDE, SIDE)).round()


def brovey(pan: np.ndarray, bands: np.ndarray, weights: tuple[float, ...] = (1, 1, 1)) -> np.ndarray:
    return bands * pan / np.tensordot(np.array(weights) / sum(weights), bands, 1)


TURNED = Affine(10, 2, 499_000, 2, -10, 4_500_000)
PLACES: dict[str, tuple[Affine, Affine]] = {
    "four times as large": (FINE, FINE @ Affine.scale(4)),
    "half a pixel off, as Landsat's": (FINE, FINE @ Affine.translation(-4.5, -4.5) @ Affine.scale(2)),
    "any ratio and shift": (FINE, FINE @ Affine.translation(-7.3, -3.8) @ Affine.scale(3.7)),
    "turned": (TURNED, TURNED @ Affine.scale(4)),
    "oblong": (FINE, FINE @ Affine.scale(2, 5)),
    "south up": (FINE, Affine(40, 0, 498_900, 0, 40, 4_498_700)),
}


@pytest.mark.parametrize("name", PLACES)
@pytest.mark.parametrize("resampling", ["cubic", "bilinear"])
def test_brovey_on_any_grid(write: Callable, make: Callable, name: str, resampling: str) -> None:
    fine, coarse = PLACES[name]
    side = 80 if name == "half a pixel off, as Landsat's" else 64
    spectral = write("ms.tif", planes(*centres(coarse, (side, side))), place=coarse, names=("Blue", "Green", "Red"))
    pan = panchromatic()
    made = make("pan-sharpening", spectral, write("pan.tif", pan, place=fine), resampling=resampling)
    assert list(made) == ["Blue", "Green", "Red"]
    wanted = brovey(pan, planes(*centres(fine, (SIDE, SIDE))))
    reached = np.isfinite(made["Red"][INNER])
    assert reached.mean() > 0.7
    for found, band in zip(made.values(), wanted):
        assert np.allclose(found[INNER][reached], band[INNER][reached], rtol=2e-4)


def test_another_coordinate_system(write: Callable, make: Callable) -> None:
    coarse = Affine(4e-4, 0, 14.985, 0, -4e-4, 40.655)
    x, y = centres(coarse, (70, 70))
    east, north = transform("EPSG:4326", "EPSG:32633", x.ravel(), y.ravel())
    values = planes(np.reshape(east, x.shape), np.reshape(north, x.shape))
    pan = panchromatic()
    made = make("pan-sharpening", write("pan.tif", pan), write("ms.tif", values, "EPSG:4326", coarse))
    wanted = brovey(pan, planes(*centres(FINE, (SIDE, SIDE))))
    for found, band in zip(made.values(), wanted):
        reached = np.isfinite(found[INNER])
        assert reached.mean() > 0.7
        assert np.allclose(found[INNER][reached], band[INNER][reached], rtol=1e-3)


def test_the_finest_raster_is_the_panchromatic_one_wherever_it_stands(write: Callable, make: Callable) -> None:
    coarse = FINE @ Affine.scale(4)
    values = planes(*centres(coarse, (30, 30)))
    single = [write(f"b{number}.tif", band, place=coarse) for number, band in enumerate(values, start=1)]
    pan = write("pan.tif", panchromatic())
    made = [
        make("pan-sharpening", *images) for images in ((pan, *single), (*single, pan), (single[0], pan, *single[1:]))
    ]
    for other in made[1:]:
        assert all(np.array_equal(one, two, equal_nan=True) for one, two in zip(made[0].values(), other.values()))
    some = make("pan-sharpening", single[0], single[2], pan, bands=("2:1", "3:1", "1:1"))
    first = brovey(panchromatic(), planes(*centres(FINE, (SIDE, SIDE)))[[2, 0]], (1, 1))[0]
    assert np.allclose(next(iter(some.values()))[INNER], first[INNER], rtol=2e-4)


def test_weights_say_what_the_panchromatic_band_sees(write: Callable, make: Callable) -> None:
    coarse = FINE @ Affine.scale(4)
    spectral, pan = write("ms.tif", planes(*centres(coarse, (30, 30))), place=coarse), panchromatic()
    made = make("pan-sharpening", spectral, write("pan.tif", pan), weights=(0.0, 4.0, 0.0))
    assert np.allclose(list(made.values())[1][INNER], pan[INNER], rtol=2e-4)
    with pytest.raises(BadInputError, match="There are 2 weights for 3 multispectral bands"):
        make("pan-sharpening", spectral, write("pan.tif", pan), weights=(1.0, 2.0))
    with pytest.raises(BadInputError, match="one at least is above 0"):
        make("pan-sharpening", spectral, write("pan.tif", pan), weights=(0.0, 0.0, 0.0))
    with pytest.raises(BadInputError, match="Weights are 0 or more"):
        make("pan-sharpening", spectral, write("pan.tif", pan), weights=(1.0, 1.0, -1.0))


def test_it_finds_a_scene_again_better_than_interpolation(write: Callable, make: Callable) -> None:
    rng = np.random.default_rng(3)
    rock = sum(gaussian_filter(rng.normal(size=(SIDE, SIDE)), scale) * scale for scale in (1, 3, 9))
    true = np.stack([500 + 100 * rock, 700 + 160 * rock, 400 + 60 * rock]).clip(1)
    true *= 1 + 0.05 * gaussian_filter(rng.normal(size=(3, SIDE, SIDE)), (0, 6, 6)) * 6
    small = true.reshape(3, 30, 4, 30, 4).mean(axis=(2, 4))
    coarse = FINE @ Affine.scale(4)
    made = make("pan-sharpening", write("ms.tif", small, place=coarse), write("pan.tif", true.mean(axis=0)))
    for found, band, few in zip(made.values(), true, small):
        cubic = np.corrcoef(zoom(few, 4, order=3)[INNER].ravel(), band[INNER].ravel())[0, 1]
        assert np.corrcoef(found[INNER].ravel(), band[INNER].ravel())[0, 1] > max(0.98, cubic + 0.03)


def test_windows_leave_no_seam(write: Callable, make: Callable, monkeypatch: pytest.MonkeyPatch) -> None:
    coarse = FINE @ Affine.scale(4)
    values = np.random.default_rng(1).uniform(100, 900, (3, 30, 30))
    images = write("ms.tif", values, place=coarse), write("pan.tif", panchromatic())
    whole = make("pan-sharpening", *images)
    monkeypatch.setattr("outcrop.core.preparation.base.writing._WINDOW_PX", 48)
    parts = make("pan-sharpening", *images)
    assert all(np.allclose(one, two, rtol=1e-5, equal_nan=True) for one, two in zip(whole.values(), parts.values()))


@pytest.fixture
def stored(tmp_path: Path) -> Callable[..., str]:
    """Give a function that writes whole numbers with nodata, scale and offset."""

    def do(name: str, values: np.ndarray, place: Affine, scale: float = 1.0, offset: float = 0.0, **more: Any) -> str:
        values = np.atleast_3d(values.T).T
        profile = {"driver": "GTiff", "count": len(values), "height": values.shape[1], "width": values.shape[2]}
        with rasterio.open(
            tmp_path / name, "w", **profile, dtype=values.dtype, crs="EPSG:32633", transform=place, **more
        ) as file:
            file.write(values)
            file.scales, file.offsets = [scale] * len(values), [offset] * len(values)
        return str(tmp_path / name)

    return do


@pytest.mark.parametrize(("kind", "nodata", "empty"), [("uint16", 0, 0), ("uint8", None, 0), ("int16", -999, -32768)])
def test_whole_numbers_stay_and_nodata_is_their_lowest(
    stored: Callable, tmp_path: Path, kind: str, nodata: int | None, empty: int
) -> None:
    coarse = FINE @ Affine.scale(4)
    values = (planes(*centres(coarse, (30, 30))) / (4 if kind == "uint8" else 1)).astype(kind)
    pan = (panchromatic() / (4 if kind == "uint8" else 1)).astype(kind)
    if nodata is not None:
        values[1, 10:14, 5:9] = nodata
        pan[100:110, 20:30] = nodata
    images = stored("ms.tif", values, coarse, nodata=nodata), stored("pan.tif", pan, FINE, nodata=nodata)
    out = tmp_path / "sharp.tif"
    execute(LayerJob("pan-sharpening", images, str(out)), Events())
    with rasterio.open(out) as file:
        assert set(file.dtypes) == {kind}
        assert file.nodata == empty
        made = file.read()
    there = planes(*centres(FINE, (SIDE, SIDE)))[0] / (4 if kind == "uint8" else 1)
    known = made[0] != empty
    assert 0.9 < known.mean() <= 1
    if nodata is not None:
        assert not known[44:52, 24:32].any()
        assert not known[100:110, 20:30].any()
    ratio = made[0][known] / pan[known]
    total = planes(*centres(FINE, (SIDE, SIDE))).mean(axis=0) / (4 if kind == "uint8" else 1)
    assert np.abs(ratio - (there / total)[known]).mean() < 0.02


def test_scale_and_offset_are_in(stored: Callable, write: Callable, make: Callable) -> None:
    coarse = FINE @ Affine.scale(4)
    numbers = planes(*centres(coarse, (30, 30))).round().astype("uint16")
    images = stored("ms.tif", numbers, coarse, 0.0001, -0.01), write("pan.tif", panchromatic() / 10_000)
    made = make("pan-sharpening", *images)
    wanted = brovey(panchromatic() / 10_000, planes(*centres(FINE, (SIDE, SIDE))) * 0.0001 - 0.01)
    for found, band in zip(made.values(), wanted):
        assert np.allclose(found[INNER], band[INNER], rtol=0.02)


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    coarse = FINE @ Affine.scale(4)
    bands = write("ms.tif", planes(*centres(coarse, (30, 30))), place=coarse)
    with pytest.raises(BadInputError, match=r"“.*ms.tif” is alone; add the other as a further raster"):
        make("pan-sharpening", bands)
    with pytest.raises(BadInputError, match=r"“.*two.tif” has the finest pixels and 2 chosen bands"):
        make("pan-sharpening", bands, write("two.tif", np.ones((2, SIDE, SIDE))))
    with pytest.raises(BadInputError, match="has the finest pixels and 0 chosen bands"):
        make("pan-sharpening", bands, write("pan.tif", panchromatic()), bands=("1:1", "1:2"))
    with pytest.raises(BadInputError, match=r"“.*other.tif” are as fine \(10 m\) as those of “.*pan.tif”"):
        make("pan-sharpening", write("pan.tif", panchromatic()), bands, write("other.tif", panchromatic(1)))
    far = write("far.tif", panchromatic(), place=FINE @ Affine.translation(9_000, 0))
    with pytest.raises(BadInputError, match="doesn't overlap"):
        make("pan-sharpening", bands, far)
    empty = write("empty.tif", np.full((SIDE, SIDE), np.nan))
    with pytest.raises(BadInputError, match="no pixel from which a value follows"):
        make("pan-sharpening", bands, empty)
