"""Run-length masks of COCO files, plain or in their compressed text (Lin et al. 2014; pycocotools' `maskApi`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

_MOST_PIXELS = 2**28


def run_length_mask(encoded: Mapping[str, Any]) -> np.ndarray:
    """Give the mask (H, W) of an object: `size` is (H, W), `counts` the runs of outside and inside, column by column.

    Raises:
        ValueError: When the runs don't fill the size.
    """
    height, width = (int(side) for side in encoded["size"])
    counts = encoded["counts"]
    runs = _runs(counts) if isinstance(counts, str) else [int(count) for count in counts]
    if not 0 < height * width <= _MOST_PIXELS or min(runs, default=0) < 0 or sum(runs) != height * width:
        raise ValueError(f"a run-length mask doesn't fill its {height} by {width} pixels")
    inside = np.arange(len(runs)) % 2 == 1
    filled: np.ndarray = np.repeat(inside, runs).reshape(width, height).T
    return filled


def _runs(text: str) -> list[int]:
    """Read the compressed text: five bits a letter, the lowest first; from the third on, runs are told as changes."""
    runs: list[int] = []
    number = shift = 0
    for letter in text:
        code = ord(letter) - 48
        number |= (code & 0x1F) << shift
        shift += 5
        if code & 0x20:
            continue
        if code & 0x10:
            number |= -1 << shift
        runs.append(number + runs[-2] if len(runs) > 2 else number)
        number = shift = 0
    return runs
