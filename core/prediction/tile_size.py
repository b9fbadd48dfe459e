"""Tile size: large enough that little is computed twice, small enough for the memory."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..model.members import Member
from .engines.table import OPENVINOS

_MOST_COMPUTED_TWICE = 0.06
"""A tile is as large as keeps the margin's share below this, if memory allows."""
_OPENVINO_COMPUTES_TWICE = 0.08
"""A processor with AMX is a fifth slower on tiles of 2,048 px than of 1,024; three without it aren't slower (ours)."""
_LARGEST, _SMALLEST, _USUAL = 2176, 256, 1024
_MULTIPLIED_PER_BYTE = 140.0
"""So many multiplications take as long as touching a byte of memory for the first time (ours).

The geometric mean of three machines of two cores each, with some 60, 100 and 430; with a third of the right number, or
three times it, a prediction takes about four hundredths longer (benchmarks/README.md).
"""
_FEW, _SPARING = 4e6, 0.29
"""Up to so many pixels memory is spared: their prediction takes no more than 600 MB, where the network itself is small.

Computing a pixel is taken for such a share of touching its memory then, which it was on the slowest of those machines.
"""
_BYTES_PER_TILE = 3 << 29
_BYTES_OF_PROBABILITIES, _COPIES, _LEAST = 384 << 20, 6, 128
"""Probabilities of one tile are in memory about so often at a time: made, turned, waiting to be written, as bytes."""
_INTERACTIVE = 576
_CLASSIFIER = 512
_PROBE = 64


def largest_tile(
    members: Sequence[Member], margin: int, interactive: bool, probabilities: bool, engines: Sequence[str] = (),
    pixels: float = math.inf,
) -> int:  # fmt: skip
    """Give the largest side of a tile in pixels.

    Args:
        members: The models.
        margin: Pixels dropped at every side of a tile.
        interactive: Whether somebody waits for the first tile.
        probabilities: Whether every class's probability is kept, not only the likeliest class.
        engines: The names of what will compute them, where that is known.
        pixels: How many pixels are predicted: few don't pay for the memory of a large tile.
    """
    classes = len(members[0].card.legend)
    most = math.sqrt(_BYTES_OF_PROBABILITIES / (_COPIES * 4 * classes)) if probabilities else _LARGEST
    if not any(member.is_network for member in members):
        return int(max(_LEAST, min(_CLASSIFIER, most)))
    twice = _OPENVINO_COMPUTES_TWICE if any(name in OPENVINOS for name in engines) else _MOST_COMPUTED_TWICE
    core = max(_USUAL, 2 * margin / (math.sqrt(1 + twice) - 1))
    costs = [_cost(member) for member in members if member.is_network]
    needed = max(cost.memory for cost in costs)
    multiplied = sum(cost.multiplied for cost in costs)
    computed_per_touch = _SPARING if pixels <= _FEW else multiplied / needed / _MULTIPLIED_PER_BYTE
    core = min(core, max(_SMALLEST, core_for_few(pixels, margin, computed_per_touch)))
    wished = min(_INTERACTIVE if interactive else core + 2 * margin, most + 2 * margin)
    needed += 12 * classes if probabilities else 0
    least = _LEAST + 2 * margin if probabilities else _SMALLEST
    return int(max(least, min(_LARGEST, wished, math.sqrt(_BYTES_PER_TILE / needed))))


def core_for_few(pixels: float, margin: int, computed_per_touch: float) -> float:
    """Give the side of a tile without its margin that takes the least time for so many pixels in all.

    A tile of side s touches memory once, in proportion to s²; computing takes pixels·(s / (s − 2·margin))². The sum is
    least where (s − 2·margin)³ = 2·margin·pixels·(time to compute a pixel / time to touch its memory).
    """
    return float((2 * margin * computed_per_touch * pixels) ** (1 / 3)) if pixels < math.inf else math.inf


@dataclass
class _Cost:
    """What a pixel costs a network: bytes of memory, and multiplications of its convolutions and linear layers."""

    memory: float = 0.0
    multiplied: float = 0.0


def _cost(member: Member) -> _Cost:
    """Estimate what a pixel costs; its memory is that of the largest map, with what it is made of and made into."""
    import torch

    side = max(_PROBE, 2 * member.stride)
    cost = _Cost()

    def measure(module: torch.nn.Module, inputs: tuple[object, ...], output: object) -> None:
        tensors = [item for item in (*inputs, output) if isinstance(item, torch.Tensor)]
        cost.memory = max(cost.memory, 4.0 * 1.5 * sum(tensor.numel() for tensor in tensors) / side**2)
        weight = getattr(module, "weight", None)
        if isinstance(weight, torch.Tensor) and weight.dim() > 1:
            meets = tensors[0 if isinstance(module, torch.nn.ConvTranspose2d) else -1].numel()
            cost.multiplied += meets * weight[0].numel() / side**2

    leaves = [module for module in member.model.modules() if not list(module.children())]
    hooks = [leaf.register_forward_hook(measure) for leaf in leaves]
    try:
        with torch.inference_mode():
            member.model(torch.zeros(1, len(member.card.bands), side, side))
    finally:
        for hook in hooks:
            hook.remove()
    return cost
