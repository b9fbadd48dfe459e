"""Blank weights: a network built for weights that are read afterwards, so that none are drawn in vain.

Drawing takes seconds for a large network; and for one on the device “meta” torch loads its compiler, more than half of
what all of torch takes to load.
"""

from __future__ import annotations

from typing import Any

import torch
from torch.overrides import TorchFunctionMode

_DRAWS = frozenset({
    "bernoulli_", "cauchy_", "exponential_", "geometric_", "kaiming_normal_", "kaiming_uniform_", "log_normal_",
    "normal_", "orthogonal_", "random_", "sparse_", "trunc_normal_", "uniform_", "xavier_normal_", "xavier_uniform_",
})  # fmt: skip
"""Torch's functions that fill a tensor with random numbers, of `Tensor` and of `torch.nn.init`."""


class BlankWeights(TorchFunctionMode):
    """A context in which what fills a tensor with random numbers leaves it as it is; all else is done as ever."""

    def __torch_function__(self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None) -> Any:
        """Do what was called, or give its tensor back."""
        del types
        keywords = kwargs or {}
        if getattr(func, "__name__", "") in _DRAWS:
            tensor = args[0] if args else keywords.get("tensor")
            if isinstance(tensor, torch.Tensor):
                return tensor
        return func(*args, **keywords)
