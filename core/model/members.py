"""Members: the models that predict together, one alone or an ensemble, loaded and ready."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import BadInputError, OutcropError
from .architecture import NETWORK
from .catalogue import architecture, build, without_pretraining
from .companion import parted_arrays
from .graph import ONNX, Graph
from .model_card import ModelCard
from .model_file import load_model

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Member:
    """One loaded model.

    Attributes:
        path: Its file.
        card: Its card.
        model: A torch module that gives logits, in evaluation mode, a classifier, or an imported graph.
        number: Its place in its file, from 0; a committee's file holds several.
        weight: What its vote counts on scenes that look like those of the training; see `Companion`.
        weight_elsewhere: What it counts on others.
    """

    path: str
    card: ModelCard
    model: Any
    number: int = 0
    weight: float = 1.0
    weight_elsewhere: float = 1.0

    @property
    def is_graph(self) -> bool:
        """Whether the model is an imported ONNX graph."""
        return self.card.architecture == ONNX

    @property
    def is_network(self) -> bool:
        """Whether the model is a torch module."""
        return not self.is_graph and architecture(self.card.architecture).kind == NETWORK

    @property
    def margin(self) -> int:
        """Pixels to drop at a tile's side."""
        margin = 0 if self.is_network or self.is_graph else int(self.model.margin_px)
        return max(self.card.margin_px, margin)

    @property
    def looks_around(self) -> bool:
        """Whether what it makes of a pixel depends on those around it, and so on how the image lies."""
        return self.is_network or self.is_graph or int(self.model.margin_px) > 0

    @property
    def stride(self) -> int:
        """A tile's sides must be multiples of it."""
        if self.is_graph:
            return int(self.model.stride)
        if not self.is_network:
            return 1
        stride = getattr(self.model, "stride", 1)
        return max(architecture(self.card.architecture).stride, stride if isinstance(stride, int) else 1)


def load_members(paths: Sequence[str]) -> tuple[Member, ...]:
    """Load models that predict together, those of a committee's file one by one.

    Raises:
        BadInputError: For no model, a damaged file, weights that don't fit, or models with different classes.
    """
    if not paths:
        raise BadInputError("There is no model. Choose at least one model file.")
    members = tuple(member for path in paths for member in _load(str(path), _state(path)))
    first = members[0].card
    for other in (member.card for member in members[1:]):
        if other.legend.names != first.legend.names:
            raise BadInputError(
                (
                    "“{name}” knows the classes {names}, “{first_name}” knows {legend_names}. Only models with the "
                    "same classes in the same order are averaged."
                ),
                name=other.name,
                names=", ".join(other.legend.names),
                first_name=first.name,
                legend_names=", ".join(first.legend.names),
            )
    return members


@lru_cache(maxsize=4)
def _load(path: str, _state_then: tuple[int, ...]) -> tuple[Member, ...]:
    """Load a file's models; a warm process keeps the last few, as long as their files don't change."""
    whole, together = load_model(path)
    cards, parts = whole.members, parted_arrays(together, len(whole.companions))
    members = [_member(path, card, arrays, number) for number, (card, arrays) in enumerate(zip(cards, parts))]
    return tuple(
        replace(member, weight=weight, weight_elsewhere=elsewhere)
        for member, weight, elsewhere in zip(members, whole.weights, whole.weights_elsewhere)
    )


def _member(path: str, card: ModelCard, arrays: Mapping[str, np.ndarray], number: int) -> Member:
    if card.architecture == ONNX:
        return Member(path, card, _graph(path, card, arrays), number)
    if architecture(card.architecture).kind != NETWORK:
        model = _built(path, card)
        model.load_arrays(arrays)
        return Member(path, card, model, number)
    import torch

    from .blank_weights import BlankWeights

    with torch.device("meta"), BlankWeights():  # which allocates nothing, whatever size the card asks for
        shapes = {name: tuple(value.shape) for name, value in _built(path, card).state_dict().items()}
    stored = {name: array.shape for name, array in arrays.items()}
    if shapes != stored:
        raise _unfit(path, card, _difference(shapes, stored))
    with BlankWeights():
        model = _built(path, card)
    try:
        model.load_state_dict({name: torch.from_numpy(array) for name, array in arrays.items()})
    except RuntimeError as error:
        raise _unfit(path, card, str(error)) from error
    return Member(path, card, model.eval(), number)


def _state(path: str) -> tuple[int, ...]:
    """Say which file stands under a path: another one that was put there may be as old as the one before."""
    try:
        status = Path(path).stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_size, status.st_ino


def _built(path: str, card: ModelCard) -> Any:
    parameters = without_pretraining(card.architecture, card.architecture_parameters)
    try:
        return build(card.architecture, card.bands, len(card.legend), parameters)
    except OutcropError:
        raise
    except (RuntimeError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError) as error:
        raise _unfit(path, card, str(error)) from error


def _unfit(path: str, card: ModelCard, reason: str) -> BadInputError:
    return BadInputError(
        (
            "The weights in “{path}” don't fit the model “{architecture}” of this version: {reason}. Train the model "
            "again, or use the version of Outcrop that wrote it."
        ),
        path=path,
        architecture=card.architecture,
        reason=reason,
    )


def _difference(shapes: Mapping[str, Any], stored: Mapping[str, Any]) -> str:
    """Name the first array that the file lacks, has too many, or has in another shape."""
    name = next(name for name in (*shapes, *stored) if shapes.get(name) != stored.get(name))
    return f"“{name}” has shape {stored.get(name, 'none')} where {shapes.get(name, 'none')} is needed"


def _graph(path: str, card: ModelCard, arrays: Mapping[str, np.ndarray]) -> Graph:
    content = arrays.get(ONNX)
    if content is None or content.dtype.name != "uint8" or content.ndim != 1:
        raise BadInputError("“{path}” holds no ONNX graph. Import the ONNX file again.", path=path)
    return Graph.of(content.tobytes(), card.architecture_parameters)
