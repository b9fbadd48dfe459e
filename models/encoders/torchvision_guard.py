"""Importing timm beside a torchvision whose compiled part doesn't belong to this torch.

timm needs a few Python functions of torchvision. A torchvision built for CUDA can't load its compiled part beside a
torch for the CPU, and then fails while it is imported, because it registers properties of an operator that isn't there.
"""

from __future__ import annotations

import sys
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
    _mend_torchvision()
    try:
        return import_module("timm")
    except ModuleNotFoundError as error:
        raise MissingPackageError(
            (
                "The computing environment lacks “{name}”, which networks with a library encoder need. Repair the "
                "environment, or choose a network without one, such as unet_improved."
            ),
            name=error.name,
        ) from error


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
