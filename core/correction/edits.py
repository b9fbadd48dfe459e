"""Edits: which pixels a tool changes, and into what."""

from __future__ import annotations

from collections.abc import Callable, Collection

import numpy as np

from ..geodata.grid import Window
from ..labels.legend import Legend
from ..labels.names.spelling import Spellings
from ..prediction.raster.byte_counts import count_bytes
from .ground import UNTOUCHED, parts
from .pixels.runs import Runs

Read = Callable[[Window], np.ndarray]
"""Gives class ids (H, W) of a window inside a raster."""


def where(runs: Runs, read: Read, values: Collection[int]) -> Runs:
    """Give the pixels where a map says one of several values: “only where the map now says A”, “A becomes B inside”.

    Args:
        runs: The pixels, all inside the raster.
        read: Reads the map.
        values: Class ids; 0 is nodata.
    """
    wanted = np.zeros(256, bool)
    wanted[list(values)] = True
    kept = []
    for window, part in parts(runs):
        keep = wanted[part.values(read(window), window)]
        kept.append(part if keep.all() else part.kept(window, keep))
    return Runs.joined(kept)


def taken(runs: Runs, read: Read, ours: np.ndarray) -> dict[int, Runs]:
    """Give what another prediction says: the pixels of each class, for `Session.paint_several`.

    Args:
        runs: The pixels, all inside the raster.
        read: Reads the other prediction on the same pixels.
        ours: For every value of the other's, the class id here (256,); 0 leaves pixels as they are. See `names_lut`.
    """
    by_value: dict[int, list[Runs]] = {}
    for window, part in parts(runs):
        values = ours[part.values(read(window), window)]
        for value in np.flatnonzero(count_bytes(values)).tolist():
            if value != UNTOUCHED:
                by_value.setdefault(value, []).append(part.kept(window, values == value))
    return {value: Runs.joined(pieces) for value, pieces in sorted(by_value.items())}


def names_lut(theirs: Legend, ours: Legend) -> tuple[np.ndarray, tuple[str, ...]]:
    """Match the classes of two legends by name, however they are spelt.

    Returns:
        For every class id of theirs that of ours, uint8 (256,), 0 where ours has none; and the names it lacks.
    """
    lut, known = np.zeros(256, np.uint8), Spellings(ours.names)
    for entry in theirs.classes:
        lut[entry.id] = known.number(entry.name)
    return lut, tuple(entry.name for entry in theirs.classes if entry.name not in known)
