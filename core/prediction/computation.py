"""Computation: the engines of all members over one batch, their symmetries averaged, into labels or probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..assessment.calibration import tempered
from ..assessment.prior_shift import shifted
from .engines.engine import Engine
from .tile_reader import Batch

Symmetry = Callable[[np.ndarray], np.ndarray]


def _turned(quarters: int, mirrored: bool) -> tuple[Symmetry, Symmetry]:
    """Give a symmetry of the square over the last two axes, and its inverse."""

    def forward(array: np.ndarray) -> np.ndarray:
        turned = np.rot90(array, quarters, axes=(-2, -1))
        return turned[..., ::-1] if mirrored else turned

    def backward(array: np.ndarray) -> np.ndarray:
        straight = array[..., ::-1] if mirrored else array
        return np.rot90(straight, -quarters, axes=(-2, -1))

    return forward, backward


SYMMETRIES = tuple(_turned(quarters, mirrored) for mirrored in (False, True) for quarters in range(4))
"""The eight symmetries of the square with their inverses, the first one leaving everything as it is."""


@dataclass(frozen=True)
class Vote:
    """What is done to an engine's probabilities: by class and by temperature; and their weight in the mean.

    One that doesn't look around finds the same in every symmetry, and is asked once.
    """

    temperature: float = 1.0
    weight: float = 1.0
    factors: tuple[float, ...] = ()
    looks_around: bool = True

    @property
    def changes_nothing(self) -> bool:
        """Whether probabilities stay as they are."""
        return self.temperature == 1.0 and not self.factors

    def of(self, probabilities: np.ndarray) -> np.ndarray:
        """Give the probabilities (N, C, H, W) that count."""
        return tempered(shifted(probabilities, self.factors), self.temperature)


class Computation:
    """What is computed for every batch: one engine alone, or probabilities averaged over engines and symmetries."""

    def __init__(self, engines: Sequence[Engine], symmetries: bool = False, votes: Sequence[Vote] = ()) -> None:
        """Keep the members' engines; several of them, or symmetries, need engines that give probabilities.

        Votes, one for each engine, are of engines that give probabilities; labels have none.
        """
        self._engines = tuple(engines)
        self._votes = tuple(votes) or (Vote(),) * len(self._engines)
        self._symmetries = SYMMETRIES if symmetries else SYMMETRIES[:1]
        self.in_flight = min(engine.in_flight for engine in engines) if self.passes == 1 else 1

    @property
    def passes(self) -> int:
        """How often a pixel is computed."""
        return len(self._engines) * len(self._symmetries)

    def start(self, batch: Batch) -> Callable[[], np.ndarray]:
        """Start a batch; the call that it gives waits for labels (N, h, w) or probabilities (N, C, h, w)."""
        if not batch.tiles:
            return lambda: np.zeros((0, 0, 0), np.uint8)
        if self.passes == 1:
            wait, vote = self._engines[0].start(batch.images[0], batch.valid), self._votes[0]
            return wait if vote.changes_nothing else lambda: vote.of(wait())
        return lambda: self._average(batch)

    def _average(self, batch: Batch) -> np.ndarray:
        results = self._results(batch)
        total = np.array(next(results), dtype=np.float32, order="C")
        for result in results:
            total += result
        total /= len(self._symmetries) * sum(vote.weight for vote in self._votes)
        return total

    def _results(self, batch: Batch) -> Iterator[np.ndarray]:
        for engine, images, vote in zip(self._engines, batch.images, self._votes):
            symmetries = self._symmetries if vote.looks_around else SYMMETRIES[:1]
            weight = vote.weight * len(self._symmetries) / len(symmetries)
            for forward, backward in symmetries:
                turned = np.ascontiguousarray(forward(images)), np.ascontiguousarray(forward(batch.valid))
                shares = vote.of(engine.start(*turned)())
                yield backward(shares if weight == 1.0 else shares * np.float32(weight))
