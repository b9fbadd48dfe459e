"""The base model: the model file that a training starts from instead of from nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Optional

from ..errors import BadInputError
from ..geodata.normalisation import Normalisation
from ..geodata.values.band_values import BandValues
from ..geodata.values.matched import by_percentiles
from ..message import Message
from .catalogue import architecture
from .graph import ONNX
from .model_card import ModelCard

_FAR = 1.0
"""A band's range may have moved by this share of its width, and be wider or narrower by 1 + this factor (ours)."""


def check_base(card: ModelCard, key: str, bands: tuple[str, ...]) -> None:
    """Refuse a model file that a training can't start from.

    Bands that are called otherwise are taken in their order, unless one that both know has another place.

    Args:
        card: The file's card.
        key: The architecture that is to be trained.
        bands: The imagery's bands.

    Raises:
        BadInputError: When it is a classifier, an imported graph, another architecture, or was trained on other bands.
    """
    if card.architecture == ONNX:
        raise BadInputError(
            "“{name}” was imported from ONNX: it predicts, but it can't be trained further. Start from scratch.",
            name=card.name,
        )
    wanted, own = architecture(key), architecture(card.architecture)
    if wanted.is_fitted or own.is_fitted:
        fitted = wanted if wanted.is_fitted else own
        raise BadInputError(
            "“{model}” learns everything anew: there is nothing to take over from “{name}”. Start from scratch.",
            model=Message(fitted.title), name=card.name,
        )  # fmt: skip
    if own is not wanted:
        raise BadInputError(
            "“{name}” is of the model “{own}”; no “{model}” can start from it. Choose the model “{own}”, or start from "
            "scratch.",
            name=card.name, own=Message(own.title), model=Message(wanted.title),
        )  # fmt: skip
    if len(card.bands) != len(bands) or any(
        one != other and (one in bands or other in card.bands) for one, other in zip(card.bands, bands)
    ):
        raise BadInputError(
            "“{name}” was trained on {bands}, the imagery has {bands_2}. Choose the same bands in the same order.",
            name=card.name,
            bands=", ".join(card.bands),
            bands_2=", ".join(bands),
        )


@dataclass(frozen=True)
class BaseScaling:
    """How the model to start from scales its bands, and how the values of its scenes are distributed, if it knows."""

    normalisation: Normalisation
    values: Optional[BandValues] = None

    @classmethod
    def of(cls, card: ModelCard) -> BaseScaling:
        """Take it from a model's card."""
        return cls(card.normalisation, card.values)

    def fitted(self, learned: Normalisation, seen: Optional[BandValues]) -> Normalisation:
        """Give the scaling that the base's weights expect of other scenes.

        Where they look different, their percentiles are brought to those of the base's scenes, so that the weights meet
        what they know (benchmarks/README.md measures it). Of a base that doesn't know its scenes' values, the scaling
        is kept where the range of the values is alike, and is the imagery's own elsewhere.

        Args:
            learned: The imagery's own scaling.
            seen: How its values are distributed; None where there are hardly any.
        """
        base = self.normalisation
        if self.values is None or seen is None:
            return base if _is_alike(base, learned) else learned
        if not self.values.differs(seen):
            return base
        brought = by_percentiles(base, seen.quantiles, self.values.quantiles)
        return replace(learned, method=base.method, offset=brought.offset, scale=brought.scale, mean=brought.mean)


def _is_alike(base: Normalisation, learned: Normalisation) -> bool:
    """Say whether the values of the imagery lie in about the range that the base was trained on."""
    for low, high, new_low, new_high in zip(base.low, base.high, learned.low, learned.high):
        width, new_width = max(high - low, 1e-12), max(new_high - new_low, 1e-12)
        moved = abs((new_low + new_high) - (low + high)) / 2
        if moved > _FAR * width or not 1 / (1 + _FAR) <= new_width / width <= 1 + _FAR:
            return False
    return True
