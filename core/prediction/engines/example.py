"""The example: the shape of a small tile on which a network is followed when it is converted."""

from __future__ import annotations

import math

from ...model.members import Member
from .engine import EngineRequest

_SIDE = 128


def example_shape(member: Member, request: EngineRequest) -> tuple[int, ...]:
    """Give channels, height and width; on large tiles a network is followed for up to half a minute."""
    stride = member.stride
    side = math.ceil((2 * request.crop + _SIDE) / stride) * stride
    if any(length % stride or length < side for length in request.shape[1:]):
        return request.shape
    return request.shape[0], side, side
