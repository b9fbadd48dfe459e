"""The engine: what computes one model over a batch of tiles, whichever library does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

LABELS, PROBABILITIES = "labels", "probabilities"


@dataclass(frozen=True)
class Request:
    """What is wanted of an engine for every tile.

    Attributes:
        kind: `LABELS`, class ids (N, h, w) uint8 from 1, or `PROBABILITIES`, (N, C, h, w) float32.
        margin: Pixels dropped at every side: h = H − 2·margin.
    """

    kind: str
    margin: int


class Engine(Protocol):
    """Computes one model; where computing goes on by itself, `start` returns before it has ended."""

    name: str

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Start a batch: images (N, B, H, W) float32 normalised, valid (N, H, W); the call that it gives waits for the result."""
        ...
