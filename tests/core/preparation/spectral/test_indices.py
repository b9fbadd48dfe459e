"""Indices: every one of the table by hand, bands found by name, order and wavelength, and holes that stay small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from outcrop.core.errors import BadInputError
from outcrop.core.preparation.spectral.expression import parse_expression
from outcrop.core.preparation.spectral.index_table import INDICES, indices_of
from outcrop.core.preparation.spectral.sensors import SENSORS

RNG = np.random.default_rng(3)


def bands(count: int) -> np.ndarray:
    return RNG.uniform(0.05, 0.6, (count, 20, 30)).astype(np.float32)


def test_every_index_names_bands_that_its_sensors_have() -> None:
    for index in INDICES:
        assert index.paper
        for key in index.sensors:
            names = [f"B{band.name}" for band in SENSORS[key].bands]
            assert set(parse_expression(index.text).bands) <= set(SENSORS[key].places(names)), (index.key, key)
    for sensor in SENSORS.values():
        assert len(indices_of(sensor.key)) == sum(sensor.key in index.sensors for index in INDICES)


def test_indices_by_name_are_those_of_the_books(write: Callable, make: Callable) -> None:
    values = bands(9)
    b = dict(zip("123456789", values.astype(np.float64)))
    made = make("spectral-indices", write("aster.tif", values), sensor="aster", indices=("ndvi", "clay", "mgoh"))
    assert list(made) == ["ndvi", "clay", "mgoh"]
    assert np.allclose(made["ndvi"], (b["3"] - b["2"]) / (b["3"] + b["2"]), atol=1e-6)
    assert np.allclose(made["clay"], b["5"] * b["7"] / b["6"] ** 2, rtol=1e-5)
    assert np.allclose(made["mgoh"], (b["6"] + b["9"]) / b["8"], rtol=1e-5)


def test_all_gives_those_whose_bands_are_there(write: Callable, make: Callable) -> None:
    visible = make("spectral-indices", write("vnir.tif", bands(3)), sensor="aster", indices=("all",))
    assert list(visible) == ["ndvi", "ndwi", "ferric_iron"]
    whole = make("spectral-indices", write("all.tif", bands(14)), sensor="aster", indices="all")
    assert list(whole) == list(indices_of("aster"))


def test_own_numbers_go_before_counting(write: Callable, make: Callable) -> None:
    values, told = bands(4), []
    image = write("s2.tif", values, names=("B2", "B3", "B4", "B8"))
    wanted = (values[3] - values[2]) / (values[3] + values[2])
    for text in ("v = (b8 - b4) / (b8 + b4)", "v = (B8 - B4) / (B8 + B4)", "v = (b8 - B4) / (B8 + b4)"):
        made = make("spectral-indices", image, expressions=text, heard=lambda event: told.append(str(event)))
        assert np.allclose(made["v"], wanted, atol=1e-6)
    assert any("b8 = B8, b4 = B4" in text for text in told)
    with pytest.raises(BadInputError, match="needs the band b1"):
        make("spectral-indices", image, expressions="v = b1 + b8")


@pytest.mark.parametrize(
    ("sensor", "names"),
    [
        ("sentinel_2", ("B12", "B11", "B8A", "B08", "B04", "B03", "B02")),
        ("sentinel_2", ("Red", "Green", "Blue", "Near infrared", "SWIR 1", "SWIR2")),
        ("landsat_8", ("SR_B7", "SR_B6", "SR_B5", "SR_B4", "SR_B3", "SR_B2")),
        ("landsat_8", ("Band 7 (swir)", "Band 6 (swir)", "Band 5", "Band 4", "Band 3", "Band 2")),
        ("sentinel_2", ()),
    ],
)
def test_bands_are_found_by_name_or_order(write: Callable, make: Callable, sensor: str, names: tuple[str, ...]) -> None:
    values = bands(len(names) or 10)
    red, nir, clay = {
        "B12": (4, 3, (1, 0)), "Red": (0, 3, (4, 5)), "SR_B7": (3, 2, (1, 0)), "Band 7 (swir)": (3, 2, (1, 0)),
        "": (2, 6, (8, 9)),
    }[names[0] if names else ""]  # fmt: skip
    image = write("named.tif", values, names=names)
    made = make("spectral-indices", image, sensor=sensor, indices="ndvi,clay")
    double = values.astype(np.float64)
    assert np.allclose(made["ndvi"], (double[nir] - double[red]) / (double[nir] + double[red]), atol=1e-6)
    assert np.allclose(made["clay"], double[clay[0]] / double[clay[1]], rtol=1e-5)


def test_own_expressions_take_numbers_names_and_wavelengths(write: Callable, make: Callable, tmp_path: Path) -> None:
    values = bands(4)
    image = write("own.tif", values, names=("one", "two words", "three", "four"))
    text = 'a = b1 / b2; "two words" - three; B4 * 2'
    made = make("spectral-indices", image, expressions=text)
    assert list(made) == ["a", '"two words" - three', "B4 * 2"]
    assert np.allclose(made['"two words" - three'], values[1].astype(float) - values[2], atol=1e-6)
    envi = tmp_path / "cube.dat"
    with rasterio.open(
        envi, "w", driver="ENVI", count=4, height=20, width=30, dtype="float32", crs="EPSG:32633",
        transform=rasterio.Affine(10, 0, 0, 0, -10, 4_500_000),
    ) as file:  # fmt: skip
        file.write(values)
    header = envi.with_suffix(".hdr")
    header.write_text(header.read_text() + "wavelength units = Nanometers\nwavelength = {450, 660, 2160, 2205}\n")
    made = make("spectral-indices", str(envi), expressions="d = w2200 / w2165")
    assert np.allclose(made["d"], values[3].astype(float) / values[2], rtol=1e-5)
    with pytest.raises(BadInputError, match=r"needs a band at 1500 nm; the nearest of .* is at 2160 nm"):
        make("spectral-indices", str(envi), expressions="w1500 / w450")
    with pytest.raises(BadInputError, match="doesn't tell those of its bands"):
        make("spectral-indices", image, expressions="w2200 / b1")


def test_a_hole_in_a_band_spoils_only_what_it_is_in(write: Callable, make: Callable) -> None:
    values = bands(4)
    values[0, 3:6, 4:8] = np.nan
    values[3] = np.nan
    values[1, 0, 0] = 0
    made = make("spectral-indices", write("holes.tif", values), expressions="p = b1 / b2; q = b2 / b3; r = b3 / b2")
    hole = np.isnan(values[0])
    divided = hole.copy()
    divided[0, 0] = True
    assert (np.isnan(made["p"]) == divided).all()
    assert not np.isnan(made["q"]).any()
    assert np.isnan(made["r"]).sum() == 1


def test_what_doesnt_fit_is_said(write: Callable, make: Callable) -> None:
    image = write("four.tif", bands(4), names=("u", "v", "w", "x"))
    with pytest.raises(BadInputError, match="No index is chosen"):
        make("spectral-indices", image)
    with pytest.raises(BadInputError, match="Choose the sensor whose indices ndvi are"):
        make("spectral-indices", image, indices="ndvi")
    with pytest.raises(BadInputError, match="There is no index “gold”"):
        make("spectral-indices", image, sensor="aster", indices="gold")
    with pytest.raises(BadInputError, match=r"can't be told which bands of .* ASTER: they are called u, v, w, x"):
        make("spectral-indices", image, sensor="aster", indices="ndvi")
    with pytest.raises(BadInputError, match="“z” needs the band b9, and the raster has"):
        make("spectral-indices", image, expressions="z = b9 / b1")
    with pytest.raises(BadInputError, match="“clay” needs the band b5"):
        make("spectral-indices", write("vnir.tif", bands(3)), sensor="aster", indices="clay")
