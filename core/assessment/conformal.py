"""The contact margin: a distance within which true boundaries lie, with a guarantee, by conformal risk control.

Angelopoulos et al. 2024 (arXiv 2208.02814): the smallest margin λ with
n / (n + 1) · R(λ) + 1 / (n + 1) ≤ α keeps the expected risk of a new block within α, where R is the mean over n
exchangeable calibration blocks of the share of their true boundary that lies farther than λ from the predicted one.
Blocks,
not pixels, are the units, because pixels of one boundary depend on each other; margins drawn around a mask
are those of Mossina & Friedrich 2025 (arXiv 2503.05618).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import BadInputError


@dataclass(frozen=True)
class ContactMargin:
    """The margin.

    Attributes:
        margin_m: True boundaries lie within this distance of the predicted ones, in the share `confidence`.
        confidence: That share, on average over places like the calibration blocks.
        blocks: How many blocks it was calibrated on.
    """

    margin_m: float
    confidence: float
    blocks: int


def least_blocks(confidence: float) -> int:
    """Give how many blocks a confidence needs at least."""
    return math.ceil(round(confidence / (1.0 - confidence), 9))


def contact_margin(counts: np.ndarray, upper_m: np.ndarray, confidence: float = 0.9) -> ContactMargin:
    """Choose the margin from the distances of true boundary pixels to the nearest predicted boundary.

    Args:
        counts: Boundary pixels by block and distance class (n, D + 1); the last class lies beyond all.
        upper_m: The upper limit of each distance class but the last (D,), rising.
        confidence: The share of true boundaries that is to lie within.

    Raises:
        BadInputError: When there are too few blocks with boundaries, or no margin within reach is wide enough.
    """
    totals = counts.sum(axis=1)
    used = counts[totals > 0]
    blocks, least = len(used), least_blocks(confidence)
    if blocks < least:
        raise BadInputError(
            (
                "Only {blocks} blocks hold true boundaries; a contact margin at {confidence:.0f} % needs at least "
                "{least}. Choose smaller blocks, or labels of a larger area."
            ),
            blocks=blocks,
            confidence=100 * confidence,
            least=least,
        )
    within = used.cumsum(axis=1)[:, :-1] / totals[totals > 0][:, None]
    risk = blocks / (blocks + 1) * (1.0 - within.mean(axis=0)) + 1.0 / (blocks + 1)
    fitting = np.flatnonzero(risk <= 1.0 - confidence + 1e-12)
    if not len(fitting):
        raise BadInputError(
            (
                "More than {share:.0f} % of the true boundaries lie farther than {upper_m:,.0f} m from any "
                "predicted one: no contact margin within reach holds. Look at the map before its contacts."
            ),
            share=100 * (1 - confidence),
            upper_m=upper_m[-1],
        )
    return ContactMargin(float(upper_m[fitting[0]]), confidence, blocks)


def coverage(counts: np.ndarray, upper_m: np.ndarray, margin_m: float) -> float:
    """Give the mean share over blocks of true boundary within a margin; blocks without any are left out."""
    totals = counts.sum(axis=1)
    used = counts[totals > 0]
    last = int(np.searchsorted(upper_m, margin_m + 1e-9))
    return float((used[:, :last].sum(axis=1) / totals[totals > 0]).mean())
