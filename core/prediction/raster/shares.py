"""Shares of a scene by threshold: how much of it a class is, from how often each of its kept probabilities occurs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

import numpy as np

from .uncertainty import STEPS


@dataclass(frozen=True)
class Shares:
    """How often each kept probability (1…255; 0 is nodata) of one class occurs, (256,)."""

    counts: np.ndarray

    @classmethod
    def of_text(cls, text: Optional[str]) -> Optional[Shares]:
        """Read a band's item of metadata; None where it holds no such counts."""
        try:
            counts = np.array([int(part) for part in (text or "").split("|")], np.int64)
        except (ValueError, OverflowError):
            return None
        return cls(counts) if len(counts) == STEPS + 2 and counts.min() >= 0 and counts[1:].sum() else None

    def at(self, byte: int) -> float:
        """Give the share of the pixels whose kept probability is at least `byte` (1…255)."""
        return float(self.counts[byte:].sum() / self.counts[1:].sum())

    def byte_for(self, share: float) -> int:
        """Give the kept probability (1…255) at which the class has a share, as nearly as there is one."""
        exceeding = self.counts[::-1].cumsum()[::-1][1:] / self.counts[1:].sum()
        return int(np.abs(exceeding - share).argmin()) + 1
