"""Windows as polygons in a file, by which a prediction knows where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely

from ..geodata.grid import Grid, Window
from ..geodata.vector.geopackage import write_geopackage

WHERE = "where"
"""The layer that they are in."""


def write_windows(path: Path, windows: Sequence[Window], grid: Grid) -> None:
    """Write windows of a grid as polygons.

    Raises:
        DiskError: When they can't be written.
    """
    boxes = [
        shapely.Polygon([grid.transform @ corner for corner in ((c, r), (c + w, r), (c + w, r + h), (c, r + h))])
        for r, c, h, w in ((one.row, one.col, one.height, one.width) for one in windows)
    ]
    shapes = shapely.to_wkb(np.array(boxes, dtype=object))
    write_geopackage(path, WHERE, shapes, "Polygon", {"number": np.arange(len(boxes))}, grid.crs.to_wkt())
