"""Model files: one `.safetensors` file with weights and card for every kind of model."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import BadInputError
from ..files.whole_file import write_apart
from .card_file import DIGEST, HEADER_KEY, WEIGHTS_DIGEST, opened, read_head
from .model_card import ModelCard
from .weights import entry_of, head_digest, read_arrays, weights_digest

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
    text, weights = card.to_json(), weights_digest(contiguous)
    metadata = {
        HEADER_KEY: text,
        WEIGHTS_DIGEST: weights,
        DIGEST: head_digest(text, weights, [entry_of(name, array) for name, array in contiguous.items()]),
    }
    write_apart(path, lambda file: save_file(contiguous, file, metadata=metadata))


def load_model(path: str | Path) -> tuple[ModelCard, dict[str, np.ndarray]]:
    """Read a model file: its card and its arrays, from one opening.

    Raises:
        BadInputError: When the file isn't one of Outcrop's, is damaged or cut short.
    """
    with opened(path) as file:
        head = read_head(file, path)
        try:
            arrays = read_arrays(file, head.entries)
            if head.weights_digest and weights_digest(arrays) != head.weights_digest:
                raise ValueError("they aren't as they were written")
        except (ValueError, MemoryError) as error:
            raise BadInputError(
                "The weights in “{path}” are damaged ({error}). Train the model again or get a fresh copy.",
                path=path,
                error=error,
            ) from error
    return head.card, arrays
