"""The scaling of a prediction: whether a scene's values lie where the model's training had them, and what is done."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable, Optional

import numpy as np

from ...geodata.grid import Window
from ...geodata.normalisation import Normalisation
from ...geodata.stack import Stack
from ...geodata.values.band_values import HIGH, LEVELS, LOW, BandValues, Numbers
from ...geodata.values.bright_part import bright_part
from ...geodata.values.matched import by_histogram, by_percentiles
from ...geodata.values.scene_values import scene_pixels, scene_values
from ...message import Message, joined
from ...model.members import Member
from ...model.model_card import SCALED_BY_SCENE
from ..jobs import AS_TRAINED, AUTO, BATCH_STATISTICS, HISTOGRAM, PERCENTILES, PredictJob
from .batch_statistics import has_batch_statistics, tiles_over, with_batch_statistics
from .network_shares import with_network_shares

_ADAPTED: dict[tuple[object, ...], Any] = {}
_MOST_ADAPTED = 4
"""Networks that were brought to a scene, and the classifiers beside them."""
_FEWEST_PIXELS = 200 * 200
"""What a smaller picture shows may be one field: nothing is fitted to it unasked. 250 × 250 pixels of Landsat show
enough (benchmarks/README.md)."""


@dataclass(frozen=True)
class Fitted:
    """The members that vote on a scene, with the scaling that it gets.

    Attributes:
        members: Those that vote on every scene; where this one looks different and its scaling is fitted, the others
            too, and votes count as they do elsewhere.
        bands: For each the indices of its bands in the stack.
        done: For each what was done to its scaling: a choice of `FIT_SCALING`.
    """

    members: tuple[Member, ...]
    bands: tuple[tuple[int, ...], ...]
    done: tuple[str, ...]


def fit_scaling(
    job: PredictJob, members: Sequence[Member], band_indices: Sequence[tuple[int, ...]], stack: Stack,
    warn: Callable[[str], None],
) -> Fitted:  # fmt: skip
    """Choose the members that vote on a scene, and fit their scaling to it where that is wished for or needed.

    Args:
        job: Says what is wished for, one of `FIT_SCALING`, and where to compute.
        members: The models.
        band_indices: For every member the indices of its bands in the stack.
        stack: The scene, all of which counts, whatever part of it is predicted.
        warn: Hears where the scene looks different, and what can't be done.
    """
    is_told = job.fit_scaling != AS_TRAINED or any(member.card.values for member in members)
    everything = _values_of(stack) if is_told else None
    looks = [_look(job, member, indices, everything, stack) for member, indices in zip(members, band_indices)]
    every = list(zip(members, band_indices, looks))
    voting = [(member, indices, look) for member, indices, look in every if member.weight or look.is_fitted_to]
    helped = {member.path for member, *_ in voting if not member.weight}
    fits = [_fit(job, *one, stack, warn, is_helped=one[0].path in helped) for one in voting]
    fitted = [
        replace(one, weight=one.weight_elsewhere) if look.is_fitted_to else one
        for (one, _), (_, _, look) in zip(fits, voting)
    ]
    bands = tuple(indices for _, indices, _ in voting)
    elsewhere = {member.path for member, _, look in voting if look.is_fitted_to}
    done = tuple(how for _, how in fits)
    return Fitted(_together(job, fitted, bands, done, elsewhere, stack), bands, done)


def _together(
    job: PredictJob, voting: Sequence[Member], bands: Sequence[tuple[int, ...]], done: Sequence[str],
    elsewhere: Container[str], stack: Stack,
) -> tuple[Member, ...]:  # fmt: skip
    """Bring the classifiers of committees that a scene looks different to nearer to what their networks find.

    A worker that stays knows the last few.
    """
    result = list(voting)
    for place, network in enumerate(voting):
        others = [at for at, one in enumerate(voting) if one.path == network.path and one.number]
        if network.path not in elsewhere or network.number or not network.is_network or not others:
            continue
        key = "shares", done[place], *_key_on(network, bands[place], stack)
        if key not in _ADAPTED:
            _remember(key, _with_shares(job, network, [voting[at] for at in others], bands[place], stack))
        for at, one in zip(others, _ADAPTED[key]):
            result[at] = one
    return tuple(result)


def _with_shares(
    job: PredictJob, network: Member, others: Sequence[Member], band_indices: tuple[int, ...], stack: Stack
) -> tuple[Member, ...]:
    """Give the classifiers beside a network with its shares; as they are where nodata leaves no tile of the scene."""
    from ...model.devices import choose_device

    def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
        image, valid = stack.read(window)
        return np.concatenate([image[list(band_indices)], valid[None]], dtype=image.dtype), valid

    tiles = tiles_over(read, (stack.grid.height, stack.grid.width), network.card.tile_px, network.stride)
    if not len(tiles):
        return tuple(others)
    images, valid = tiles[:, :-1], tiles[:, -1] > 0

    def pictures(member: Member) -> np.ndarray:
        look = member.card.normalisation
        return np.stack([look.apply(image, where) for image, where in zip(images, valid)])

    return with_network_shares(network, others, pictures, valid, choose_device(job.device, job.threads).torch)


@dataclass(frozen=True)
class _Look:
    """How a scene looks to a member.

    Attributes:
        seen: The values of the member's bands; None where too few pixels have any.
        differs: Whether they lie elsewhere than in the member's training.
        bright_share: Of the scene, that was left out as clouds or snow.
        how: What is done to its scaling: a choice of `FIT_SCALING` but `auto`.
    """

    seen: Optional[BandValues]
    differs: bool = False
    bright_share: float = 0.0
    how: str = AS_TRAINED

    @property
    def is_fitted_to(self) -> bool:
        """Whether the scene looks different, and isn't mapped as if it didn't."""
        return self.differs and self.how != AS_TRAINED


def _look(
    job: PredictJob, member: Member, band_indices: tuple[int, ...], everything: Optional[BandValues], stack: Stack
) -> _Look:
    if everything is None:
        return _Look(None)
    seen, known = everything.chosen(band_indices), member.card.values
    differs, share = known is not None and known.differs(seen), 0.0
    if known is not None and differs:
        ground, share = _known_ground(*_key_of(stack), band_indices, known)
        seen, differs = ground or seen, ground is None
    return _Look(seen, differs, share, _how(job.fit_scaling, member, stack, differs=differs))


def _fit(
    job: PredictJob, member: Member, band_indices: tuple[int, ...], look: _Look, stack: Stack,
    warn: Callable[[str], None], *, is_helped: bool,
) -> tuple[Member, str]:  # fmt: skip
    card, name, seen = member.card, Path(stack.images[0]).stem, look.seen
    if seen is None:
        if job.fit_scaling not in (AUTO, AS_TRAINED):
            warn(f"“{name}” has too few pixels with values to fit the scaling to them. It stays as trained.")
        return member, AS_TRAINED
    if look.bright_share and not member.number:  # of a committee it is said once
        warn(_bright(name, card.name, look.bright_share))
    how = look.how
    if look.differs and not member.number:
        warn(_different(name, card.name, how, is_helped=is_helped))
    if how == AS_TRAINED:
        return member, AS_TRAINED
    known = card.values
    quantiles = known.quantiles if known is not None else _from_range(card.normalisation)
    if quantiles is None:
        warn(f"“{card.name}” doesn’t say what values it was trained on, so that nothing can be fitted to them.")
        return member, AS_TRAINED
    if how == HISTOGRAM and known is None:
        warn(f"“{card.name}” is of an older version and knows its percentiles alone: the scaling was fitted by them.")
        how = PERCENTILES
    make = by_histogram if how == HISTOGRAM else by_percentiles
    fitted = replace(member, card=replace(card, normalisation=make(card.normalisation, seen.quantiles, quantiles)))
    anew = _normalised_anew(fitted, band_indices, stack, job) if how == BATCH_STATISTICS else None
    return (fitted, PERCENTILES if how == BATCH_STATISTICS else how) if anew is None else (anew, how)


def _how(wish: str, member: Member, stack: Stack, *, differs: bool) -> str:
    """Say what is done: what is wished for, as far as the model can."""
    if wish == AUTO and member.card.provenance.get(SCALED_BY_SCENE):
        return PERCENTILES  # as it was done to every scene that it learned from
    if wish == AUTO:
        large = stack.grid.width * stack.grid.height >= _FEWEST_PIXELS
        wish = BATCH_STATISTICS if differs and large else AS_TRAINED
    if wish == BATCH_STATISTICS and not (member.is_network and has_batch_statistics(member.model)):
        return PERCENTILES
    return wish


def _normalised_anew(member: Member, band_indices: tuple[int, ...], stack: Stack, job: PredictJob) -> Optional[Member]:
    """Give a member whose network normalises by the moments of the scene; None where nodata leaves no tile of it.

    A worker that stays knows the last few.
    """
    from ...model.devices import choose_device

    key = _key_on(member, band_indices, stack)
    if key not in _ADAPTED:

        def read(window: Window) -> tuple[np.ndarray, np.ndarray]:
            image, valid = stack.read(window)
            return member.card.normalisation.apply(image[list(band_indices)], valid), valid

        shape = stack.grid.height, stack.grid.width
        tiles = tiles_over(read, shape, member.card.tile_px, member.stride)
        if not len(tiles):
            return None
        device = choose_device(job.device, job.threads)
        _remember(key, with_batch_statistics(member.model, tiles, device.torch))
    return replace(member, model=_ADAPTED[key])


def _key_on(member: Member, band_indices: tuple[int, ...], stack: Stack) -> tuple[object, ...]:
    """Tell a member on a scene, by what it sees of it and by when their files were changed."""
    changed = tuple(_changed_ns(file) for file in (member.path, *stack.images))
    return member.path, member.number, member.card.normalisation, stack.images, stack.names, band_indices, changed


def _remember(key: tuple[object, ...], made: Any) -> None:
    while len(_ADAPTED) >= _MOST_ADAPTED:
        _ADAPTED.pop(next(iter(_ADAPTED)))
    _ADAPTED[key] = made


def _bright(scene: str, model: str, share: float) -> Message:
    """Say that a part of a scene is too bright to be ground that the model knows."""
    return Message(
        (
            "{share} of “{scene}” is much brighter in every band than all that “{model}” was trained on, as clouds and "
            "snow are. What is mapped there means nothing; elsewhere the scene looks as in the training. Masked as "
            "nodata it stays out of the map."
        ),
        share=f"{100 * share:.0f} %",
        scene=scene,
        model=model,
    )


def _different(scene: str, model: str, how: str, *, is_helped: bool) -> str:
    """Say that a scene looks different from those of the training, what was or can be done, and what maps where."""
    looks = Message(
        "“{scene}” looks different from what “{model}” was trained on: its bands’ values lie elsewhere, together.",
        scene=scene,
        model=model,
    )
    said = (looks, _HELPED) if is_helped else (looks,)
    if how == AS_TRAINED:
        return joined((*said, _WRONG, _FIT_IT))
    return joined((*said, _FITTED[how], _LOOK_CLOSELY))


_HELPED = Message("The random forest that was trained beside the network maps with it.")
_WRONG = Message(
    "The map may be wrong in large parts; “Where a model may be trusted” (outcrop applicability) maps where."
)
_FIT_IT = Message("Fit the scaling to this scene, or train on some of it.")
_FITTED = {
    PERCENTILES: Message("The scaling was fitted to it by its percentiles."),
    HISTOGRAM: Message("The scaling was fitted to it by its histogram."),
    BATCH_STATISTICS: Message("The scaling was fitted to it by its percentiles and its layers’ moments."),
}
_LOOK_CLOSELY = Message(
    "Look closely at the map; “Where a model may be trusted” (outcrop applicability) maps where. A few polygons here "
    "help most."
)


def _from_range(scaling: Normalisation) -> Optional[Numbers]:
    """Give the quantiles that a model file of an older version knows: the 2nd and 98th percentile of its labels."""
    known = np.array([scaling.low, scaling.high], float)
    if not np.isfinite(known).all() or (known[1] <= known[0]).any():
        return None
    levels = [LEVELS[LOW], LEVELS[HIGH]]
    return tuple(
        tuple(float(value) for value in np.interp(LEVELS, levels, quantiles)) for quantiles in known.T
    )  # only these two are looked at


_Key = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], bool, tuple[int, ...]]


def _key_of(stack: Stack) -> _Key:
    """Tell a stack by its images, bands, sources and masking, and by when its files were changed."""
    changed = tuple(_changed_ns(image) for image in stack.images)
    return stack.images, tuple(band.key for band in stack.bands), stack.said, stack.is_masked, changed


def _values_of(stack: Stack) -> Optional[BandValues]:
    """Describe a stack's values; a worker that stays knows those of the last few scenes."""
    return _known_values(*_key_of(stack))


@lru_cache(maxsize=8)
def _known_values(
    images: tuple[str, ...], keys: tuple[str, ...], said: tuple[str, ...], is_masked: bool, _changed: tuple[int, ...]
) -> Optional[BandValues]:
    with Stack(images, keys, said, is_masked=is_masked) as stack:
        return scene_values([stack])


@lru_cache(maxsize=8)
def _known_ground(
    images: tuple[str, ...], keys: tuple[str, ...], said: tuple[str, ...], is_masked: bool, _changed: tuple[int, ...],
    band_indices: tuple[int, ...], known: BandValues,
) -> tuple[Optional[BandValues], float]:  # fmt: skip
    """Leave bright clouds out of a scene's values where the ground beside them looks as it did in the training.

    Returns:
        The ground's values, None where nothing is left out, and the share of the scene that was left out.
    """
    with Stack(images, keys, said, is_masked=is_masked) as stack:
        values = scene_pixels(stack)[list(band_indices)]
    bright = bright_part(values, known)
    ground = BandValues.of(values[:, ~bright]) if bright.any() else None
    return (None, 0.0) if ground is None or known.differs(ground) else (ground, float(bright.mean()))


def _changed_ns(image: str) -> int:
    """Give when a file was changed; 0 for what is no file."""
    try:
        return Path(image).stat().st_mtime_ns
    except OSError:
        return 0
