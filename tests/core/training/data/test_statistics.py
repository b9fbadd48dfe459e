"""Normalisation learned from training pixels."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.normalisation import METHODS, Normalisation
from outcrop.core.training.data.statistics import learn_normalisation


def images(seed: int = 0, count: int = 5) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    return [
        (rng.normal([[[500.0]], [[0.2]]], [[[100.0]], [[0.05]]], (2, 64, 64)), np.ones((64, 64), bool))
        for _ in range(count)
    ]


def test_percentiles_become_minus_one_and_one() -> None:
    scaling, warnings = learn_normalisation(images(), ("a", "b"), "percentiles", 0)
    assert not warnings
    everything = np.concatenate([image.reshape(2, -1) for image, _ in images()], axis=1)
    low, high = np.percentile(everything, (2, 98), axis=1)
    assert np.allclose(scaling.low, low, rtol=0.01)
    assert np.allclose((high - scaling.offset) / scaling.scale, 1, atol=0.02)


@pytest.mark.parametrize("method", METHODS)
def test_apply_is_finite_and_zero_where_invalid(method: str) -> None:
    scaling, _ = learn_normalisation(images(), ("a", "b"), method, 0)
    image = images(1, 1)[0][0]
    image[0, 0, 0] = np.nan
    image[1, 1, 1] = np.inf
    valid = np.isfinite(image).all(axis=0)
    done = scaling.apply(image, valid)
    assert done.dtype == np.float32
    assert np.isfinite(done).all()
    assert (done[:, ~valid] == 0).all()
    assert np.abs(done).max() <= 5
    assert Normalisation.from_dict(scaling.to_dict()) == scaling


def test_saturated_and_masked_values_are_left_out() -> None:
    rng = np.random.default_rng(0)
    image = rng.uniform(100, 900, (1, 200, 200))
    image[:, :20] = 1023
    image[:, 150:] = -9999
    mask = np.ones((200, 200), bool)
    mask[150:] = False
    scaling, _ = learn_normalisation([(image, mask)], ("a",), "percentiles", 0)
    assert 100 <= scaling.low[0] < scaling.high[0] <= 900


def test_a_constant_band_is_named_and_no_pixel_is_an_error() -> None:
    image = np.stack([np.full((8, 8), 7.0), np.arange(64.0).reshape(8, 8)])
    scaling, warnings = learn_normalisation([(image, np.ones((8, 8), bool))], ("flat", "b"), "percentiles", 0)
    assert len(warnings) == 1
    assert "flat" in warnings[0]
    assert np.isfinite(scaling.apply(image, np.ones((8, 8), bool))).all()
    with pytest.raises(BadInputError, match="No labelled pixel"):
        learn_normalisation([(image, np.zeros((8, 8), bool))], ("a", "b"), "percentiles", 0)


def test_a_long_stream_is_sampled_evenly() -> None:
    stream = [(np.full((1, 300, 300), float(number)), np.ones((300, 300), bool)) for number in range(20)]
    scaling, _ = learn_normalisation(stream, ("a",), "mean_deviation", 0)
    assert abs(scaling.mean[0] - 9.5) < 0.2
