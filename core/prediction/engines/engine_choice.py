"""The choice of an engine: the one asked for, or the fastest of those measured where measuring pays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ...model.members import Member
from .engine import LABELS, Engine, EngineRequest
from .opening import candidates, open_network_engine
from .probe import Measured, fastest, machine_key, measure_all, recall, remember
from .table import TORCH, TORCH_EXACT

if TYPE_CHECKING:
    from ...model.devices import Device

AUTO = "auto"
_WORTH_MEASURING_S = 5.0
"""About what measuring every engine takes."""
_WORTH_ASKING_MPX = 4.0
"""More pixels than measuring itself computes, with every engine together."""
Sample = Callable[[int], tuple[np.ndarray, np.ndarray]]


@dataclass(frozen=True)
class Work:
    """What is to be done with an engine.

    Attributes:
        mpx: Million pixels that will be computed, with those that this process has computed with the model so far.
        interactive: Whether somebody waits for the first tile, so that nothing may be measured or converted first.
        probe_px: Side of the tile to measure on.
        sample: Gives images (1, B, H, W) and valid (1, H, W) of a piece of the imagery with that side.
    """

    mpx: float
    interactive: bool
    probe_px: int
    sample: Sample


def choose_engine(
    wanted: str, member: Member, request: EngineRequest, device: Device, work: Work, tell: Callable[[str], None]
) -> str:
    """Name the engine that was asked for, or the one that does the work first with equal labels."""
    if wanted != AUTO:
        return wanted
    names = candidates(device)
    default = TORCH if device.torch.type != "cpu" else TORCH_EXACT
    measured = _measured(names, default, member, request, device, work, tell)
    if work.interactive:
        measured = {name: entry for name, entry in measured.items() if name in (TORCH, TORCH_EXACT)}
    return fastest(measured, work.mpx) if measured else default


def _measured(
    names: tuple[str, ...], default: str, member: Member, request: EngineRequest, device: Device, work: Work,
    tell: Callable[[str], None],
) -> dict[str, Measured]:  # fmt: skip
    """Recall what was measured before, or measure now where the work is long enough; else give nothing."""
    import torch

    hopeless = TORCH not in names if work.interactive else work.mpx < _WORTH_ASKING_MPX
    if len(names) == 1 or hopeless:
        return {}
    details = (str(device.torch), str(device.precision), str(torch.get_num_threads()), *names)
    key = machine_key(member.path, str(member.number), *details)
    known = recall(key)
    if known is not None or work.interactive:
        return known or {}
    images, valid = work.sample(work.probe_px)
    probe = replace(request, kind=LABELS, shape=images.shape[1:], batch=1)

    def open_engine(name: str) -> Engine:
        return open_network_engine(name, member, probe, device)

    alone = measure_all([default], open_engine, images, valid, lambda _text: None)
    if alone[default].seconds(work.mpx) < _WORTH_MEASURING_S:
        return {}
    measured = measure_all(names, open_engine, images, valid, tell)
    remember(key, measured)
    return measured
