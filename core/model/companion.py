"""The companion: a further model in a model file, whose probabilities are averaged with those of the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import BadInputError

if TYPE_CHECKING:
    import numpy as np

MOST = 8
"""So many companions a file may hold: more than anybody trains, few enough for memory."""
_PREFIX = "companion {number}/"


@dataclass(frozen=True)
class Companion:
    """What a committee's card says of one of its further members; bands, classes and scaling are the card's.

    Attributes:
        architecture: Key in the list of models.
        architecture_parameters: Its parameters by name.
        margin_px: How much of a tile's edge prediction drops.
        temperature: As in the card.
        weight: What its vote counts, where that of the first model counts 1, on scenes that look like those of the
            training; 0 takes no part there.
        weight_elsewhere: What its vote counts on scenes that look different.
    """

    architecture: str
    architecture_parameters: dict[str, Any]
    margin_px: int = 0
    temperature: float = 1.0
    weight: float = 1.0
    weight_elsewhere: float = 1.0

    @property
    def own_fields(self) -> dict[str, Any]:
        """What it has instead of the card's fields of the same names."""
        return {name: value for name, value in vars(self).items() if name not in ("weight", "weight_elsewhere")}


def joined_arrays(
    first: Mapping[str, np.ndarray], companions: Sequence[Mapping[str, np.ndarray]]
) -> dict[str, np.ndarray]:
    """Give the arrays of a file's first model and of its companions under names that differ."""
    joined = dict(first)
    for number, arrays in enumerate(companions, start=1):
        joined.update({f"{_PREFIX.format(number=number)}{name}": array for name, array in arrays.items()})
    return joined


def parted_arrays(arrays: Mapping[str, np.ndarray], companions: int) -> list[dict[str, np.ndarray]]:
    """Give the arrays of a file's first model, then of each companion, under their own names.

    Raises:
        BadInputError: A companion has none.
    """
    parts: list[dict[str, np.ndarray]] = []
    rest = dict(arrays)
    for number in range(1, companions + 1):
        prefix = _PREFIX.format(number=number)
        of_part = {name: rest.pop(name) for name in list(rest) if name.startswith(prefix)}
        if not of_part:
            raise BadInputError("The model file lacks the weights of one of its models. Train it again.")
        parts.append({name[len(prefix) :]: array for name, array in of_part.items()})
    return [rest, *parts]
