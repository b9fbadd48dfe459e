"""Where maps of the same place disagree."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack, closing

import numpy as np

from ..events import Events
from ..labels.class_raster import BLOCK_PX, class_raster
from .map_classes import MapClasses

_COLOURS = ("#f2efe8", "#fdd49e", "#fc8d59", "#d7301f", "#7f0000")


def write_disagreement(out: str, maps: Sequence[str], events: Events) -> None:
    """Write how many different classes maps show at every pixel, on the first one's pixels; 0 where one has none."""
    with ExitStack() as stack:
        first = stack.enter_context(closing(MapClasses(maps[0])))
        others = [stack.enter_context(closing(MapClasses(path, first.grid, first.legend))) for path in maps[1:]]
        most = min(len(maps), len(_COLOURS))
        names = {1: "all agree", **{number: f"{number} classes" for number in range(2, most + 1)}}
        colours = {number: _COLOURS[number - 1] for number in names}
        dataset = stack.enter_context(class_raster(out, first.grid, names, colours, "disagreement"))
        windows = list(first.grid.blocks(BLOCK_PX))
        for number, window in enumerate(windows):
            events.progress(number / len(windows), "Comparing maps")
            ordered = np.sort(np.stack([one.read(window) for one in (first, *others)]), axis=0)
            distinct = np.minimum(1 + (np.diff(ordered, axis=0) > 0).sum(axis=0), most).astype(np.uint8)
            distinct[ordered[0] == 0] = 0
            if distinct.any():
                dataset.write(distinct, 1, window=window.rasterio())
