"""The predictors: the space in which it is told how far imagery lies from what a model learned from."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Optional

import numpy as np

from ..geodata.grid import Window
from ..geodata.stack import Stack
from ..model.card_file import read_card
from ..model.devices import choose_device
from ..model.members import Member, load_members
from ..model.model_card import FEATURE_IMPORTANCE, ModelCard
from ..prediction.bands import match_bands
from .jobs import BAND_SPACE

Read = Callable[[Stack, Window], tuple[np.ndarray, np.ndarray]]
"""Gives the predictors (F, H, W) of a window within the grid, and where they are valid (H, W)."""
BANDS, FEATURES, LAST_LAYER = "bands", "features", "last layer"


class Predictors:
    """What a model decides by, read from imagery window by window.

    Attributes:
        card: The model's card.
        kind: `BANDS`, a classifier's `FEATURES`, or a network's `LAST_LAYER`.
        importance: Of each predictor (F,), where the model tells it.
    """

    def __init__(self, model: str, space: str, device: str = "auto", threads: int = 0, number: int = 0) -> None:
        """Open a model, of a committee the one of that number; by its bands alone it is never loaded.

        Raises:
            BadInputError: When the model file can't be used.
        """
        self.card: ModelCard = read_card(model)
        self.kind, self.importance = BANDS, None
        self._read: Read = self._bands
        if space == BAND_SPACE:
            return
        member = load_members([model])[number]
        self.card = member.card
        if member.is_network:
            self.kind, self._read = LAST_LAYER, self._last_layer(member, device, threads)
        elif not member.is_graph:
            self.kind, self._read = FEATURES, self._features(member)
            self.importance = _importance(self.card, member)

    def read(self, stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Give the predictors (F, H, W) of a window within the grid, and where they are valid (H, W).

        Raises:
            BadInputError: When the imagery lacks bands of the model.
        """
        return self._read(stack, window)

    def _order(self, stack: Stack) -> list[int]:
        return list(match_bands(self.card.bands, stack.names, stack.images[0]))

    def _bands(self, stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
        image, valid = stack.read(window)
        values = image[self._order(stack)].astype(np.float64)
        return (self.card.normalisation.filled(values), valid) if stack.is_masked else (values, valid)

    def _features(self, member: Member) -> Read:
        margin = member.margin

        def read(stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
            image, valid = stack.read(window.padded(margin), mirrored=True)
            inner = slice(margin, margin + window.height), slice(margin, margin + window.width)
            features = member.model.features(self.card.normalisation.apply(image[self._order(stack)], valid), valid)
            return features[:, inner[0], inner[1]], valid[inner]

        return read

    def _last_layer(self, member: Member, device: str, threads: int) -> Read:
        from .last_layer import LastLayer

        layer = LastLayer(member.model, len(self.card.legend), choose_device(device, threads).torch)
        step = member.stride
        margin = math.ceil(member.margin / step) * step

        def read(stack: Stack, window: Window) -> tuple[np.ndarray, np.ndarray]:
            height, width = (math.ceil(side / step) * step + 2 * margin for side in window.shape)
            seen = Window(window.row - margin, window.col - margin, height, width)
            image, valid = stack.read(seen, mirrored=True)
            inner = slice(margin, margin + window.height), slice(margin, margin + window.width)
            if not valid[inner].any():
                return np.zeros((1, *window.shape), np.float32), valid[inner]
            outputs = layer(self.card.normalisation.apply(image[self._order(stack)], valid))
            return outputs[:, inner[0], inner[1]], valid[inner]

        return read


def predictors_of(model: str, space: str, device: str = "auto", threads: int = 0) -> tuple[Predictors, ...]:
    """Give the predictors of a model, of a committee those of each of its models that votes on every scene.

    Raises:
        BadInputError: When the model file can't be used.
    """
    numbers = read_card(model).voters if space != BAND_SPACE else (0,)
    return tuple(Predictors(model, space, device, threads, number) for number in numbers)


def _importance(card: ModelCard, member: Member) -> Optional[np.ndarray]:
    told = card.provenance.get(FEATURE_IMPORTANCE)
    if not isinstance(told, dict):
        return None
    return np.array([float(told.get(name, 0.0)) for name in member.model.feature_names])
