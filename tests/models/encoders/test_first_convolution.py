"""Pretrained first convolutions on other bands: the right filters, the right size of response, said in words."""

from __future__ import annotations

import pytest
import torch
from outcrop.models.encoders.first_convolution import adapt_first_convolution
from torch import Tensor
from torch.nn.functional import conv2d

RGB = ("red", "green", "blue")


@pytest.fixture
def weight() -> Tensor:
    return torch.randn(8, 3, 7, 7, generator=torch.Generator().manual_seed(0))


@pytest.fixture
def colours() -> dict[str, Tensor]:
    planes = torch.rand(6, 1, 16, 16, generator=torch.Generator().manual_seed(1))
    return dict(zip(["Red", "Green", "Blue", "Near infrared", "Elevation", "Slope"], planes))


def response(weight: Tensor, colours: dict[str, Tensor], bands: tuple[str, ...]) -> Tensor:
    return conv2d(torch.stack([colours[band][0] for band in bands])[None], weight)


@pytest.mark.parametrize(
    "bands",
    [
        ("Red", "Green", "Blue"), ("Blue", "Green", "Red"), ("Blue", "Green", "Red", "Near infrared"),
        ("Elevation", "Near infrared", "Green", "Slope", "Red", "Blue"),
    ],
)  # fmt: skip
def test_by_name_the_response_to_the_colours_is_exactly_the_pretrained_one_in_any_order(
    weight: Tensor, colours: dict[str, Tensor], bands: tuple[str, ...]
) -> None:
    adapted, given = adapt_first_convolution(weight, RGB, bands, "by_name")
    expected = response(weight, colours, ("Red", "Green", "Blue"))
    torch.testing.assert_close(response(adapted, colours, bands), expected, atol=1e-4, rtol=1e-5)
    for position, band in enumerate(bands):
        source = weight[:, RGB.index(band.lower())] if band.lower() in RGB else torch.zeros(8, 7, 7)
        assert torch.equal(adapted[:, position], source)
        assert given[band] == (band.lower() if band.lower() in RGB else "zero")


def test_bgr_imagery_keeps_its_filters(weight: Tensor) -> None:
    adapted, given = adapt_first_convolution(weight, RGB, ("B", "G", "R"), "by_name")
    assert torch.equal(adapted, weight.flip(1))
    assert given == {"B": "blue", "G": "green", "R": "red"}


def test_bands_of_one_name_share_its_filter(weight: Tensor) -> None:
    bands = ("Red", "Green", "Blue", "Red", "Green", "Blue")
    adapted, given = adapt_first_convolution(weight, RGB, bands, "by_name")
    torch.testing.assert_close(adapted[:, :3] + adapted[:, 3:], weight)
    assert given["Red (1)"] == given["Red (4)"] == "red ÷ 2"
    assert len(given) == 6


@pytest.mark.parametrize("bands", [1, 3, 4, 9, 14])
def test_without_names_every_band_gets_the_mean_so_that_no_order_is_assumed(weight: Tensor, bands: int) -> None:
    names = tuple(f"band {number}" for number in range(1, bands + 1))
    adapted, given = adapt_first_convolution(weight, RGB, names, "by_name")
    assert torch.equal(adapted, adapt_first_convolution(weight, RGB, names, "mean")[0])
    assert all(torch.equal(adapted[:, 0], adapted[:, band]) for band in range(bands))
    assert all(text.startswith("mean of red, green, blue") for text in given.values())


@pytest.mark.parametrize("bands", [1, 3, 4, 9, 14])
def test_the_mean_gives_a_grey_picture_the_pretrained_response(weight: Tensor, bands: int) -> None:
    names = tuple(f"band {number}" for number in range(bands))
    adapted, given = adapt_first_convolution(weight, RGB, names, "mean")
    grey = torch.rand(1, 1, 16, 16, generator=torch.Generator().manual_seed(2))
    expected = conv2d(grey.expand(-1, 3, -1, -1), weight)
    torch.testing.assert_close(conv2d(grey.expand(-1, bands, -1, -1), adapted), expected, atol=1e-4, rtol=1e-4)
    assert set(given.values()) == {"mean of red, green, blue" + ("" if bands == 3 else f" × {3 / bands:.4g}")}


def test_cycled_filters_follow_the_order_of_the_bands_scaled_by_their_number(weight: Tensor) -> None:
    names = ("one", "two", "three", "four")
    adapted, given = adapt_first_convolution(weight, RGB, names, "cycled")
    torch.testing.assert_close(adapted, weight[:, [0, 1, 2, 0]] * 0.75)
    assert given == {"one": "red × 0.75", "two": "green × 0.75", "three": "blue × 0.75", "four": "red × 0.75"}


def test_cycled_over_three_bands_changes_nothing(weight: Tensor) -> None:
    adapted, given = adapt_first_convolution(weight, RGB, ("x", "y", "z"), "cycled")
    assert torch.equal(adapted, weight)
    assert list(given.values()) == list(RGB)


@pytest.mark.parametrize("bands", [6, 9, 12])
def test_cycled_over_whole_rounds_gives_repeated_colours_the_pretrained_response(weight: Tensor, bands: int) -> None:
    names = tuple(f"band {number}" for number in range(bands))
    adapted, _ = adapt_first_convolution(weight, RGB, names, "cycled")
    image = torch.rand(1, 3, 16, 16, generator=torch.Generator().manual_seed(2))
    found = conv2d(image.repeat(1, bands // 3, 1, 1), adapted)
    torch.testing.assert_close(found, conv2d(image, weight), atol=1e-4, rtol=1e-4)


def test_filters_without_names_go_to_as_many_bands_in_order(weight: Tensor) -> None:
    filters = ("filter 1", "filter 2", "filter 3")
    adapted, given = adapt_first_convolution(weight, filters, ("Blue", "Green", "Red"), "by_name")
    assert torch.equal(adapted, weight)
    assert given == {"Blue": "filter 1", "Green": "filter 2", "Red": "filter 3"}
    assert set(adapt_first_convolution(weight, filters, ("Blue", "Green"), "by_name")[1].values()) == {
        "mean of filter 1, filter 2, filter 3 × 1.5"
    }


@pytest.mark.parametrize("how", ["by_name", "cycled", "mean"])
def test_the_pretrained_weight_is_left_as_it_was(weight: Tensor, how: str) -> None:
    before = weight.clone()
    adapted, _ = adapt_first_convolution(weight, RGB, ("Red", "Green", "Blue"), how)
    adapted += 1
    assert torch.equal(weight, before)
