"""Which filter a band's name means."""

from __future__ import annotations

import pytest
from outcrop.models.encoders.band_names import MEANINGS, matching_filter
from outcrop.models.encoders.weights_table import FILTERS

RGB = FILTERS["imagenet"]
SENTINEL = FILTERS["sentinel1_sentinel2"]


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("Red", "red"), ("red", "red"), ("R", "red"), ("rouge", "red"), ("Rot", "red"), ("红", "red"),
        ("SR_Red", "red"),
        ("B4 - Red (665 nm)", "red"), ("Band 4: Red", "red"), ("Red reflectance", "red"), ("B3_red", "red"),
        ("Green", "green"), ("grün", "green"), ("Verde", "green"), ("G", "green"), ("green_560nm", "green"),
        ("BLUE", "blue"), ("bleu", "blue"), ("B", "blue"), ("Band 1 (Blue)", "blue"), ("синий", "blue"),
    ],
)  # fmt: skip
def test_names_of_colours(name: str, colour: str) -> None:
    assert matching_filter(name, RGB) == colour


@pytest.mark.parametrize(
    "name",
    [
        "band 1", "Band 3", "1", "B4", "B04", "B 4", "b2", "", "Near infrared", "NIR", "Infrared", "infra-red",
        "Red edge", "RedEdge", "Red Edge 1", "red-edge 705", "Coastal blue", "Deep blue", "Green-red ratio", "VV",
        "slope", "elevation", "NDVI", "blue_minus_red", "Yellow", "gradient", "Rb", "Greenness", "greeni", "Green II",
    ],
)  # fmt: skip
def test_names_that_mean_no_colour(name: str) -> None:
    assert matching_filter(name, RGB) is None


@pytest.mark.parametrize(
    ("name", "band"),
    [
        ("B02", "B02"), ("B2", "B02"), ("b8a", "B8A"), ("B8A", "B8A"), ("B08", "B08"), ("B12", "B12"), ("Blue", "B02"),
        ("Red", "B04"), ("NIR", "B08"), ("Near infrared", "B08"), ("B4 NIR", "B08"), ("Red Edge 1", "B05"),
        ("SWIR 1", "B11"), ("SWIR2", "B12"), ("VV", "VV"), ("vh", "VH"), ("Sigma0_VV_db", "VV"),
        ("B08 (842 nm)", "B08"), ("band 4", None), ("B01", None), ("B10", None), ("Red edge", None),
        ("B5 thermal", None), ("elevation", None),
    ],
)  # fmt: skip
def test_names_of_sentinel_bands(name: str, band: str | None) -> None:
    assert matching_filter(name, SENTINEL) == band


@pytest.mark.parametrize(
    ("name", "band"),
    [
        ("Band 12 (0.665 µm)", "B04"),
        ("665.1 Nanometers", "B04"), ("Reflectance 2190 nm", "B12"), ("b1 443 nm", "B01"),
        ("Water vapour", "B09"), ("cirrus (1375 nm)", "B10"), ("Thermal 10.9 um", None), ("842 m", None),
        ("3,5 nm", None),
        ("1,61 micrometer", "B11"), ("NIR 0.86 μm", "B08"), ("Vegetation 0.87 μm", "B8A"),
    ],
)  # fmt: skip
def test_wavelengths_of_sentinel_bands(name: str, band: str | None) -> None:
    assert matching_filter(name, FILTERS["softcon"]) == band


def test_every_filter_of_every_weight_file_has_a_meaning() -> None:
    assert {name for filters in FILTERS.values() for name in filters} == set(MEANINGS)


@pytest.mark.parametrize("filters", [RGB, SENTINEL])
def test_no_word_means_two_filters(filters: tuple[str, ...]) -> None:
    words = [word for name in filters for word in MEANINGS[name]]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
