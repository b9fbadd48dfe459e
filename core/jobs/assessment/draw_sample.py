"""The job that draws an accuracy sample over a map, or where two maps differ."""

from __future__ import annotations

from contextlib import closing
from typing import Any

import numpy as np

from ...assessment.comparison_source import BLOCK_PX
from ...assessment.sampling.allocation import allocate
from ...assessment.sampling.draw import Strata, count, draw
from ...assessment.sampling.fields import LAYER, MAPS_DIFFER
from ...assessment.sampling.file import write_sample
from ...assessment.sampling.jobs import DrawSampleJob
from ...comparison.map_classes import MapClasses
from ...errors import BadInputError
from ...events import Events
from ...geodata.block_cache import blocks_read_once
from ...geodata.grid import Window
from ...geodata.vector.geopackage import check_vector_target
from ...parameters import check


def draw_sample(job: DrawSampleJob, events: Events) -> dict[str, Any]:
    """Draw a stratified random sample of a map's pixels, for an analyst to answer.

    Returns:
        out (the file), layer, points (how many), strata: pixels, points and area by name; warnings are told.

    Raises:
        BadInputError: For a map that can't be used, settings that don't fit, or two maps that never differ.
    """
    check(job.settings)
    check_vector_target(job.out)
    with (
        blocks_read_once(*filter(None, (job.prediction, job.other))),
        closing(MapClasses(job.prediction)) as mapped,
        closing(_Other(job, mapped)) as other,
    ):
        grid, names = mapped.grid, (MAPS_DIFFER,) if job.other else mapped.legend.names
        strata = other.differing if job.other else mapped.read
        windows = list(grid.blocks(BLOCK_PX))
        telling = _Telling(events, len(windows))
        population = count(telling.of(strata, 0.0), len(names), grid, windows)
        if job.other and not population.pixels.any():
            raise BadInputError("The two maps don't differ anywhere that both have a class: nothing is to be told.")
        points = allocate(names, population.pixels, job.settings)
        for name, size in zip(names, population.pixels):
            if size < 2:
                events.warning("Class “{name}” has too few pixels on the map ({size}): no point.", name=name, size=size)
        drawn = draw(telling.of(strata, 0.5), population, points, grid, windows, job.seed)
    write_sample(job.out, drawn, population, names, grid)
    return {
        "out": job.out, "layer": LAYER, "points": len(drawn.rows),
        "strata": {
            name: {"pixels": int(size), "area_m2": float(area), "points": int(number)}
            for name, size, area, number in zip(names, population.pixels, population.areas_m2, points)
        },
    }  # fmt: skip


class _Other:
    """The second map, if there is one, on the first one's pixels."""

    def __init__(self, job: DrawSampleJob, first: MapClasses) -> None:
        self._first = first
        self._map = MapClasses(job.other, first.grid, first.legend) if job.other else None

    def differing(self, window: Window) -> np.ndarray:
        """Give 1 where both maps have a class and not the same one."""
        if self._map is None:
            raise BadInputError("There is no second map.")
        one, other = self._first.read(window), self._map.read(window)
        return ((one != other) & (one > 0) & (other > 0)).astype(np.uint8)

    def close(self) -> None:
        if self._map is not None:
            self._map.close()


class _Telling:
    """Tells how far a pass over the windows is."""

    def __init__(self, events: Events, windows: int) -> None:
        self._events, self._windows = events, windows

    def of(self, strata: Strata, start: float) -> Strata:
        """Give the same strata, told of as they are read."""
        done = 0

        def read(window: Window) -> np.ndarray:
            nonlocal done
            self._events.progress(start + 0.5 * done / self._windows, "Drawing a sample")
            done += 1
            return strata(window)

        return read
