"""Short floats on the CPU: whether bfloat16 is worth computing in."""

from __future__ import annotations

import time
from functools import cache

import torch

_WORTH = 0.85
"""A step takes 0.4 to 0.7 of the time where bfloat16 pays, 1.1 and more where it doesn't (measured): between these lies
what a busy machine may tell, so that every process of a machine decides alike, and a seed gives the same model."""
_CHANNELS, _TILES, _SIDE_PX, _ROUNDS = 64, 4, 64, 4


@cache
def bfloat16_pays() -> bool:
    """Say whether the CPU has bfloat16, and learns faster in it than in float32: a convolution tells, in 0.2 s.

    Without instructions for it, bfloat16 is several times slower. With them it isn't always faster: Intel's AVX-512
    does as many products a cycle in either, so that only what converting costs is left (0.55 to 0.9 of the speed of
    float32, measured), where AMD's does twice as many, and AMX more. Measured once in a process, on as many threads
    as torch computes with.
    """
    if not _has_bfloat16():
        return False
    in_turn = [(_step_s(torch.float32), _step_s(torch.bfloat16)) for _ in range(_ROUNDS)]
    exact, short = map(min, zip(*in_turn))
    return short < _WORTH * exact


def _step_s(precision: torch.dtype) -> float:
    """Time a convolution forward and backward, in seconds; nothing random is drawn, so that seeds mean the same."""
    with torch.inference_mode(False), torch.enable_grad():
        tiles = torch.ones(_TILES, _CHANNELS, _SIDE_PX, _SIDE_PX).to(memory_format=torch.channels_last)
        weights = torch.full((_CHANNELS, _CHANNELS, 3, 3), 0.01, requires_grad=True)
        begin = time.perf_counter()
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == torch.bfloat16):
            found = torch.nn.functional.conv2d(tiles.requires_grad_(), weights, padding=1)
        found.sum(dtype=torch.float32).backward()
        return time.perf_counter() - begin


def _has_bfloat16() -> bool:
    probes = [getattr(torch.cpu, name, None) for name in ("_is_avx512_bf16_supported", "_is_amx_tile_supported")]
    return any(probe() for probe in probes if probe is not None)
