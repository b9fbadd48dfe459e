"""Which networks of the timm library can be encoders, by name."""

from __future__ import annotations

from difflib import get_close_matches
from types import ModuleType

from ...core.errors import BadInputError, UnknownNameError
from .torchvision_guard import import_timm

_ANY_SIZE = "_dinov3"
"""Transformers with this in their name take images of any size, whatever timm lists: their positions are rotations."""


def known_encoder(name: str) -> ModuleType:
    """Import timm and make sure that it has a network of this name that takes images of any size.

    Raises:
        UnknownNameError: Listing names that are spelt alike.
        BadInputError: For a network that takes images of one size only.
    """
    timm = import_timm()
    if not timm.is_model(name):
        plain = timm.list_models()
        alike = get_close_matches(name, plain, n=8, cutoff=0.5) or ["resnet34", "resnet50", "vgg16", "convnext_tiny"]
        raise UnknownNameError("encoder in timm", name, alike)
    listed = timm.get_pretrained_cfg(name)
    if listed is not None and listed.fixed_input_size and _ANY_SIZE not in name:
        raise BadInputError(
            (
                "The encoder “{name}” takes images of one size only, and gives no maps at several scales. Choose a "
                "convolutional one, such as resnet50 or convnext_tiny."
            ),
            name=name,
        )
    return timm
