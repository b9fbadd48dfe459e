"""Model files: one `.safetensors` file with weights and card for every kind of model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..whole_file import write_apart
from .model_card import HEADER_KEY, ModelCard, read_card

if TYPE_CHECKING:
    import numpy as np


def save_model(path: str | Path, card: ModelCard, arrays: Mapping[str, np.ndarray]) -> None:
    """Write a model file, whole or not at all.

    Raises:
        BadInputError: When the folder can't be written.
    """
    import numpy as np
    from safetensors.numpy import save_file

    contiguous = {name: np.asarray(array, order="C") for name, array in arrays.items()}
    write_apart(path, lambda place: save_file(contiguous, place, metadata={HEADER_KEY: card.to_json()}))


def load_model(path: str | Path) -> tuple[ModelCard, dict[str, np.ndarray]]:
    """Read a model file: its card and its arrays.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, or is cut short.
    """
    from safetensors.numpy import load_file

    card = read_card(path)
    return card, load_file(path)
