"""The extent: a rectangle in the coordinate system of a raster, readable without any library."""

from __future__ import annotations

Extent = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax; of a stack in the coordinate system of its first image."""


def extent_text(extent: Extent) -> str:
    """Write an extent for a message: metres whole where they are many, degrees to six decimals."""
    return "(" + ", ".join(_number(value) for value in extent) + ")"


def _number(value: float) -> str:
    text = f"{value:.0f}" if abs(value) >= 1_000 else f"{value:.6f}".rstrip("0").rstrip(".")
    return text if len(text) < 20 else f"{value:.6g}"
