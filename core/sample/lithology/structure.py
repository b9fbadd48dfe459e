"""The geological map: a folded succession, cut by faults and intruded, under the deposits of the valley."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from ..noise import Field, azimuth_vector, curve, fractal
from ..terrain import Terrain
from .units import ALLUVIUM, GRANITE, SERPENTINITE, SUCCESSION, UNITS, Unit

_THICKNESS_PX = 38.0
_FOLD_PX, _AMPLITUDE_PX = 210.0, 62.0
_FOLD_AXIS_DEG = 28.0
_FAULTS_DEG = (112.0, 146.0, 62.0)
_SLIP_PX, _THROW_PX = 26.0, 30.0
_LENS_PX = 9.0
_DIP = 0.22


def geological_map(rng: np.random.Generator, terrain: Terrain) -> NDArray[np.uint8]:
    """Give the id of the unit (rows, columns) that crops out at every pixel, from 1 in the order of `UNITS`."""
    folds, cracks, magma, river = rng.spawn(4)
    shape = terrain.elevation.shape
    index = np.indices(shape, dtype=np.float32)
    down: Field = index[0]
    right: Field = index[1]
    distances = [_fault(cracks, azimuth, down, right) for azimuth in _FAULTS_DEG]
    for distance, azimuth in zip(distances, _FAULTS_DEG):
        east, south = azimuth_vector(azimuth)
        moved = _SLIP_PX * float(cracks.uniform(0.5, 1.3)) * (distance > 0)
        down, right = down - moved * south, right - moved * east
    level = _level(folds, down, right) + 0.7 * terrain.elevation
    for distance in distances:
        level += _THROW_PX * float(cracks.uniform(-1, 1)) * (distance > 0)
    bed = np.floor((level - level.min()) / _THICKNESS_PX).astype(np.intp) % len(SUCCESSION)
    ids = (bed + 1).astype(np.uint8)
    ids[_pluton(magma, shape)] = _id(GRANITE)
    ids[np.abs(distances[0]) < _lenses(cracks, distances[0].shape)] = _id(SERPENTINITE)
    width = 0.028 * shape[0] * np.clip(1 + 0.5 * curve(river, shape[1], 40), 0.3, 2.2)
    banks = 0.006 * shape[0] * fractal(river, shape, longest_px=40, shortest_px=2, slope=1.5)
    ids[np.abs(terrain.valley_distance) < width[None, :] + banks] = _id(ALLUVIUM)
    ids[terrain.gullies > 0.86] = _id(ALLUVIUM)
    return ids


def _level(rng: np.random.Generator, down: Field, right: Field) -> Field:
    """Give the height in the succession, in pixels, at places that the faults have moved back."""
    east, south = azimuth_vector(_FOLD_AXIS_DEG)
    along, across = right * east + down * south, right * -south + down * east
    bend = 34 * fractal(rng, down.shape, longest_px=320, shortest_px=40, slope=2.2)
    phase = 2 * math.pi * (across + bend) / _FOLD_PX + float(rng.uniform(0, 2 * math.pi))
    folds = _AMPLITUDE_PX * np.sin(phase) + 0.35 * _AMPLITUDE_PX * np.sin(2 * phase + 0.8)
    uneven = 5.0 * fractal(rng, down.shape, longest_px=60, shortest_px=4, slope=1.8)
    level: Field = folds + _DIP * along + uneven
    return level


def _fault(rng: np.random.Generator, azimuth_deg: float, down: Field, right: Field) -> Field:
    """Give the distance to a fault in pixels, of another sign on either side."""
    rows, columns = down.shape
    east, south = azimuth_vector(azimuth_deg)
    row, col = rows * rng.uniform(0.25, 0.65), columns * rng.uniform(0.25, 0.75)
    straight = (right - col) * -south + (down - row) * east
    return straight + 4.0 * fractal(rng, down.shape, longest_px=180, shortest_px=20, slope=2.0)


def _lenses(rng: np.random.Generator, shape: tuple[int, int]) -> Field:
    """Give half the width of the slivers along a fault: they swell and thin out."""
    swell = fractal(rng, shape, longest_px=120, shortest_px=30, slope=2.0)
    return (_LENS_PX * np.clip(swell + 0.35, 0, None)).astype(np.float32)


def _pluton(rng: np.random.Generator, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Give the pixels of an intrusion with two lobes; its contact cuts whatever was there."""
    rows, columns = shape
    down, right = np.indices(shape, dtype=np.float32)
    row, col = rows * rng.uniform(0.22, 0.45), columns * rng.uniform(0.35, 0.65)
    size = 0.15 * min(shape)
    rough = 0.16 * fractal(rng, shape, longest_px=90, shortest_px=5, slope=1.8)
    first = np.hypot((down - row) / size, (right - col) / (1.35 * size))
    second = np.hypot((down - row - 0.9 * size) / (0.6 * size), (right - col + 1.1 * size) / (0.7 * size))
    inside: NDArray[np.bool_] = np.minimum(first, second) + rough < 1
    return inside


def _id(unit: Unit) -> int:
    return UNITS.index(unit) + 1
