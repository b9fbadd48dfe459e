"""The opening of an engine: which ones could compute a network here, and one of them by its name."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, cast

from ...errors import UnknownNameError
from ...model.members import Member
from .engine import Engine, EngineRequest
from .table import TABLE

if TYPE_CHECKING:
    from ...model.devices import Device


def candidates(device: Device) -> tuple[str, ...]:
    """List what could compute a network on a device, with the packages that are there; the exact one comes first."""
    import torch

    short, on_gpu = device.precision != torch.float32, device.torch.type != "cpu"
    return tuple(
        name
        for name, entry in TABLE.items()
        if (short or not entry.is_short) and (entry.is_on_gpu or not on_gpu) and all(map(find_spec, entry.packages))
    )


def open_network_engine(name: str, member: Member, request: EngineRequest, device: Device) -> Engine:
    """Open the named engine for a network.

    Raises:
        UnknownNameError: For a name that no engine has.
        MissingPackageError: When its package isn't installed.
        OutcropError: When it can't compute this network.
    """
    if name not in TABLE:
        raise UnknownNameError("engine", name, TABLE)
    module, _, opener = TABLE[name].opener.partition(":")
    return cast("Engine", getattr(import_module(f".{module}", __package__), opener)(member, request, device))
