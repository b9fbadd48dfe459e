"""Log-ratios: compositions (D, …) of parts above 0 brought to where ordinary statistics hold. All are natural logs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...errors import UnknownNameError
from .parameters import ADDITIVE, CENTRED

REPLACED_SHARE = 0.65
"""Of a detection limit: what stands for a value below it."""


def centred(parts: np.ndarray) -> np.ndarray:
    """Give ln xⱼ − mean ln x (D, …), which sum to 0: Aitchison 1982, J. R. Stat. Soc. B 44(2), 139–177."""
    logs = np.log(parts)
    return np.asarray(logs - logs.mean(axis=0))


def additive(parts: np.ndarray, denominator: int) -> np.ndarray:
    """Give ln (xⱼ / x_d) of all but the part d (D − 1, …): Aitchison 1982, J. R. Stat. Soc. B 44(2), 139–177."""
    logs = np.log(parts)
    return np.delete(logs - logs[denominator], denominator, axis=0)


def isometric(parts: np.ndarray) -> np.ndarray:
    """Give √(i / (i + 1)) ln (g(x₁…xᵢ) / xᵢ₊₁) for i = 1…D − 1, g the geometric mean (D − 1, …).

    Egozcue et al. 2003, Mathematical Geology 35(3), 279–300, doi 10.1023/A:1023818214614.
    """
    logs = np.log(parts)
    count = np.arange(1, len(parts)).reshape(-1, *[1] * (parts.ndim - 1))
    means = np.cumsum(logs[:-1], axis=0) / count
    return np.asarray(np.sqrt(count / (count + 1)) * (means - logs[1:]))


def replaced(parts: np.ndarray, censored: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """Put small amounts where parts (D, …) are too small to measure; the sum and the others' ratios stay.

    Multiplicative replacement: Martín-Fernández, Barceló-Vidal & Pawlowsky-Glahn 2003, Mathematical Geology 35(3),
    253–278, doi 10.1023/A:1023866030544. NaN where the amounts are more than what was measured.
    """
    put = np.where(censored, amounts, 0.0)
    total = np.where(censored, 0.0, parts).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        left = 1 - put.sum(axis=0) / total
    return np.where(left > 0, np.where(censored, put, parts * left), np.nan)


def ratios(parts: np.ndarray, transform: str, denominator: int) -> np.ndarray:
    """Give the log-ratios of a kind."""
    if transform == CENTRED:
        return centred(parts)
    return additive(parts, denominator) if transform == ADDITIVE else isometric(parts)


def ratio_names(names: Sequence[str], transform: str, denominator: int) -> tuple[str, ...]:
    """Name the log-ratios of parts of those names."""
    if transform == CENTRED:
        return tuple(f"clr {name}" for name in names)
    if transform == ADDITIVE:
        return tuple(f"ln {name}/{names[denominator]}" for number, name in enumerate(names) if number != denominator)
    return tuple(f"ilr {number}" for number in range(1, len(names)))


def place_of(name: str, names: Sequence[str]) -> int:
    """Give the place of the part to divide by; the last one's for an empty name.

    Raises:
        UnknownNameError: When there is no such part.
    """
    alike = [index for index, present in enumerate(names) if present.casefold() == name.strip().casefold()]
    if name.strip() and not alike:
        raise UnknownNameError("part", name, names)
    return alike[0] if alike else len(names) - 1
