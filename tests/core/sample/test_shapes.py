"""Polygons in pixels, and the share of each pixel that they cover."""

from __future__ import annotations

import numpy as np
import pytest
from outcrop.core.sample.shapes import coverage, ribbon, strip
from shapely.geometry import Polygon, box


def test_whole_and_partial_pixels() -> None:
    share = coverage([box(1, 2, 4, 3), box(4, 2, 4 + 1 / 3, 3)], (5, 6))
    np.testing.assert_allclose(share[2], [0, 1, 1, 1, 1 / 3, 0], atol=1e-6)
    assert share[[0, 1, 3, 4]].max() == 0


def test_overlapping_shapes_count_once() -> None:
    assert coverage([box(0, 0, 2, 2), box(0, 0, 2, 2)], (2, 2)).max() == pytest.approx(1.0)


@pytest.mark.parametrize("shapes", [[], [Polygon()]])
def test_nothing_covers_nothing(shapes: list[Polygon]) -> None:
    assert coverage(shapes, (3, 4)).sum() == 0


def test_coverage_measures_area() -> None:
    shape = box(3.2, 4.1, 40.7, 9.9)
    assert float(coverage([shape], (50, 50)).sum()) == pytest.approx(shape.area, rel=0.03)


def test_a_ribbon_is_as_wide_as_its_two_edges() -> None:
    line = np.column_stack([np.linspace(0, 100, 51), np.full(51, 20.0)])
    body = ribbon(line, np.full(51, 2.0), np.full(51, 5.0))
    assert body.bounds == pytest.approx((0, 18, 100, 25))
    assert body.area == pytest.approx(700)


def test_a_ribbon_that_crosses_itself_is_valid() -> None:
    angle = np.linspace(0, 4 * np.pi, 80)
    body = ribbon(np.column_stack([angle, 10 * np.sin(angle)]), np.full(80, 3.0), np.full(80, 3.0))
    assert body.is_valid
    assert body.area > 0


def test_a_strip_has_constant_width() -> None:
    assert strip(np.array([[0.0, 0.0], [50.0, 0.0]]), 6).bounds[1::2] == pytest.approx((-3, 3))
