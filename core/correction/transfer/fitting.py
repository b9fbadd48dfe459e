"""Fitting: the corrections of one prediction on the pixels and the classes of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from operator import eq
from typing import Optional

import numpy as np

from ...errors import BadInputError
from ...geodata.grid import PixelGrid
from ...labels.legend import Legend
from ...message import Message, joined
from ..correction import Correction
from ..edits import names_lut
from ..geometry import rings_of
from ..ground import BLANK
from ..pixels.runs import Runs
from ..pixels.shapes import polygon_runs
from ..reading import SessionReader

Transform = Callable[[np.ndarray], np.ndarray]
"""Brings points x, y (N, 2) from the old prediction's coordinate system to the new one's."""
IsSame = Callable[[str, str], bool]


@dataclass
class Fit:
    """How well corrections fit; counted while they are gone through.

    Attributes:
        corrections: How many fit, at least in part.
        cut: How many of these reach beyond the prediction and are cut off there.
        outside: How many lie outside of it.
        missing: Classes that its legend lacks, with how many corrections each.
    """

    corrections: int = 0
    cut: int = 0
    outside: int = 0
    missing: dict[str, int] = field(default_factory=dict)

    def text(self, name: str) -> Message:
        """Say what doesn't fit a prediction; empty where all does."""
        said = []
        if self.outside:
            said.append(Message("{count} outside of “{name}”", count=self.outside, name=name))
        if self.cut:
            said.append(Message("{count} across its edge, cut off there", count=self.cut))
        for missing, count in self.missing.items():
            said.append(Message("{count} of class “{name}”, which its legend lacks", count=count, name=missing))
        return Message("Corrections that don’t fit wholly: {said}.", said=joined(said, "; ")) if said else Message("")


def fitted(
    session: SessionReader, grid: PixelGrid, legend: Legend, fit: Fit, transform: Optional[Transform] = None,
    is_same: IsSame = eq,
) -> Iterator[tuple[Correction, int, Runs]]:  # fmt: skip
    """Give the corrections that count with their value and pixels in another prediction, in the order they were made.

    On the same pixels they are taken as they are. Elsewhere a pixel is taken whose centre lies in the correction's
    outline; classes are matched by name.

    Args:
        session: The session.
        grid: Where the other prediction's pixels lie.
        legend: Its classes.
        fit: Counted up.
        transform: Needed where the coordinate systems differ.
        is_same: Tells whether two texts mean the same coordinate system, which is written otherwise by other libraries.

    Raises:
        BadInputError: When the coordinate systems differ and nothing brings one to the other.
    """
    theirs = session.prediction.place
    is_there = theirs.crs == grid.crs or is_same(theirs.crs, grid.crs)
    if not is_there and transform is None:
        raise BadInputError(
            (
                "The corrections of “{name}” are in another coordinate system than the prediction. Reproject the "
                "prediction first, or export them as labels."
            ),
            name=session.path.name,
        )
    lut, _ = names_lut(session.prediction.legend, legend)
    lut[BLANK] = BLANK
    same = is_there and theirs.transform == grid.transform
    for correction, runs in session.pixels():
        value = int(lut[correction.class_id])
        if correction.class_id and not value:
            fit.missing[correction.class_name] = fit.missing.get(correction.class_name, 0) + 1
            continue
        drawn = runs if same else _drawn(session.geometry(correction.fid), grid, transform)
        inside = drawn.clipped(grid.window)
        if inside.is_empty:
            fit.outside += 1
            continue
        fit.corrections += 1
        fit.cut += inside.pixels < drawn.pixels
        yield correction, value, inside


def _drawn(geometry: bytes, grid: PixelGrid, transform: Optional[Transform]) -> Runs:
    rings = [ring if transform is None else transform(ring) for ring in rings_of(geometry)]
    return polygon_runs([grid.to_pixels(ring) for ring in rings])
