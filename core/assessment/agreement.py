"""The agreement of models on imagery that nobody labelled: a map is hardly better than its models agree on.

Where two models differ one of them is wrong, so that what both find alike says without labels how right they can be
(Madani, Pennock & Flake 2004, Co-validation: using model disagreement on unlabeled data to validate classification
algorithms, NeurIPS 17). What models make alike of wrong labels isn't seen: it is too good rather than too bad.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from ..labels.legend import Legend
from .confusion import Confusion
from .headline import headline


class Agreement:
    """Counts what each pair of models makes of the same pixels."""

    def __init__(self, models: int, legend: Legend) -> None:
        """Plan for two models or more that know the classes of a legend."""
        self._legend = legend
        self._pairs = {pair: Confusion(len(legend)) for pair in combinations(range(models), 2)}

    def add(self, maps: Sequence[np.ndarray]) -> None:
        """Count the class ids (H, W) of every model, 0 where there is no data."""
        for (one, other), confusion in self._pairs.items():
            confusion.add(maps[one], maps[other])

    @property
    def pixels(self) -> int:
        """How many pixels were counted."""
        return int(next(iter(self._pairs.values())).matrix.sum())

    def told(self) -> dict[str, float]:
        """Give the measures of `headline`, averaged over the pairs; empty where no pixel was counted."""
        if not self.pixels:
            return {}
        every = [headline(confusion, self._legend) for confusion in self._pairs.values()]
        return {name: float(np.mean([one[name] for one in every])) for name in every[0]}
