"""The list of label sources, and how those of a scene are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from typing import NamedTuple

from ...errors import BadInputError
from ...geodata.grid import Grid
from ...geodata.scene import Scene
from ..origins import CORRECTED, DRAWN, REVIEWED
from .correction_source import open_corrections
from .joined_source import JoinedSource
from .label_source import LabelSource
from .point_source import open_points
from .polygon_source import open_polygons
from .raster_source import open_raster_labels
from .review_source import open_reviews


class SourceEntry(NamedTuple):
    """One kind of labels.

    Attributes:
        origin: What its labels count as (`origins`).
        open: Opens what a scene has of it on a grid, counting every pixel that is touched or not; None for nothing.
    """

    origin: int
    open: Callable[[Scene, Grid, bool], LabelSource | None]


SOURCES: tuple[SourceEntry, ...] = (
    SourceEntry(REVIEWED, open_reviews),
    SourceEntry(DRAWN, open_points),
    SourceEntry(DRAWN, open_polygons),
    SourceEntry(DRAWN, open_raster_labels),
    SourceEntry(CORRECTED, open_corrections),
)
"""The later origin goes before the earlier; of one origin the first that knows the scene's file reads it."""


@contextmanager
def open_labels(scene: Scene, grid: Grid, all_touched: bool = False) -> Iterator[LabelSource]:
    """Open all of a scene's labels on a grid, for a `with` block, each once.

    Raises:
        BadInputError: For a scene without labels, and for labels that can't be used or that miss the grid.
    """
    opened: dict[int, LabelSource] = {}
    with ExitStack() as stack:
        for entry in SOURCES:
            source = entry.open(scene, grid, all_touched) if entry.origin not in opened else None
            if source is not None:
                opened[entry.origin] = stack.enter_context(closing(source))
        if not opened:
            raise BadInputError(
                "The scene of “{image}” has no labels. Choose polygons, points, a label raster or corrections for it.",
                image=scene.images[0],
            )
        yield opened[DRAWN] if list(opened) == [DRAWN] else JoinedSource(opened)
