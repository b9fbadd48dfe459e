"""Building full-size networks without memory or time: on torch's meta device, which knows shapes only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import torch
from outcrop.models import build
from torch import nn


@pytest.fixture
def sketch() -> Callable[..., nn.Module]:
    """Build a network of the table with shapes but no values."""

    def build_sketch(key: str, bands: int, classes: int, **parameters: Any) -> nn.Module:
        with torch.device("meta"):
            return build(key, bands, classes, **parameters)

    return build_sketch


@pytest.fixture
def shapes() -> Callable[..., dict[str, list[tuple[int, ...]]]]:
    """Run a sketched network on an image and list the shape of every output of every module by its name."""

    def run(network: nn.Module, *image_shape: int) -> dict[str, list[tuple[int, ...]]]:
        seen: dict[str, list[tuple[int, ...]]] = {}

        def note(name: str) -> Callable[..., None]:
            def hook(_module: nn.Module, _inputs: Any, output: Any) -> None:
                if isinstance(output, torch.Tensor):
                    seen.setdefault(name, []).append(tuple(output.shape[1:]))

            return hook

        handles = [module.register_forward_hook(note(name)) for name, module in network.named_modules()]
        network.eval()(torch.empty(1, *image_shape, device="meta"))
        for handle in handles:
            handle.remove()
        return seen

    return run


@pytest.fixture
def parameter_count() -> Callable[[nn.Module], int]:
    """Count the trained numbers of a module."""

    def count(module: nn.Module) -> int:
        return sum(parameter.numel() for parameter in module.parameters())

    return count
