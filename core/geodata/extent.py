"""The extent: a rectangle in the coordinate system of a raster, readable without any library."""

from __future__ import annotations

Extent = tuple[float, float, float, float]
"""xmin, ymin, xmax, ymax; of a stack in the coordinate system of its first image."""
