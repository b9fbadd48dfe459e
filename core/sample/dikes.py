"""Pegmatite dikes: swarms that trend north-west, of single, stepped and branching bodies, cut by small faults."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.affinity import translate
from shapely.geometry import Point, Polygon, box
from shapely.geometry.base import BaseGeometry

from .noise import azimuth_vector, curve
from .shapes import ribbon

TREND_DEG = 315.0
WIDTHS_PX = (2.0, 30.0)
_STEP_PX = 2.0
_SWARM_SPACING_PX = 190.0
_MOST_ATTEMPTS = 5000
_OVERLAP = 0.03
_SHORTEST_TRUNK_PX = 110.0
_FAULTS_PER_KM = 3.0


def make_dikes(rng: np.random.Generator, shape: tuple[int, int], share: float) -> list[BaseGeometry]:
    """Intrude dikes into a scene until their areas add up to `share` of it, then break them along faults.

    Returns:
        Polygons in pixel coordinates (x to the east, y to the south); they may overlap and reach beyond the scene.
    """
    rows, columns = shape
    scene = box(0, 0, columns, rows)
    dikes: list[BaseGeometry] = []
    swarms = _swarms(rng, rows, columns)
    missing = share * rows * columns
    for attempt in range(_MOST_ATTEMPTS):
        if missing <= 0:
            break
        across, half_width, trend = swarms[attempt % len(swarms)]
        place = _place(rng, rows, columns, across, half_width)
        if place.disjoint(scene):
            continue
        family = list(_family(rng, place.x, place.y, trend))
        if _crowded(family, dikes):
            continue
        dikes += family
        missing -= sum(body.intersection(scene).area for body in family)
    for point, azimuth, slip in _faults(rng, rows, columns):
        dikes = [part for body in dikes for part in _faulted(body, point, azimuth, slip)]
    return dikes


def _swarms(rng: np.random.Generator, rows: int, columns: int) -> list[tuple[float, float, float]]:
    """Space the swarms over the scene's diagonal: (distance from the centre across the trend, half width, trend)."""
    reach = math.hypot(rows, columns) * 0.42
    count = max(2, round(2 * reach / _SWARM_SPACING_PX))
    centres = np.linspace(-reach, reach, count) + rng.normal(0, 18, count)
    return [(centre, rng.uniform(30, 70), TREND_DEG + rng.normal(0, 4)) for centre in centres.tolist()]


def _place(rng: np.random.Generator, rows: int, columns: int, across: float, half_width: float) -> Point:
    """Choose a point in a swarm, which is longer than the scene: every swarm is equally dense."""
    east, south = azimuth_vector(TREND_DEG)
    along = rng.uniform(-0.72, 0.72) * max(rows, columns)
    aside = across + rng.normal(0, half_width)
    return Point(columns / 2 + along * east - aside * south, rows / 2 + along * south + aside * east)


def _crowded(family: list[BaseGeometry], dikes: list[BaseGeometry]) -> bool:
    """Tell whether new bodies overlap those that are there by more than a little."""
    whole = shapely.union_all(family)
    return bool(shapely.area(shapely.intersection(whole, np.array(dikes, dtype=object))).sum() > _OVERLAP * whole.area)


def _family(rng: np.random.Generator, x: float, y: float, trend: float) -> Iterator[BaseGeometry]:
    """Make one intrusion: a single dike, a row of stepped segments, or a trunk with branches."""
    width = float(np.clip(rng.lognormal(math.log(6.0), 0.75), *WIDTHS_PX))
    length = float(np.clip(width * rng.lognormal(math.log(17), 0.4), 45, 520))
    azimuth = trend + rng.normal(0, 5) + (180 if rng.random() < 0.5 else 0)
    kind = rng.random()
    if kind < 0.30:
        yield from _stepped(rng, x, y, azimuth, min(width, 10.0))
        return
    line, trunk = _dike(rng, x, y, azimuth, length, width)
    yield trunk
    if kind > 0.55 and length > _SHORTEST_TRUNK_PX:
        for _ in range(rng.integers(1, 4)):
            start_x, start_y = line[int(rng.uniform(0.2, 0.8) * len(line))]
            turn = rng.choice([-1, 1]) * rng.uniform(14, 38)
            share = rng.uniform(0.2, 0.5)
            yield _dike(rng, start_x, start_y, azimuth + turn, length * share, max(WIDTHS_PX[0], width * 0.5))[1]


def _stepped(rng: np.random.Generator, x: float, y: float, azimuth: float, width: float) -> Iterator[BaseGeometry]:
    """Set short segments en echelon: each turned a little from the row that they stand in."""
    turn = rng.choice([-1, 1]) * rng.uniform(8, 16)
    length = max(40.0, width * rng.uniform(9, 14))
    east, south = azimuth_vector(azimuth)
    for number in range(rng.integers(3, 8)):
        ahead = number * length * rng.uniform(0.78, 0.92)
        size = rng.uniform(0.7, 1.2)
        yield _dike(rng, x + ahead * east, y + ahead * south, azimuth + turn, length * size, width * size)[1]


def _dike(
    rng: np.random.Generator, x: float, y: float, azimuth: float, length: float, width: float
) -> tuple[NDArray[np.float64], BaseGeometry]:
    """Grow one body from (x, y): slightly sinuous, swelling and pinching, tapering at both ends, rough-edged."""
    count = max(8, int(length / _STEP_PX))
    heading = np.radians(azimuth + 6 * curve(rng, count, 22) + 3 * curve(rng, count, 5))
    moves = np.column_stack([np.sin(heading), -np.cos(heading)]) * _STEP_PX
    line = np.array([x, y]) + np.cumsum(moves, axis=0)
    position = np.linspace(0, 1, count) ** rng.uniform(0.6, 1.6)
    taper = (1 - np.abs(2 * position - 1) ** rng.uniform(2, 4)) ** 0.8
    half = width / 2 * taper * np.clip(1 + 0.25 * curve(rng, count, 9), 0.4, 1.33)
    rough = 0.08 * half + 0.3 * taper
    left, right = (np.maximum(half + rough * curve(rng, count, 1.2), 0.05) for _ in range(2))
    return line, ribbon(line, left, right)


def _faults(rng: np.random.Generator, rows: int, columns: int) -> Iterator[tuple[NDArray[np.float64], float, float]]:
    for _ in range(max(1, round(_FAULTS_PER_KM * max(rows, columns) / 1000))):
        point = rng.uniform((0.1 * columns, 0.1 * rows), (0.9 * columns, 0.9 * rows))
        yield point, rng.uniform(25, 75), rng.choice([-1, 1]) * rng.uniform(8, 24)


def _faulted(body: BaseGeometry, point: NDArray[np.float64], azimuth: float, slip: float) -> Iterator[BaseGeometry]:
    """Cut a body along the fault's line and move what lies on one side by `slip` pixels along it."""
    far = 1e5
    along = np.array(azimuth_vector(azimuth))
    aside = np.array([-along[1], along[0]])
    corners = [point - far * along, point + far * along, point + far * (along + aside), point + far * (aside - along)]
    moving = Polygon(corners)
    for part, shift in ((body.difference(moving), 0.0), (body.intersection(moving), slip)):
        if not part.is_empty:
            yield translate(part, *(shift * along))
