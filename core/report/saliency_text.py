"""What a network looked at on a tile, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..wording import ENGLISH, Wording, translatable

_FOUND = translatable("“{name}” at {pixels} pixels of the tile; mean probability {real}, on a plain tile {plain}.")
_BANDS = translatable("Share of the bands: {bands}")


def saliency_text(report: Mapping[str, Any], wording: Wording = ENGLISH) -> str:
    """Say what was explained, and how much each band had to do with it, the most important first."""
    ranked = sorted(report["bands"].items(), key=lambda pair: -pair[1])
    listed = ", ".join(f"{name} {wording.number(100 * share, 0)} %" for name, share in ranked)
    sentence = wording.tr(_FOUND).format(
        name=report["class"], pixels=wording.number(report["pixels"], 0),
        real=wording.number(report["probability"], 3), plain=wording.number(report["plain"], 3),
    )  # fmt: skip
    return f"{sentence}\n{wording.tr(_BANDS).format(bands=listed)}"
