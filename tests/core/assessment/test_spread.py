"""The spread of a measure over places: that it holds what it says, and what few places make of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.assessment.bootstrap import class_measure, interval, mean_measure
from outcrop.core.assessment.spread import CONFIDENCE, BlockCounts, headline_spread, merged
from outcrop.core.labels.legend import Legend


def drawn(rng: np.random.Generator, blocks: int) -> np.ndarray:
    """Draw confusion matrices (G, 2, 2) of blocks that differ in how well they are mapped and in what they hold."""
    quality, share = rng.beta(6, 2, blocks), rng.beta(2, 5, blocks)
    true = rng.binomial(500, share)
    hit = rng.binomial(true, quality)
    false = rng.binomial(500 - true, (1 - quality) * 0.2)
    return np.stack([np.stack([500 - true - false, false], -1), np.stack([true - hit, hit], -1)], 1)


def two_classes() -> Legend:
    return Legend.from_dicts([
        {"id": 1, "name": "background", "colour": "#000000"}, {"id": 2, "name": "dike", "colour": "#ff0000"},
    ])  # fmt: skip


@pytest.mark.parametrize("blocks", [5, 8, 20])
def test_the_interval_holds_the_truth_about_as_often_as_it_says(blocks: int) -> None:
    measure = class_measure("f1", 1)
    truth = float(measure(drawn(np.random.default_rng(0), 20_000).sum(axis=0)))
    held = 0
    for seed in range(200):
        found = interval(drawn(np.random.default_rng(seed + 1), blocks)[None], measure, CONFIDENCE)
        assert found is not None
        held += found.low <= truth <= found.high
    assert CONFIDENCE - 0.1 <= held / 200 <= CONFIDENCE + 0.08


def drawn_of_many(rng: np.random.Generator, blocks: int, classes: int = 6) -> np.ndarray:
    """Draw confusion matrices (G, C, C) of blocks that each hold some of the classes, one to three."""
    matrices = np.zeros((blocks, classes, classes), np.int64)
    for matrix in matrices:
        for number in rng.choice(classes, rng.integers(1, 4), replace=False):
            pixels = rng.integers(20, 200)
            hit = rng.binomial(pixels, rng.beta(3, 3))
            matrix[number] += rng.multinomial(pixels - hit, np.full(classes, 1 / classes))
            matrix[number, number] += hit
    return matrices


@pytest.mark.parametrize("blocks", [4, 8, 20])
def test_the_interval_of_a_mean_over_classes_holds_the_truth_where_blocks_lack_some(blocks: int) -> None:
    measure = mean_measure("f1", list(range(6)), True)
    truth = float(measure(drawn_of_many(np.random.default_rng(0), 20_000).sum(axis=0)))
    held, widths = 0, []
    for seed in range(200):
        found = interval(drawn_of_many(np.random.default_rng(seed + 1), blocks)[None], measure, CONFIDENCE)
        assert found is not None
        held += found.low <= truth <= found.high
        widths.append(found.high - found.low)
    assert held / 200 >= CONFIDENCE - 0.05
    assert np.mean(widths) < 1.4 / np.sqrt(blocks)


def test_a_figure_near_one_may_as_well_be_low_where_one_of_few_blocks_is_bad() -> None:
    blocks = np.array([[[500, 0], [0, 400]], [[500, 0], [0, 400]], [[500, 20], [60, 0]]])
    found = interval(blocks[None], class_measure("f1", 1), CONFIDENCE)
    assert found is not None
    assert found.value > 0.94
    assert found.low < 0.75  # the basic limits alone begin at the value


def test_one_place_says_nothing_of_the_others() -> None:
    found = interval(np.array([[[[90, 0], [0, 10]]]]), mean_measure("f1", [0, 1]))
    assert found is not None
    assert (found.value, found.low, found.high) == (1.0, 0.0, 1.0)


@pytest.mark.parametrize(("blocks", "low"), [(2, 0.22), (3, 0.37), (12, 0.78), (100, 0.97)])
def test_places_that_are_all_right_leave_open_what_others_are(blocks: int, low: float) -> None:
    one = np.array([[90, 0], [0, 10]])
    found = interval(np.tile(one, (1, blocks, 1, 1)), mean_measure("f1", [0, 1]), CONFIDENCE)
    assert found is not None
    assert (found.value, found.high) == (1.0, 1.0)
    assert found.low == pytest.approx(low, abs=0.01)
    missed = interval(np.tile(one[:, ::-1], (1, blocks, 1, 1)), mean_measure("f1", [0, 1]), CONFIDENCE)
    assert missed is not None
    assert (missed.value, missed.low) == (0.0, 0.0)
    assert missed.high == pytest.approx(1 - low, abs=0.01)


@given(st.integers(1, 60), st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_blocks_hold_every_pixel_once(tiles: int, classes: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    labels, predicted = rng.integers(0, classes + 1, (2, tiles, 4, 5))
    counts = BlockCounts(classes, tiles)
    for start in range(0, tiles, 3):
        counts.add(labels[start : start + 3], predicted[start : start + 3])
    both = (labels > 0) & (predicted > 0)
    assert counts.counts.sum() == both.sum()
    assert np.trace(counts.counts.sum(axis=0)) == (both & (labels == predicted)).sum()
    assert len(counts.counts) <= tiles


def test_strips_of_few_tiles_are_blocks() -> None:
    rng = np.random.default_rng(3)
    labels, predicted = rng.integers(1, 3, (2, 3, 32, 20))
    whole, strips, flat = BlockCounts(2, 3), BlockCounts(2, 3, in_strips=True), BlockCounts(2, 3, in_strips=True)
    whole.add(labels, predicted)
    strips.add(labels[:1], predicted[:1])
    strips.skip(1)
    strips.add(labels[2:], predicted[2:])
    flat.add(labels.reshape(3, -1), predicted.reshape(3, -1))
    assert len(whole.counts) == 3
    assert len(strips.counts) == 2 * 3
    assert len(flat.counts) == 3 * 3
    np.testing.assert_array_equal(flat.counts.reshape(3, 3, 2, 2).sum(axis=1), whole.counts)
    np.testing.assert_array_equal(strips.counts, np.delete(flat.counts.reshape(3, 3, 2, 2), 1, 0).reshape(-1, 2, 2))


def test_many_classes_and_tiles_stay_small() -> None:
    counts = BlockCounts(254, 2000)
    tile = np.full((2000, 1, 1), 254)
    counts.add(tile, tile)
    assert counts.counts[:, 253, 253].sum() == 2000
    assert counts.counts.nbytes < 20_000_000


def test_the_followed_measures_leave_the_background_out_of_f1() -> None:
    blocks = np.array([[[90, 0], [0, 10]], [[90, 5], [5, 0]], [[95, 0], [2, 3]]])
    found = headline_spread(blocks, two_classes())
    assert found["f1"][0] < 0.70 < found["f1"][1]
    assert found["miou"][0] < found["miou"][1] <= 1


def test_blocks_of_few_polygons_spread_as_few_places_do() -> None:
    rng = np.random.default_rng(0)
    polygons = drawn(rng, 4)
    tiles = np.repeat(polygons // 8, 8, axis=0)  # each polygon lies on eight tiles, which are right or wrong together
    as_tiles, as_polygons = (headline_spread(tiles, two_classes(), count)["f1"] for count in (None, 4))
    assert as_polygons == headline_spread(polygons // 8 * 8, two_classes())["f1"]
    assert as_polygons[0] < as_tiles[0]
    assert as_tiles[1] < as_polygons[1]


def test_one_polygon_says_nothing_of_the_others() -> None:
    tiles = drawn(np.random.default_rng(0), 6)
    assert headline_spread(tiles, two_classes(), 1)["f1"] == [0.0, 1.0]


@given(st.integers(1, 30), st.integers(1, 40))
def test_merged_blocks_hold_every_pixel_once(blocks: int, most: int) -> None:
    counts = np.arange(blocks * 4).reshape(blocks, 2, 2)
    together = merged(counts, most)
    assert len(together) == min(blocks, most)
    assert (together.sum(axis=0) == counts.sum(axis=0)).all()


@pytest.mark.parametrize("agreed", [0.1, 0.99])
def test_the_spread_reaches_to_what_the_models_agree_on(agreed: float) -> None:
    polygons = drawn(np.random.default_rng(1), 30)
    alone = headline_spread(polygons, two_classes())["f1"]
    assert not alone[0] <= agreed <= alone[1]
    together = headline_spread(polygons, two_classes(), agreement={"f1": agreed})["f1"]
    assert together == [min(alone[0], agreed), max(alone[1], agreed)]
