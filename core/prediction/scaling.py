"""The scaling of a prediction: whether a scene's values lie where the model's training had them, and what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Callable, Optional

import numpy as np

from ..geodata.band_values import HIGH, LEVELS, LOW, BandValues, Numbers
from ..geodata.matched import by_histogram, by_percentiles
from ..geodata.normalisation import Normalisation
from ..geodata.scene_values import scene_values
from ..geodata.stack import Stack
from ..model.members import Member
from .jobs import AS_TRAINED, AUTO, HISTOGRAM, PERCENTILES

DIFFERENT = 0.6
"""Scenes farther apart than this look different: the halves of one are mostly at 0.2 to 0.6, other scenes of the same
sensor at 0.6 to 1.0, other dates and stretches at 1.3 and more (benchmarks/README.md)."""
_BY_DEFAULT = PERCENTILES
_FEWEST_PIXELS = 256 * 256
"""What a smaller picture shows may be one field: nothing is fitted to it unasked."""


@dataclass(frozen=True)
class Fitted:
    """Members with the scaling that this scene gets, and for each what was done to it: a choice of `FIT_SCALING`."""

    members: tuple[Member, ...]
    done: tuple[str, ...]


def fit_scaling(
    wish: str, members: Sequence[Member], places: Sequence[tuple[int, ...]], stack: Stack, warn: Callable[[str], None]
) -> Fitted:
    """Fit the members' scaling to a scene where that is wished for, or where the scene looks different.

    Args:
        wish: One of `FIT_SCALING`.
        members: The models.
        places: For every member the places of its bands in the stack.
        stack: The scene, all of which counts, whatever part of it is predicted.
        warn: Hears where the scene looks different, and what can't be done.
    """
    if wish == AS_TRAINED and not any(member.card.values for member in members):
        return Fitted(tuple(members), (AS_TRAINED,) * len(members))
    seen = _values_of(stack)
    found = [_fit(wish, member, own, seen, stack, warn) for member, own in zip(members, places)]
    return Fitted(tuple(member for member, _ in found), tuple(done for _, done in found))


def _fit(
    wish: str, member: Member, places: tuple[int, ...], everything: Optional[BandValues], stack: Stack,
    warn: Callable[[str], None],
) -> tuple[Member, str]:  # fmt: skip
    card, name = member.card, Path(stack.images[0]).stem
    if everything is None:
        if wish in (PERCENTILES, HISTOGRAM):
            warn(f"“{name}” has too few pixels with values to fit the scaling to them. It stays as trained.")
        return member, AS_TRAINED
    seen, known = everything.chosen(places), card.values
    differs = known is not None and known.distance(seen) > DIFFERENT
    how = wish
    if wish == AUTO:
        large = stack.grid.width * stack.grid.height >= _FEWEST_PIXELS
        how = _BY_DEFAULT if differs and large else AS_TRAINED
    if differs:
        warn(_different(name, card.name, how))
    if how == AS_TRAINED:
        return member, AS_TRAINED
    quantiles = known.quantiles if known is not None else _from_range(card.normalisation)
    if quantiles is None:
        warn(f"“{card.name}” doesn’t say what values it was trained on, so that nothing can be fitted to them.")
        return member, AS_TRAINED
    if how == HISTOGRAM and known is None:
        warn(f"“{card.name}” is of an older version and knows its percentiles alone: the scaling was fitted by them.")
        how = PERCENTILES
    make = by_histogram if how == HISTOGRAM else by_percentiles
    fitted = make(card.normalisation, seen.quantiles, quantiles)
    return replace(member, card=replace(card, normalisation=fitted)), how


def _different(scene: str, model: str, how: str) -> str:
    """Say that a scene looks different from those of the training, and what was or can be done."""
    text = f"“{scene}” looks different from what “{model}” was trained on: its bands’ values lie elsewhere, together. "
    if how == AS_TRAINED:
        return text + "The map may be wrong in large parts. Fit the scaling to this scene, or train on some of it."
    by = "percentiles" if how == PERCENTILES else "histogram"
    return text + f"The scaling was fitted to it by its {by}. Look closely at the map; a few polygons here help most."


def _from_range(scaling: Normalisation) -> Optional[Numbers]:
    """Give the quantiles that a model file of an older version knows: the 2nd and 98th percentile of its labels."""
    known = np.array([scaling.low, scaling.high], float)
    if not np.isfinite(known).all() or (known[1] <= known[0]).any():
        return None
    levels = [LEVELS[LOW], LEVELS[HIGH]]
    return tuple(
        tuple(float(value) for value in np.interp(LEVELS, levels, own)) for own in known.T
    )  # only these two are looked at


def _values_of(stack: Stack) -> Optional[BandValues]:
    """Describe a stack's values; a worker that stays knows those of the last few scenes."""
    changed = tuple(_changed_ns(image) for image in stack.images)
    return _known_values(stack.images, tuple(band.key for band in stack.bands), changed)


@lru_cache(maxsize=8)
def _known_values(images: tuple[str, ...], keys: tuple[str, ...], _changed: tuple[int, ...]) -> Optional[BandValues]:
    with Stack(images, keys) as stack:
        return scene_values([stack])


def _changed_ns(image: str) -> int:
    """Give when a file was changed; 0 for what is no file."""
    try:
        return Path(image).stat().st_mtime_ns
    except OSError:
        return 0
