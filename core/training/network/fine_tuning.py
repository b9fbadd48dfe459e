"""Fine-tuning: a network starts from a model file's weights, with layers frozen by choice."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
import torch

from ...errors import BadInputError, UnknownNameError
from ...labels.legend import Legend
from ...labels.names.spelling import Spellings
from ...model.model_card import ModelCard
from ..settings.choices import FREEZE

ClassAxes = Mapping[str, tuple[int, ...]]


def class_axes(network: torch.nn.Module, wider: torch.nn.Module) -> dict[str, tuple[int, ...]]:
    """Find the axes of weights along which the classes lie, by comparing with the same network of one class more."""
    shapes = {name: tensor.shape for name, tensor in wider.state_dict().items()}
    axes_by_name = {
        name: tuple(axis for axis, sizes in enumerate(zip(tensor.shape, shapes[name])) if sizes[0] != sizes[1])
        for name, tensor in network.state_dict().items()
    }
    return {name: axes for name, axes in axes_by_name.items() if axes}


def start_from(
    network: torch.nn.Module, card: ModelCard, arrays: Mapping[str, np.ndarray], legend: Legend, axes: ClassAxes
) -> tuple[str, ...]:
    """Put a model file's weights into a network; what belongs to classes that the file doesn't know stays new.

    Args:
        network: Just built, with the file's own settings.
        card: The model file's card.
        arrays: The model file's weights by name.
        legend: The classes of the network.
        axes: Where classes lie, as `class_axes` found.

    Returns:
        Names of the classes that stay new.

    Raises:
        BadInputError: When the weights don't fit the network.
    """
    known = Spellings(card.legend.names)
    here = [index for index, name in enumerate(legend.names) if name in known]
    there = [known.number(legend.names[index]) - 1 for index in here]
    state = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    try:
        for name, tensor in state.items():
            values = torch.from_numpy(np.array(arrays[name]))
            tensor_axes = axes.get(name, ())
            if tensor_axes:
                tensor[_rows(tensor.shape, tensor_axes, here)] = values[_rows(values.shape, tensor_axes, there)]
            elif tensor.shape == values.shape:
                tensor.copy_(values)
            else:
                raise KeyError(name)
    except (KeyError, IndexError, RuntimeError) as error:
        raise BadInputError(
            (
                "The weights of “{name}” don't fit the model {architecture} of this version ({error}). Train from "
                "scratch, or use the version of Outcrop that wrote it."
            ),
            name=card.name,
            architecture=card.architecture,
            error=error,
        ) from error
    network.load_state_dict(state)
    return tuple(name for name in legend.names if name not in known)


def freeze(network: torch.nn.Module, what: str, spared: Collection[str] = ()) -> int:
    """Leave layers as they are while the others learn.

    Args:
        network: Whose weights are frozen.
        what: One of `FREEZE`.
        spared: Names of weights that learn in any case, as those of the classes do.

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
    frozen = [parameter for name, parameter in network.named_parameters() if parts[what](name) and name not in spared]
    if what != "none" and (not frozen or len(frozen) == len(list(network.parameters()))):
        raise BadInputError("This network has no part to freeze as “{what}”. Train it with freeze = none.", what=what)
    for parameter in frozen:
        parameter.requires_grad_(False)
    return sum(parameter.numel() for parameter in frozen)


def keep_still(network: torch.nn.Module) -> None:
    """Take every frozen part out of training mode: its batch normalisation and dropout do as in prediction."""
    for module in network.modules():
        weights = list(module.parameters())
        if weights and not any(parameter.requires_grad for parameter in weights):
            module.eval()


def _rows(shape: torch.Size, axes: tuple[int, ...], rows: list[int]) -> tuple[np.ndarray, ...]:
    """Give the index of some rows along some axes, and of all along the others."""
    chosen = [list(range(size)) if axis not in axes else rows for axis, size in enumerate(shape)]
    return np.ix_(*chosen)
