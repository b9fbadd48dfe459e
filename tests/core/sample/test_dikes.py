"""Dikes: how many, how wide, which way."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from outcrop.core.sample.dikes import TREND_DEG, WIDTHS_PX, make_dikes
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

SHAPE = (400, 500)
SCENE = box(0, 0, SHAPE[1], SHAPE[0])


@pytest.fixture(scope="module")
def dikes() -> list[BaseGeometry]:
    return make_dikes(np.random.default_rng(11), SHAPE, 0.08)


def axis(body: BaseGeometry) -> tuple[float, float, float]:
    """Measure length, width and azimuth (0 to 180) of the smallest rectangle around a body."""
    rectangle = body.minimum_rotated_rectangle
    corners = np.array(rectangle.exterior.coords)
    sides = np.diff(corners[:3], axis=0)
    length, width = sorted(np.linalg.norm(sides, axis=1).tolist(), reverse=True)
    east, south = max(sides.tolist(), key=lambda side: side[0] ** 2 + side[1] ** 2)
    return length, width, float(np.degrees(np.arctan2(east, -south)) % 180)


def test_they_cover_the_share_asked_for(dikes: list[BaseGeometry]) -> None:
    covered = shapely.union_all(dikes).intersection(SCENE).area / SCENE.area
    assert 0.055 < covered < 0.11


def test_they_are_valid_areas(dikes: list[BaseGeometry]) -> None:
    assert len(dikes) > 15
    assert all(body.is_valid and body.area > 0 for body in dikes)


def test_most_are_long_and_trend_north_west(dikes: list[BaseGeometry]) -> None:
    whole = [axis(body) for body in dikes if isinstance(body, Polygon) and body.area > 60]
    long = [azimuth for length, width, azimuth in whole if length > 4 * width]
    assert len(long) > 0.6 * len(whole)
    away = np.abs((np.array(long) - TREND_DEG + 90) % 180 - 90)
    assert np.median(away) < 12
    assert (away < 50).mean() > 0.95


def test_no_body_is_wider_than_dikes_are(dikes: list[BaseGeometry]) -> None:
    assert all(body.buffer(-0.9 * WIDTHS_PX[1]).is_empty for body in dikes)
    assert any(not body.buffer(-3.0).is_empty for body in dikes)


def test_a_seed_fixes_them() -> None:
    one, two, other = (make_dikes(np.random.default_rng(seed), (200, 200), 0.06) for seed in (1, 1, 2))
    assert [body.wkb for body in one] == [body.wkb for body in two]
    assert [body.wkb for body in one] != [body.wkb for body in other]
