"""Polygons in pixel coordinates, and the share of each pixel that they cover."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rasterio.features import rasterize
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from .noise import Field

_FINER = 3


def coverage(geometries: Iterable[BaseGeometry], shape: tuple[int, int]) -> Field:
    """Measure the share of every pixel, 0 to 1, that lies inside; x counts columns, y rows, both from the corner."""
    rows, columns = shape
    burnt = [geometry for geometry in geometries if not geometry.is_empty]
    if not burnt:
        return np.zeros(shape, np.float32)
    fine = rasterize(
        burnt,
        out_shape=(rows * _FINER, columns * _FINER),
        transform=(1 / _FINER, 0, 0, 0, 1 / _FINER, 0),
        dtype="uint8",
    )
    return fine.reshape(rows, _FINER, columns, _FINER).mean(axis=(1, 3), dtype=np.float32)


def ribbon(line: np.ndarray, left: np.ndarray, right: np.ndarray) -> BaseGeometry:
    """Make the area between two edges that run `left` and `right` pixels beside a line of (x, y) points."""
    ahead = np.gradient(line, axis=0)
    ahead /= np.maximum(np.linalg.norm(ahead, axis=1, keepdims=True), 1e-9)
    aside = np.column_stack([ahead[:, 1], -ahead[:, 0]])
    outline = np.vstack([line + aside * left[:, None], (line - aside * right[:, None])[::-1]])
    return Polygon(outline).buffer(0)


def strip(line: np.ndarray, width_px: float) -> BaseGeometry:
    """Make a strip of constant width along a line of (x, y) points."""
    return LineString(line).buffer(width_px / 2)
