"""Engines: the names they go by, and how one of them is opened for a model."""

from __future__ import annotations

import math
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from ...errors import UnknownNameError
from ...model.members import Member
from .engine import Engine, EngineRequest

if TYPE_CHECKING:
    from ...model.devices import Device

TORCH, TORCH_EXACT, ONNX, OPENVINO, OPENVINO_SHORT = (
    "torch",
    "torch float32",
    "onnxruntime",
    "openvino",
    "openvino bfloat16",
)
OPENVINOS = OPENVINO, OPENVINO_SHORT
_EXAMPLE = 128
_NEEDS = {ONNX: ("onnx", "onnxruntime"), OPENVINO: ("openvino",), OPENVINO_SHORT: ("openvino",)}


def candidates(device: Device) -> tuple[str, ...]:
    """List what could compute a network on a device, with the packages that are there; the exact one comes first."""
    import torch

    short = device.precision != torch.float32
    names = [TORCH_EXACT, TORCH] if short else [TORCH_EXACT]
    if device.torch.type == "cpu":
        names += [ONNX, OPENVINO, *([OPENVINO_SHORT] if short else [])]
    return tuple(name for name in names if all(find_spec(package) for package in _NEEDS.get(name, ())))


def open_network_engine(name: str, member: Member, request: EngineRequest, device: Device) -> Engine:
    """Open the named engine for a network.

    Raises:
        UnknownNameError: For a name that no engine has.
        MissingPackageError: When its package isn't installed.
        OutcropError: When it can't compute this network.
    """
    import torch

    from .torch_engine import TorchEngine

    if name == TORCH:
        return TorchEngine(member.model, request, device)
    if name == TORCH_EXACT:
        return TorchEngine(member.model, request, replace(device, precision=torch.float32))
    if name == ONNX:
        from .onnx_engine import OnnxEngine

        return OnnxEngine(member.model, request, _example(member, request), torch.get_num_threads())
    if name in OPENVINOS:
        from .openvino_engine import OpenVinoEngine

        precision = "bf16" if name == OPENVINO_SHORT else "f32"
        return OpenVinoEngine(member.model, request, _example(member, request), torch.get_num_threads(), precision)
    raise UnknownNameError("engine", name, (TORCH, TORCH_EXACT, *_NEEDS))


def _example(member: Member, request: EngineRequest) -> tuple[int, ...]:
    """Give the shape of a small tile on which a network can be followed: large ones take up to half a minute."""
    stride = member.stride
    side = math.ceil((2 * request.crop + _EXAMPLE) / stride) * stride
    if any(given % stride or given < side for given in request.shape[1:]):
        return request.shape
    return request.shape[0], side, side
