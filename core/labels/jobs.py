"""The jobs of labels, as they are sent to the worker, and the kinds of problems that they tell."""

from __future__ import annotations

from dataclasses import dataclass

from ..files.beside import beside_table
from ..files.roles import writes
from ..geodata.scene import Scene

PROBLEMS_LAYER = "problems"
NO_CLASS, NO_POLYGON, CROSSING, OUTSIDE = "no class", "no polygon", "crossing edges", "outside the imagery"
SLIVER, OVERLAP, TWICE, SUSPECT, SPELLING = "sliver", "overlap", "drawn twice", "suspect", "spelling"
KINDS = (NO_CLASS, NO_POLYGON, CROSSING, OUTSIDE, SLIVER, OVERLAP, TWICE, SUSPECT, SPELLING)


@dataclass(frozen=True)
class RasteriseJob:
    """Write a scene's labels as a raster of class ids on the imagery's grid."""

    scene: Scene
    out: str = writes(beside=beside_table)
    all_touched: bool = False


@dataclass(frozen=True)
class CheckLabelsJob:
    """Look for what is wrong with class polygons; each problem becomes a feature of a GeoPackage.

    With `suspects` the imagery is asked too: polygons whose class cross-validated models disagree with are problems.
    """

    scene: Scene
    out: str = writes()
    all_touched: bool = False
    suspects: bool = False
    seed: int = 0
