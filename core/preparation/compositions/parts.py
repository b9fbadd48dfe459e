"""Parts of a whole: what each one's unit is, and what stands for values of it that are too small to measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ...errors import BadInputError
from ...events import Events
from .log_ratio import REPLACED_SHARE, place_of, ratio_names, ratios, replaced
from .parameters import UNITS, LogRatioParameters


@dataclass
class Seen:
    """What a part's values look like: lowest, lowest above 0, how many there are and how many are censored."""

    low: float = np.inf
    least: float = np.inf
    count: int = 0
    censored: int = 0

    def add(self, values: np.ndarray, limit: Optional[float]) -> None:
        """Add values (N,); NaN are left out."""
        known = values[np.isfinite(values)]
        if not len(known):
            return
        positive = known[known > 0]
        self.low = min(self.low, float(known.min()))
        self.least = min(self.least, float(positive.min()) if len(positive) else np.inf)
        self.count += len(known)
        self.censored += int(np.count_nonzero(known < limit if limit else known <= 0))


class Parts:
    """The parts of a composition by name, with their units and detection limits."""

    def __init__(self, names: Sequence[str], parameters: LogRatioParameters) -> None:
        """Take the parts.

        Raises:
            BadInputError: For one part, or for other counts of units or limits than of parts.
            UnknownNameError: When there is no part to divide by.
        """
        if len(names) < 2:
            raise BadInputError("A composition has two parts at least. Choose all the elements or oxides of it.")
        self.names, self._parameters = tuple(names), parameters
        self._denominator = place_of(parameters.denominator, names)
        self.limits = _spread(parameters.detection_limits, self.names) or [None] * len(names)
        units = _spread(parameters.units, self.names)
        self._shares = np.array([UNITS[unit] for unit in units] if units else [1.0] * len(names))
        self._amounts = np.full(len(names), np.nan)

    @property
    def ratio_names(self) -> tuple[str, ...]:
        """The names of the log-ratios."""
        return ratio_names(self.names, self._parameters.transform, self._denominator)

    def look(self, seen: Sequence[Seen], source: str, events: Events) -> None:
        """Learn from all values of each part what stands for those that are too small.

        Raises:
            BadInputError: For negative parts, and for one that has no value above 0.
        """
        for index, (name, summary) in enumerate(zip(self.names, seen)):
            if summary.low < 0 and not self._parameters.negative_censored:
                raise BadInputError(
                    "“{part}” of “{source}” has negative values, down to {low:.4g}, and no part of a whole is below 0. "
                    "If a negative value means “less than”, say so in the settings; otherwise mend it.",
                    part=name,
                    source=source,
                    low=summary.low,
                )
            if not np.isfinite(summary.least) and not summary.low < 0:
                raise BadInputError(
                    "“{part}” of “{source}” has no value above 0. Leave it out, or choose another one.",
                    part=name,
                    source=source,
                )
            limit = self.limits[index]
            self._amounts[index] = REPLACED_SHARE * (limit if limit is not None else summary.least)
            if summary.censored:
                events.log(
                    "{part}: {count} of {total} values are too small to measure and count as {amount:.4g}",
                    part=name,
                    count=summary.censored,
                    total=summary.count,
                    amount=self._amounts[index],
                )
        if not self._parameters.units:
            events.log("All parts are taken to be in the same unit. Log-ratios have none.")

    def ratios(self, values: np.ndarray, below: Optional[np.ndarray] = None) -> np.ndarray:
        """Give the log-ratios (K, N) of values (D, N), NaN where one part has none.

        Args:
            values: In the parts' units.
            below: Limits (D, N) of values that are known to lie below; NaN where none is.
        """
        column = (slice(None), *[None] * (values.ndim - 1))
        limits = np.array([np.nan if limit is None else limit for limit in self.limits])[column]
        with np.errstate(invalid="ignore"):
            censored = (values <= 0) | (values < limits)
            amounts = np.where(values < 0, -REPLACED_SHARE * values, self._amounts[column])
        if below is not None:
            censored, amounts = censored | ~np.isnan(below), np.where(np.isnan(below), amounts, REPLACED_SHARE * below)
            values = np.where(np.isnan(below), values, 0.0)
        known = np.isfinite(values).all(axis=0)
        shares = self._shares[column]
        whole = replaced(np.where(censored, 0.0, values) * shares, censored, amounts * shares)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(known, ratios(whole, self._parameters.transform, self._denominator), np.nan)


def _spread(values: Sequence, names: Sequence[str]) -> list:
    """Give one of what was given for each part; nothing where nothing was given."""
    if len(values) in (0, len(names)):
        return list(values)
    if len(values) == 1:
        return list(values) * len(names)
    raise BadInputError(
        "For {parts} parts ({names}) there are {count} units or detection limits. Give one for all, or one for each in "
        "order.",
        count=len(values),
        parts=len(names),
        names=", ".join(names),
    )
