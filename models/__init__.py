"""The list of models, readable without torch, and the one way to build them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Union

from ..core.errors import BadInputError
from ..core.labels.legend import MOST_CLASSES
from ..core.parameters import from_dict
from .table import TABLE, entry

__all__ = ["TABLE", "build"]


def build(key: str, bands: Union[int, Sequence[str]], classes: int, **parameters: Any) -> Any:
    """Build a network or classifier of the list.

    Args:
        key: Its key in `TABLE`.
        bands: The bands' names in order (pretrained filters are matched by name), or just their number.
        classes: Number of classes C ≥ 2.
        parameters: Its parameters by name, as its dataclass in `TABLE` lists them.

    Returns:
        A torch module, (N, B, H, W) float32 → logits (N, C, H, W), or a classifier
        (`core.model.architecture.Classifier`).

    Raises:
        UnknownNameError: For a key or parameter that isn't in the list; the message lists the valid ones.
        BadInputError: For fewer than one band or two classes, or a parameter out of range.
    """
    listed = entry(key)
    names = tuple(f"band {number}" for number in range(1, bands + 1)) if isinstance(bands, int) else tuple(bands)
    if not names:
        raise BadInputError("A model needs at least one band.")
    if not 2 <= classes <= MOST_CLASSES:
        raise BadInputError(
            "A model needs 2 to {most_classes} classes, not {classes}.", most_classes=MOST_CLASSES, classes=classes
        )
    module, function = listed.builder.split(":")
    builder = getattr(import_module(f".{module}", __name__), function)
    return builder(names, classes, from_dict(listed.parameters, parameters))
