"""Features of pixels: hand-computed, blind to nodata, the same wherever an image is cut."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.models.classifier_parameters import PixelFeatureParameters
from outcrop.models.classifiers.pixel_features import PixelFeatures


def features(names: tuple[str, ...], ratios: str = "none", radius: int = 0) -> PixelFeatures:
    return PixelFeatures(names, PixelFeatureParameters(ratios=ratios, local_radius_px=radius))


def noise(bands: int, height: int, width: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(bands, height, width)).astype(np.float32)


def test_by_default_a_pixel_has_its_bands() -> None:
    image, plain = noise(3, 4, 5), features(("r", "g", "b"))
    assert plain.names == ("r", "g", "b")
    assert plain.margin_px == 0
    np.testing.assert_array_equal(plain.compute(image, np.ones((4, 5), bool)), image)


def test_names_tell_what_the_features_are() -> None:
    assert features(("r", "g", "b"), "neighbours").names == ("r", "g", "b", "r / g", "g / b")
    assert features(("r", "g", "b"), "all").names == ("r", "g", "b", "r / g", "r / b", "g / b")
    assert features(("r", "g"), radius=2).names == (
        "r", "g", "r mean 5 px", "g mean 5 px", "r deviation 5 px", "g deviation 5 px",
    )  # fmt: skip


def test_a_ratio_is_that_of_the_lifted_bands() -> None:
    image = np.float32([[[0.9, -1.0]], [[-0.1, -7.0]]])
    found = features(("a", "b"), "all").compute(image, np.ones((1, 2), bool))
    np.testing.assert_allclose(found[2], [[(2.0 - 1.0) / (2.0 + 1.0), 0.0]], atol=1e-6)  # 0.1 is the lowest


@pytest.mark.parametrize("radius", [1, 2, 3, 6])
def test_mean_and_deviation_are_those_of_the_usable_pixels_around(radius: int) -> None:
    image, valid = noise(2, 15, 17), np.random.default_rng(1).random((15, 17)) > 0.3
    image[:, ~valid] = -9999.0
    found = features(("a", "b"), radius=radius).compute(image, valid)
    for row, col in ((0, 0), (7, 8), (14, 3), (2, 16)):
        window = (slice(max(row - radius, 0), row + radius + 1), slice(max(col - radius, 0), col + radius + 1))
        around = image[:, window[0], window[1]][:, valid[window]].astype(np.float64)
        if valid[row, col]:
            np.testing.assert_allclose(found[2:4, row, col], around.mean(axis=1), rtol=1e-5, atol=1e-6)
            np.testing.assert_allclose(found[4:6, row, col], around.std(axis=1), rtol=1e-4, atol=1e-6)
    assert (found[:, ~valid] == 0).all()


@pytest.mark.parametrize("radius", [1, 4])
def test_where_an_image_is_cut_does_not_matter(radius: int) -> None:
    image, valid = noise(3, 40, 50), np.random.default_rng(1).random((40, 50)) > 0.1
    all_features = features(("a", "b", "c"), "all", radius)
    whole = all_features.compute(image, valid)
    part = all_features.compute(image[:, 7:33, 11:48], valid[7:33, 11:48])
    inner = slice(radius, -radius)
    np.testing.assert_array_equal(part[:, inner, inner], whole[:, 7:33, 11:48][:, inner, inner])


def test_values_that_are_no_numbers_count_as_not_valid() -> None:
    image = np.zeros((2, 5, 5), np.float32)
    image[0], image[1, 2, 2], image[0, 2, 3] = 1.0, np.nan, np.inf
    found = features(("a", "b"), "all", 1).compute(image, np.ones((5, 5), bool))
    assert np.isfinite(found).all()
    assert (found[:, 2, 2:4] == 0).all()
    assert found[3, 1, 2] == 1.0
    assert found[5, 1, 2] == 0.0


def test_the_image_is_left_as_it_was() -> None:
    image, valid = noise(2, 6, 6), np.eye(6, dtype=bool)
    before = image.copy()
    features(("a", "b"), "neighbours", 2).compute(image, valid)
    np.testing.assert_array_equal(image, before)


def test_scales_add_what_is_smoothed_steep_and_curved() -> None:
    scaled = PixelFeatures(("a", "b"), PixelFeatureParameters(scales=2))
    assert scaled.names[2:5] == ("a smoothed 1 px", "a slope 1 px", "a ridge 1 px")
    assert len(scaled.names) == 2 + 2 * 6
    many = PixelFeatures([f"b{number}" for number in range(14)], PixelFeatureParameters(scales=1))
    assert len(many.names) == 14 + 6 * 3
    assert many.names[14] == "b0…b2 smoothed 1 px"


def test_a_line_is_a_ridge_and_an_edge_is_steep() -> None:
    image = np.zeros((1, 41, 41), np.float32)
    image[0, :, 20] = 1.0
    names = PixelFeatures(("a",), PixelFeatureParameters(scales=2)).names
    found = PixelFeatures(("a",), PixelFeatureParameters(scales=2)).compute(image, np.ones((41, 41), bool))
    line = found[:, 20, 20]
    assert line[names.index("a ridge 2 px")] < -0.05
    assert abs(line[names.index("a slope 2 px")]) < 1e-6
    image[0, :, 20:] = 1.0
    found = PixelFeatures(("a",), PixelFeatureParameters(scales=2)).compute(image, np.ones((41, 41), bool))
    assert found[names.index("a slope 2 px"), 20, 20] > 0.2


@pytest.mark.parametrize("scales", [1, 3])
def test_where_an_image_is_cut_does_not_matter_at_several_scales(scales: int) -> None:
    image, valid = noise(2, 90, 95), np.random.default_rng(1).random((90, 95)) > 0.1
    scaled = PixelFeatures(("a", "b"), PixelFeatureParameters(scales=scales))
    margin = scaled.margin_px
    whole = scaled.compute(image, valid)
    part = scaled.compute(image[:, 5:88, 11:93], valid[5:88, 11:93])
    inner = (slice(None), slice(margin, -margin), slice(margin, -margin))
    np.testing.assert_array_equal(part[inner], whole[:, 5:88, 11:93][inner])


def test_random_filters_tell_textures_apart_and_not_brightness() -> None:
    features = PixelFeatures(("a", "b"), PixelFeatureParameters(random_filters=8))
    assert features.names == ("a", "b", *(f"random filter {number}" for number in range(1, 9)))
    rows = np.arange(64)[:, None] + np.zeros(64, int)
    striped, flat = np.where(rows % 4 < 2, 1.0, -1.0), np.zeros((64, 64))
    valid = np.ones((64, 64), bool)
    found = {
        name: features.compute(np.stack([band, band]).astype(np.float32), valid)[2:, 32, 32]
        for name, band in {"striped": striped, "flat": flat, "bright": flat + 0.7}.items()
    }
    assert np.abs(found["bright"] - found["flat"]).max() < 1e-5
    assert (found["striped"] > 0.1).any()
    again = PixelFeatures(("c", "d"), PixelFeatureParameters(random_filters=8))
    np.testing.assert_array_equal(
        again.compute(np.stack([striped, striped]).astype(np.float32), valid)[2:, 32, 32], found["striped"]
    )


def test_where_an_image_is_cut_does_not_matter_to_random_filters() -> None:
    features = PixelFeatures(("a", "b", "c"), PixelFeatureParameters(random_filters=5))
    image = np.random.default_rng(3).normal(size=(3, 70, 90)).astype(np.float32)
    valid = np.random.default_rng(4).random((70, 90)) > 0.1
    whole, margin = features.compute(image, valid), features.margin_px
    part = features.compute(image[:, 11:60, 7:75].copy(), valid[11:60, 7:75].copy())
    inner = slice(margin, -margin)
    np.testing.assert_array_equal(part[:, inner, inner], whole[:, 11:60, 7:75][:, inner, inner])
    assert (whole[:, ~valid] == 0).all()
