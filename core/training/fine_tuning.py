"""Fine-tuning: a network starts from a model file's weights, with layers frozen by choice."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from ..errors import BadInputError, UnknownNameError
from ..model_card import ModelCard

FREEZE = ("none", "encoder", "all_but_head")
"""What may be left as it is: nothing, the encoder, or everything but the last layer."""


def start_from(
    network: torch.nn.Module,
    card: ModelCard,
    arrays: Mapping[str, np.ndarray],
    architecture: str,
    bands: tuple[str, ...],
) -> tuple[str, ...]:
    """Put a model file's weights into a network; layers of another shape, as the head of another legend, stay new.

    Args:
        network: Just built.
        card: The model file's card.
        arrays: The model file's weights by name.
        architecture: Key of the network.
        bands: Bands of the network.

    Returns:
        Names of the weights that stay new.

    Raises:
        BadInputError: When the file holds another architecture or was trained on other bands.
    """
    if card.architecture != architecture:
        raise BadInputError(
            f"“{card.name}” is a {card.architecture}; it can't start a {architecture}. Choose that model."
        )
    if card.bands != bands:
        raise BadInputError(
            f"“{card.name}” was trained on {', '.join(card.bands)}, the imagery has {', '.join(bands)}. "
            "Choose the same bands."
        )
    state = network.state_dict()
    fitting = {
        name: torch.from_numpy(array)
        for name, array in arrays.items()
        if name in state and state[name].shape == array.shape
    }
    if not any(tensor.ndim > 1 for tensor in fitting.values()):
        raise BadInputError(
            f"No layer of “{card.name}” fits: it was built with the settings {card.architecture_parameters}."
        )
    network.load_state_dict(fitting, strict=False)
    return tuple(name for name in state if name not in fitting)


def freeze(network: torch.nn.Module, what: str) -> int:
    """Leave layers as they are while the others learn.

    Returns:
        How many weights are frozen.

    Raises:
        UnknownNameError: For a choice that isn't in `FREEZE`.
        BadInputError: When the network has no part of that name.
    """
    if what not in FREEZE:
        raise UnknownNameError("choice of what to freeze", what, FREEZE)
    parts = {
        "none": lambda _: False,
        "encoder": lambda name: name.startswith("encoder."),
        "all_but_head": lambda name: not name.startswith("head."),
    }
    frozen = [parameter for name, parameter in network.named_parameters() if parts[what](name)]
    if what != "none" and (not frozen or len(frozen) == len(list(network.parameters()))):
        raise BadInputError(f"This network has no part to freeze as “{what}”. Train it with freeze = none.")
    for parameter in frozen:
        parameter.requires_grad_(False)
    return sum(parameter.numel() for parameter in frozen)
