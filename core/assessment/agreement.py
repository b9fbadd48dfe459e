"""The agreement of models on imagery that nobody labelled: a map is hardly better than its models agree on.

Where two models differ one of them is wrong, so that what both find alike says without labels how right they can be
(Madani, Pennock & Flake 2004, Co-validation: using model disagreement on unlabeled data to validate classification
algorithms, NeurIPS 17). What models make alike of wrong labels isn't seen: it is too good rather than too bad. So a
model is compared with those that learn in another way than it does.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..labels.legend import Legend
from .confusion import Confusion
from .headline import headline


class Agreement:
    """Counts what a model and each of some others make of the same pixels."""

    def __init__(self, others: int, legend: Legend) -> None:
        """Plan for one model and a number of others that know the classes of a legend."""
        self._legend = legend
        self._confusions = [Confusion(len(legend)) for _ in range(others)]

    def add(self, classes: np.ndarray, of_others: Sequence[np.ndarray]) -> None:
        """Count the class ids (H, W) of the model and of each other one, 0 where there is no data."""
        for confusion, other in zip(self._confusions, of_others):
            confusion.add(classes, other)

    @property
    def pixels(self) -> int:
        """How many pixels were counted."""
        return int(self._confusions[0].matrix.sum())

    def told(self) -> dict[str, float]:
        """Give the measures of `headline`, averaged over the others; empty where no pixel was counted."""
        if not self.pixels:
            return {}
        every = [headline(confusion, self._legend) for confusion in self._confusions]
        return {name: float(np.mean([one[name] for one in every])) for name in every[0]}
