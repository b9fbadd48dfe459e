"""Pixels as outlines on the canvas, as finely as the screen can show them."""

from __future__ import annotations

import math
from typing import Optional

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, QSize
from qgis.PyQt.QtGui import QPainterPath, QPolygonF, QTransform

from ....core.correction.pixels.outline import outline
from ....core.correction.pixels.runs import Runs
from ....core.geodata.grid import Window

_AROUND = 2
_FEW = 3000


def runs_path(runs: Runs, affine: Optional[QTransform], size: QSize) -> QPainterPath:
    """Give the outline of pixels on a canvas.

    Args:
        runs: The pixels.
        affine: From their columns and rows to the canvas's pixels.
        size: The canvas's; what lies outside of it is cut off.
    """
    path = QPainterPath()
    if affine is None or runs.is_empty:
        return path
    seen = runs.clipped(seen_window(affine, size))
    step = 1
    if len(seen) > _FEW:
        step = max(1, math.ceil(1.5 / max(abs(affine.determinant()) ** 0.5, 1e-9)))
        seen = _coarse(seen, step)
    moved = QTransform.fromScale(step, step) * affine
    for polygon in outline(seen):
        for ring in polygon:
            path.addPolygon(moved.map(QPolygonF([QPointF(*corner) for corner in ring.tolist()])))
    return path


def seen_window(affine: QTransform, size: QSize) -> Window:
    """Give the window of pixels that a canvas shows, and a little around it."""
    back, _is_sound = affine.inverted()
    box = back.mapRect(QRectF(0, 0, size.width(), size.height()))
    left, top = math.floor(box.left()) - _AROUND, math.floor(box.top()) - _AROUND
    return Window(top, left, math.ceil(box.bottom()) + _AROUND - top, math.ceil(box.right()) + _AROUND - left)


def _coarse(runs: Runs, step: int) -> Runs:
    """Give a coarser grid's pixels of which the middle row is covered, or any of it."""
    if step == 1 or runs.is_empty:
        return runs
    return Runs.of_pieces(runs.row // step, runs.start // step, -(-runs.end.astype(np.int64) // step))
