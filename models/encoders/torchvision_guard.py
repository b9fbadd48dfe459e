"""Importing timm without torch's compiler, and beside a torchvision whose compiled part doesn't belong to this torch.

timm needs a few Python functions of torchvision. A torchvision built for CUDA can't load its compiled part beside a
torch for the CPU, and then fails while it is imported, because it registers properties of an operator that isn't there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import Any

from ...core.errors import MissingPackageError

_SCHEMAS = (
    "nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
    "qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor",
)


def import_timm() -> ModuleType:
    """Import timm, mending torchvision before it where that is needed.

    Raises:
        MissingPackageError: When the computing environment has no timm.
    """
    try:
        with _without_compiler():
            _mend_torchvision()
            return import_module("timm")
    except ModuleNotFoundError as error:
        raise MissingPackageError(
            (
                "The computing environment lacks “{name}”, which networks with a library encoder need. Repair the "
                "environment, or choose a network without one, such as unet_improved."
            ),
            name=error.name,
        ) from error


@contextmanager
def _without_compiler() -> Iterator[None]:
    """Keep torch's compiler from being loaded within a `with` block: a second and a third of all modules in vain.

    torchvision asks it whether a device can be compiled for, and timm marks methods that it must leave alone. A
    compiler that is loaded later finds these as they are; neither are convolutional encoders made of.
    """
    import torch

    if "torch._dynamo" in sys.modules:
        yield
        return
    disable = torch.compiler.disable
    utils = ModuleType("torch._dynamo.utils")
    utils.is_compile_supported = lambda _device: False  # type: ignore[attr-defined]
    sys.modules.update({"torch._dynamo": ModuleType("torch._dynamo"), utils.__name__: utils})
    torch.compiler.disable = lambda function=None, **_: function or (lambda marked: marked)
    try:
        yield
    finally:
        torch.compiler.disable = disable
        del sys.modules["torch._dynamo"], sys.modules[utils.__name__]


@lru_cache(maxsize=1)
def _mend_torchvision() -> Any:
    """Define the operators' schemas that a torchvision without its compiled part lacks; keep a reference to them."""
    try:
        import_module("torchvision")
    except ModuleNotFoundError:
        return None
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
        from torch.library import Library

        for name in [name for name in sys.modules if name.partition(".")[0] == "torchvision"]:
            del sys.modules[name]
        library = Library("torchvision", "DEF")
        for schema in _SCHEMAS:
            library.define(schema)
        import_module("torchvision")
        return library
    return None
