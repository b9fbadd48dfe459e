"""Classes of which few pixels are labelled."""

from __future__ import annotations

from collections.abc import Mapping

from ..message import Message

FEW_PIXELS = 400
"""What is held back of fewer pixels than these tells little of a class (ours)."""


def few_pixels_notes(pixels: Mapping[str, int]) -> tuple[Message, ...]:
    """Say of which classes few pixels are labelled; classes without any are others' to tell.

    Args:
        pixels: Number of labelled pixels by class name.
    """
    few = ", ".join(f"“{name}” ({count})" for name, count in pixels.items() if 0 < count < FEW_PIXELS)
    if not few:
        return ()
    return (
        Message(
            "Fewer than {few_pixels} pixels are labelled of {classes}: what is held back of so few tells little. Draw "
            "more.",
            few_pixels=FEW_PIXELS,
            classes=few,
        ),
    )
