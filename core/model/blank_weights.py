"""Blank weights: a network built for weights that are read afterwards, so that none are drawn in vain.

Drawing takes seconds for a large network; and for one on the device “meta” torch loads its compiler, more than half of
what all of torch takes to load.
"""

from __future__ import annotations

from itertools import cycle
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

_DRAWS = frozenset({
    "bernoulli_", "cauchy_", "exponential_", "geometric_", "kaiming_normal_", "kaiming_uniform_", "log_normal_",
    "normal_", "orthogonal_", "random_", "sparse_", "trunc_normal_", "uniform_", "xavier_normal_", "xavier_uniform_",
})  # fmt: skip
"""Torch's functions that fill a tensor with random numbers, of `Tensor` and of `torch.nn.init`."""
_QUARTILES = (0.0, -0.6745, 0.6745)
"""Of the standard normal distribution: any range that holds more than a quarter of it holds one of them."""


class BlankWeights(TorchFunctionMode):
    """A context in which what fills a tensor with random numbers leaves it as it is; all else is done as ever.

    Only a tensor's own normal and uniform numbers are replaced by fixed ones: functions as `trunc_normal_` draw them
    again until all are within bounds, and would never end with whatever was in memory.
    """

    def __init__(self) -> None:
        """Begin with the median."""
        super().__init__()
        self._quartiles = cycle(_QUARTILES)

    def __torch_function__(self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None) -> Any:
        """Do what was called, or give its tensor back."""
        del types
        keywords = kwargs or {}
        if getattr(func, "__name__", "") in _DRAWS:
            tensor = args[0] if args else keywords.get("tensor")
            if isinstance(tensor, torch.Tensor):
                self._fill(func, tensor, *args[1:], **keywords)
                return tensor
        return func(*args, **keywords)

    def _fill(self, func: Any, tensor: torch.Tensor, /, *limits: float, **named: Any) -> None:
        """Fill a tensor that holds something with what its own `normal_` (mean, std) or `uniform_` (from, to) may."""
        if tensor.is_meta or func not in (torch.Tensor.normal_, torch.Tensor.uniform_):
            return
        given = {**dict(zip(("mean", "std") if func is torch.Tensor.normal_ else ("from", "to"), limits)), **named}
        with torch.no_grad():
            if func is torch.Tensor.normal_:
                tensor.fill_(given.get("mean", 0.0) + given.get("std", 1.0) * next(self._quartiles))
            else:
                tensor.fill_(given.get("from", 0.0))
