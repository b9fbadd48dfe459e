"""The layers over the lithological units: what physics and chemistry say of them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
from outcrop.core.sample.lithology import layers
from outcrop.core.sample.lithology.units import OXIDES, UNITS
from outcrop.core.sample.scenes import make_scene


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return make_scene("lithology", tmp_path_factory.mktemp("scene") / "new", seed=1, size_px=320)


def test_oxides_are_compositions() -> None:
    for unit in UNITS:
        assert sum(unit.oxides) == pytest.approx(100, abs=0.6)


def test_samples_sum_to_a_hundred_with_censored_chromium(files: dict[str, Path]) -> None:
    meta, _, _, fields = pyogrio.raw.read(files["geochemistry"])
    values = dict(zip(meta["fields"].tolist(), fields))
    assert np.allclose(sum(values[name] for name in OXIDES), 100, atol=0.02)
    assert 0.02 < (values["Cr_ppm"] == 0).mean() < 0.6
    assert min(values["Cr_ppm"][values["Cr_ppm"] > 0]) >= 10


def test_every_unit_crops_out(files: dict[str, Path]) -> None:
    with rasterio.open(files["truth"]) as raster:
        shares = np.bincount(raster.read(1).ravel(), minlength=len(UNITS) + 1) / (320 * 320)
    assert shares[0] == 0
    assert (shares[1:] > 0.002).all()


def test_a_body_has_its_low_to_the_north_and_its_high_to_the_south() -> None:
    ids = np.full((128, 128), 5, np.uint8)  # sandstone
    ids[60:68, 60:68] = 7  # serpentinite
    field = layers.magnetic_field(np.random.default_rng(0), ids, 30.0)
    row, col = np.unravel_index(np.argmax(field), field.shape)
    assert 60 <= col <= 68
    assert row >= 62
    assert np.unravel_index(np.argmin(field[:, 50:78]), (128, 28))[0] < 60


def test_the_field_says_by_which_direction_it_was_magnetised(files: dict[str, Path]) -> None:
    with rasterio.open(files["magnetics"]) as raster:
        assert (float(raster.tags()["INCLINATION"]), float(raster.tags()["DECLINATION"])) == (52.0, 3.0)
        assert raster.res == (60.0, 60.0)


def test_gamma_rays_tell_granite_from_tuff_where_colours_do_not(files: dict[str, Path]) -> None:
    with rasterio.open(files["truth"]) as raster:
        ids = raster.read(1)
    with rasterio.open(files["image"]) as raster:
        image = raster.read().astype(float)
    with rasterio.open(files["radiometrics"]) as raster:
        thorium = raster.read(2).repeat(2, axis=0).repeat(2, axis=1)
    granite, tuff = ids == 6, ids == 2

    def apart(values: np.ndarray) -> float:
        one, other = values[granite], values[tuff]
        return abs(float(one.mean() - other.mean())) / float(np.sqrt((one.var() + other.var()) / 2))

    assert max(map(apart, image)) < 0.7
    assert apart(thorium) > 1.0
