"""Changes: where two maps of the same place differ, from which class to which, as a raster and as counts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..events import Events
from ..geodata.grid import Grid, Window
from ..geodata.pixel_areas import row_areas_m2
from ..labels.class_raster import BLOCK_PX, class_raster
from ..labels.legend import MOST_CLASSES, Legend
from .map_classes import MapClasses

_VALUES = 256
_NOTHING = "nothing"
_OTHERS, _OTHERS_COLOUR = "other changes", "#808080"


@dataclass(frozen=True)
class ClassChange:
    """Pixels that went from one class to another; “nothing” stands where a map has no class."""

    before: str
    after: str
    pixels: int
    area_m2: float


@dataclass(frozen=True)
class Changes:
    """How two maps differ.

    Attributes:
        legend: The kinds of change, “rock → water”, most frequent first, as the raster has them; 0 is unchanged.
        kinds: The changes, most frequent first.
        pixels: Pixels that both maps, or one of them, have a class for.
        changed: Those that changed.
    """

    legend: Legend
    kinds: tuple[ClassChange, ...]
    pixels: int
    changed: int


def write_changes(before: str, after: str, out: str, events: Events) -> Changes | None:
    """Compare two maps on the pixels of the second, and write where they differ.

    Returns:
        The changes; None, and no raster, where nothing changed.

    Raises:
        BadInputError: For a file that is no prediction, maps without a class in common, or of different places.
    """
    with closing(MapClasses(after)) as new, closing(MapClasses(before, new.grid, new.legend)) as old:
        names = old.legend.names
        counts, areas_m2 = np.zeros((_VALUES, _VALUES), np.int64), np.zeros((_VALUES, _VALUES))
        for first, second, window in _read(old, new, events, 0.0):
            together = first.astype(np.int64) * _VALUES + second
            pixels = np.bincount(together.ravel(), minlength=_VALUES**2).reshape(_VALUES, _VALUES)
            counts += pixels
            areas_m2 += _areas(together, pixels, row_areas_m2(new.grid, window))
        differing = counts.copy()
        np.fill_diagonal(differing, 0)
        pairs = [(int(a), int(b)) for a, b in np.argwhere(differing)]
        pairs.sort(key=lambda pair: -differing[pair])
        if not pairs:
            return None
        legend, codes = _legend(pairs, old.legend)
        _write(out, new.grid, legend, codes, _read(old, new, events, 0.5))
        kinds = tuple(
            ClassChange(_name(names, a), _name(names, b), int(differing[a, b]), float(areas_m2[a, b])) for a, b in pairs
        )
        return Changes(legend, kinds, int(counts.sum() - counts[0, 0]), int(differing.sum()))


def _read(
    old: MapClasses, new: MapClasses, events: Events, done: float
) -> Iterator[tuple[np.ndarray, np.ndarray, Window]]:
    windows = list(new.grid.blocks(BLOCK_PX))
    for number, window in enumerate(windows):
        events.progress(done + 0.5 * number / len(windows), "Comparing the maps")
        yield old.read(window), new.read(window), window


def _areas(together: np.ndarray, pixels: np.ndarray, row_areas: np.ndarray) -> np.ndarray:
    """Give the area of every pair in a window (256, 256): pixels of degrees are smaller towards the poles."""
    if np.ptp(row_areas) == 0:
        return pixels * row_areas[0]
    weights = np.repeat(row_areas, together.shape[1])
    return np.bincount(together.ravel(), weights, _VALUES**2).reshape(_VALUES, _VALUES)


def _legend(pairs: list[tuple[int, int]], classes: Legend) -> tuple[Legend, np.ndarray]:
    """Give the kinds of change with the colours of what they became, and the code of each pair (256, 256)."""
    codes = np.zeros((_VALUES, _VALUES), np.uint8)
    many = len(pairs) > MOST_CLASSES
    kept = pairs[: MOST_CLASSES - 1] if many else pairs
    colours = {}
    for number, (a, b) in enumerate(kept, start=1):
        codes[a, b] = number
        name = f"{_name(classes.names, a)} → {_name(classes.names, b)}"
        colours[name] = classes.classes[b - 1].colour if b else _OTHERS_COLOUR
    if many:
        colours[_OTHERS] = _OTHERS_COLOUR
        for a, b in pairs[MOST_CLASSES - 1 :]:
            codes[a, b] = MOST_CLASSES
    return Legend.from_names(list(colours), colours), codes


def _write(
    out: str, grid: Grid, legend: Legend, codes: np.ndarray, blocks: Iterator[tuple[np.ndarray, np.ndarray, Window]]
) -> None:
    names = {entry.id: entry.name for entry in legend.classes}
    colours = {entry.id: entry.colour for entry in legend.classes}
    with class_raster(Path(out), grid, names, colours, "changes") as dataset:
        for first, second, window in blocks:
            changed = codes[first, second]
            if changed.any():
                dataset.write(changed, 1, window=window.rasterio())


def _name(names: tuple[str, ...], number: int) -> str:
    return names[number - 1] if number else _NOTHING
