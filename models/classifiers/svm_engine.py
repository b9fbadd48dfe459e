"""Fast prediction with a support vector machine: kernels and decisions as matrix products.

On the CPU decisions are computed in single precision; where that can't tell who wins, again in double precision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any

import numpy as np

from .parallel import calm_length, core_count, in_slices, torch_if_it_loads
from .standardisation import Standardisation

_PROBES = 512
_MARGIN = 32.0
"""How many times the largest error seen in single precision counts as undecided (ours)."""
_NEAR, _ON_CUDA = 1 << 19, 1 << 26
"""How many kernel values are held at a time (ours): for each core, few enough to stay near it; and on CUDA."""


@dataclass(frozen=True)
class SupportVectors:
    """A support vector machine over K classes in S vectors and P = K (K − 1) / 2 duels, in float64.

    Attributes:
        gamma: Of the kernel exp(−gamma · distance²).
        vectors: Support vectors (S, F), class after class.
        weights: What each vector counts in each duel (S, P).
        intercepts: Of the duels (P,).
        pairs: First and second class of each duel (P, 2); the first wins where the decision is above 0.
        classes: Number of classes K.
    """

    gamma: float
    vectors: np.ndarray
    weights: np.ndarray
    intercepts: np.ndarray
    pairs: np.ndarray
    classes: int

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, np.ndarray]) -> SupportVectors:
        """Lay out the arrays of the model file.

        Raises:
            KeyError: An array is missing.
            ValueError: They don't fit each other.
        """
        vectors, counts, coefficients = arrays["vectors"], arrays["vector_counts"], arrays["coefficients"]
        classes, ends = len(counts), np.cumsum(counts)
        pairs = np.array(list(combinations(range(classes), 2)), np.intp)
        whole = counts.min() >= 0 and ends[-1] == len(vectors) == coefficients.shape[1]
        if not whole or len(coefficients) != classes - 1 or len(arrays["intercepts"]) != len(pairs):
            raise ValueError("its support vectors are damaged")
        weights = np.zeros((len(vectors), len(pairs)))
        rows_of = [slice(end - count, end) for end, count in zip(ends, counts)]
        for duel, (first, second) in enumerate(pairs):  # a class's vectors skip their own class in the coefficients
            weights[rows_of[first], duel] = coefficients[second - 1, rows_of[first]]
            weights[rows_of[second], duel] = coefficients[first, rows_of[second]]
        return cls(float(arrays["gamma"][0]), vectors, weights, arrays["intercepts"], pairs, classes)

    @cached_property
    def kernel(self) -> np.ndarray:
        """The matrix (F + 2, S) that maps (x, |x|², 1) to the kernel's exponents −gamma · |x − vector|²."""
        squares = (self.vectors**2).sum(axis=1)
        matrix: np.ndarray = self.gamma * np.vstack([2 * self.vectors.T, -np.ones_like(squares), -squares])
        return matrix

    def decisions(self, points: np.ndarray) -> np.ndarray:
        """Compute the duels' decisions (n, P) of standardised points (n, F) in double precision."""
        parts = [
            np.exp(_extended(points[first : first + _PROBES]) @ self.kernel) @ self.weights
            for first in range(0, len(points), _PROBES)
        ]
        return np.concatenate(parts) + self.intercepts


class VotingSvm:
    """A support vector machine ready for prediction on a device; without torch, NumPy computes."""

    def __init__(self, machine: SupportVectors, standardisation: Standardisation, device: str) -> None:
        self._machine, self._standardisation = machine, standardisation
        first, second = machine.pairs.T
        self._first, self._second = (np.eye(machine.classes, dtype=np.float32)[ids] for ids in (first, second))
        torch = torch_if_it_loads()
        precision = np.float32 if device == "cpu" else np.float64
        kernel, weights, intercepts = (
            np.ascontiguousarray(a, precision) for a in (machine.kernel, machine.weights, machine.intercepts)
        )
        values = _NEAR * core_count() if device == "cpu" else _ON_CUDA
        length = max(64, values // max(1, len(machine.vectors)))
        self._duels: Any = (
            _NumpyDuels(kernel, weights, intercepts, length)
            if torch is None
            else _TorchDuels(torch, device, kernel, weights, intercepts, length)
        )
        self._tolerance = 0.0 if device != "cpu" else self._measured_tolerance()

    def __call__(self, samples: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Give the winner (n,) among K classes and the probabilities (n, K) float32 of samples (n, F) float32."""
        count = len(samples)
        points = self._standardisation.apply(samples)
        decisions = self._duels(points)
        winners, shares = np.empty(count, np.intp), np.empty((count, self._machine.classes), np.float32)

        def work(part: slice) -> None:
            winners[part], shares[part] = self._vote(decisions[part], points[part])

        in_slices(work, count, calm_length(self._first.size))
        return winners, shares

    def _vote(self, decisions: np.ndarray, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        undecided = self._undecided(decisions)
        if undecided.size:
            decisions[undecided] = self._machine.decisions(points[undecided])
        return self._votes(decisions > 0).argmax(axis=1), self._probabilities(decisions.astype(np.float32, copy=False))

    def _votes(self, first_wins: np.ndarray) -> np.ndarray:
        wins = first_wins.astype(np.float32)
        votes: np.ndarray = wins @ self._first + (1 - wins) @ self._second
        return votes

    def _undecided(self, decisions: np.ndarray) -> np.ndarray:
        """Give the pixels (k,) of decisions (n, P) for which a duel that is too close could change the winner."""
        near = np.abs(decisions) <= self._tolerance
        pixels = np.flatnonzero(near.any(axis=1))
        if not pixels.size:
            return pixels
        close, values = near[pixels].astype(np.float32), decisions[pixels]
        fewest = self._votes(values > 0) - close @ (self._first + self._second)
        fewest += ((values <= 0) & near[pixels]).astype(np.float32) @ self._first
        fewest += ((values > 0) & near[pixels]).astype(np.float32) @ self._second
        most = fewest + close @ (self._first + self._second)
        winner = self._votes(values > 0).argmax(axis=1)
        lines, ids = np.arange(len(pixels)), np.arange(self._machine.classes)
        rival = most + 0.5 * (ids < winner[:, None])  # of two with as many votes the lower class wins
        rival[lines, winner] = -1.0
        return pixels[rival.max(axis=1) > fewest[lines, winner]]

    def _probabilities(self, decisions: np.ndarray) -> np.ndarray:
        """Give the scaled product (n, K) of each class's chances in its duels."""
        margins = 2 * decisions
        losses = np.exp(-np.abs(margins))
        losses += 1
        chances = np.minimum(margins, 0) - np.log(losses, out=losses)  # logarithm, of the first class
        scores: np.ndarray = chances @ (self._first + self._second) - margins @ self._second
        scores -= scores.max(axis=1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=1, keepdims=True)
        return scores

    def _measured_tolerance(self) -> float:
        vectors = self._machine.vectors
        points = vectors[:: max(1, len(vectors) // _PROBES)]
        if not len(points):
            return 0.0
        error = float(np.abs(self._duels(points) - self._machine.decisions(points)).max())
        return _MARGIN * max(error, 1e-6)


class _NumpyDuels:
    """Decisions (n, P) of standardised points (n, F), in slices of `length` points."""

    def __init__(self, kernel: np.ndarray, weights: np.ndarray, intercepts: np.ndarray, length: int) -> None:
        self._kernel, self._weights, self._intercepts, self._length = kernel, weights, intercepts, length

    def __call__(self, points: np.ndarray) -> np.ndarray:
        decisions = np.empty((len(points), len(self._intercepts)), self._kernel.dtype)
        extended = _extended(points).astype(self._kernel.dtype)

        def work(part: slice) -> None:
            kernels = extended[part] @ self._kernel
            np.exp(kernels, out=kernels)
            np.add(kernels @ self._weights, self._intercepts, out=decisions[part])

        in_slices(work, len(points), self._length)
        return decisions


class _TorchDuels:
    """The same in torch, which shares one slice among the cores or computes it on CUDA."""

    def __init__(
        self, torch: Any, device: str, kernel: np.ndarray, weights: np.ndarray, intercepts: np.ndarray, length: int
    ) -> None:
        self._torch, self._device, self._length, self._precision = torch, device, length, kernel.dtype
        self._kernel, self._weights, self._intercepts = (
            torch.from_numpy(array).to(device) for array in (kernel, weights, intercepts)
        )

    def __call__(self, points: np.ndarray) -> np.ndarray:
        torch = self._torch
        extended = torch.from_numpy(_extended(points).astype(self._precision))
        parts = []
        with torch.inference_mode():
            for part in extended.split(self._length):
                kernels = torch.mm(part.to(self._device), self._kernel).exp_()
                parts.append(torch.addmm(self._intercepts, kernels, self._weights).cpu())
            decisions: np.ndarray = torch.cat(parts).numpy()
        return decisions


def _extended(points: np.ndarray) -> np.ndarray:
    """Give (x, |x|², 1) (n, F + 2) of points x (n, F)."""
    return np.hstack([points, (points**2).sum(axis=1, keepdims=True), np.ones((len(points), 1), points.dtype)])
