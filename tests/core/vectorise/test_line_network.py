"""The network of a skeleton's lines: spurs go, crossings become one junction, straight ways become one line."""

from __future__ import annotations

import warnings

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.vectorise.line_network import LineNetwork, Pixel
from outcrop.core.vectorise.skeleton import middle_lines


def straight(start: Pixel, step: Pixel, length: int) -> list[Pixel]:
    return [(start[0] + step[0] * place, start[1] + step[1] * place) for place in range(length + 1)]


def network(*lines: list[Pixel]) -> LineNetwork:
    return LineNetwork(lines)


def test_a_short_side_branch_goes_and_what_it_parted_is_one_line() -> None:
    left, right = straight((50, 10), (0, 1), 20), straight((50, 30), (0, 1), 20)
    lines = network(left, right, straight((50, 30), (1, 0), 3))
    lines.drop_spurs(np.full((100, 100), 5.0))
    assert [sorted(line) for line in lines.lines()] == [sorted({*left, *right})]


def test_a_star_of_short_arms_keeps_something() -> None:
    lines = network(*(straight((50, 50), step, 3) for step in ((0, 1), (1, 0), (0, -1))))
    lines.drop_spurs(np.full((100, 100), 50.0))
    assert lines.lines()


def test_two_junctions_of_a_crossing_become_one_and_each_way_goes_straight_on() -> None:
    bridge = straight((50, 49), (0, 1), 2)
    arms = [
        straight((50, 49), (1, -1), 20), straight((50, 49), (-1, -1), 20),
        straight((50, 51), (1, 1), 20), straight((50, 51), (-1, 1), 20),
    ]  # fmt: skip
    lines = network(bridge, *arms)
    lines.close_bridges(np.full((100, 100), 4.0))
    lines.join_straight()
    ends = {frozenset((line[0], line[-1])) for line in lines.lines()}
    assert ends == {frozenset(((70, 29), (30, 71))), frozenset(((30, 29), (70, 71)))}


def test_a_ring_with_a_tail_stays_a_ring() -> None:
    ring = [(50, 50), (50, 51), (51, 52), (52, 51), (52, 50), (51, 49), (50, 50)]
    lines = network(ring, straight((50, 50), (-1, 0), 30))
    lines.drop_spurs(np.full((100, 100), 1.0))
    lines.close_bridges(np.full((100, 100), 1.0))
    lines.join_straight()
    assert sorted(len(line) for line in lines.lines()) == [7, 31]


@given(st.integers(0, 10_000), st.integers(5, 60), st.floats(0.3, 0.9))
def test_any_noisy_feature_has_lines_of_finite_width_inside_it(seed: int, side: int, share: float) -> None:
    feature = np.random.default_rng(seed).random((side, side)) < share
    feature[side // 2] = True
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        lines = middle_lines(feature)
    assert lines
    for line in lines:
        assert np.isfinite(line.points).all()
        assert np.isfinite(line.width)
        assert line.points.min() >= 0
        assert line.points.max() <= side
