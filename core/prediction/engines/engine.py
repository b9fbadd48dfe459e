"""The engine: what computes one model over a batch of tiles, whichever library does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

LABELS, PROBABILITIES, LOGITS = "labels", "probabilities", "logits"


@dataclass(frozen=True)
class EngineRequest:
    """What is wanted of an engine for every tile.

    Attributes:
        kind: `LABELS`, class ids (N, h, w) uint8 from 1; `PROBABILITIES` or `LOGITS`, (N, C, h, w) float32.
        crop: Pixels dropped at every side: h = H − 2·crop.
        shape: B, H, W of a tile.
        batch: The most tiles that are given at a time.
    """

    kind: str
    crop: int
    shape: tuple[int, int, int]
    batch: int = 1


class Engine(Protocol):
    """Computes one model; where computing goes on by itself, `start` returns before it has ended.

    Attributes:
        name: What computes, and how precisely.
        in_flight: How many batches may be started before the first is waited for.
    """

    name: str
    in_flight: int

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Start a batch, and give the call that waits for its result.

        Args:
            images: (N, B, H, W) float32, normalised; left as they are.
            valid: (N, H, W).
        """
        ...
