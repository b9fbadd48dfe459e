"""A model as an ONNX file: the network with its scaling before it and its probabilities after it, and the metadata."""

from __future__ import annotations

import logging
import math
import warnings
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

import torch

from ..errors import BadInputError, MissingPackageError, OutcropError
from ..files.unfinished import temporary_folder
from ..geodata.normalisation import GIVEN, LIMIT, Normalisation
from ..model.members import Member
from ..prediction.engines.engine import PROBABILITIES, EngineRequest
from ..prediction.engines.onnx_engine import export
from .deepness import written_metadata
from .import_parameters import USUAL_DIVISOR
from .onnx_classifiers import with_classifiers

_OLDEST_READER = 9
"""Version of the format that ONNX Runtime 1.17 still reads, the newest that Deepness allows."""
_OPSET = 18
_MOST_OVERLAP = 0.4


class ExportedNetwork(torch.nn.Module):
    """A network for values divided by 255: scales them as in its training, and gives probabilities."""

    offset: torch.Tensor
    scale: torch.Tensor
    shift: torch.Tensor

    def __init__(
        self, network: torch.nn.Module, scaling: Normalisation, temperature: float = 1.0, factors: Sequence[float] = ()
    ) -> None:
        super().__init__()
        self.network, self.temperature = network, temperature
        self.clips = scaling.method != GIVEN
        self.register_buffer("offset", torch.tensor(scaling.offset).reshape(1, -1, 1, 1))
        self.register_buffer("scale", torch.tensor(scaling.scale).reshape(1, -1, 1, 1))
        self.register_buffer("shift", torch.tensor(factors or (1.0,)).log().reshape(1, -1, 1, 1))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        """Give probabilities (N, C, H, W) of images (N, B, H, W)."""
        scaled = (images * USUAL_DIVISOR - self.offset) / self.scale
        if self.clips:
            scaled = torch.clamp(scaled, -LIMIT, LIMIT)
        return torch.softmax((self.network(scaled).float() + self.shift) / self.temperature, dim=1)


def exported(members: Sequence[Member], tile_px: int = 0) -> tuple[bytes, int]:
    """Give a model as an ONNX file's bytes, and the side of the tiles that it takes.

    Args:
        members: The models of its file: one, or a network with the forests of a committee.
        tile_px: Side of the tiles; 0 takes the model's own, or more where its margin would eat them.

    Raises:
        BadInputError: For a classifier, or tiles that don't fit the model.
        MissingPackageError: When `onnx` isn't installed.
        OutcropError: When the network holds something that ONNX doesn't know.
    """
    member = members[0]
    card = member.card
    if member.is_graph:
        normalisation = card.normalisation
        side = max(member.model.side or (card.tile_px,))
        mean, deviation = (
            tuple(value / USUAL_DIVISOR for value in values) for values in (normalisation.offset, normalisation.scale)
        )
        return _described(member.model.content, written_metadata(card, side, member.margin, mean, deviation)), side
    if not member.is_network:
        raise BadInputError(
            "“{name}” is a {architecture}, which ONNX programs for segmentation can't run. Export a network.",
            name=card.name,
            architecture=card.architecture,
        )
    side = tile_side(tile_px, card.tile_px, member.stride, member.margin)
    request = EngineRequest(PROBABILITIES, 0, (len(card.bands), side, side))
    content = _graph(
        ExportedNetwork(member.model, card.normalisation, card.temperature, card.class_factors).eval(), request
    )
    if len(members) > 1:
        content = with_classifiers(content, list(members[1:]))
    plain = tuple(0.0 for _ in card.bands), tuple(1.0 for _ in card.bands)
    return _described(content, written_metadata(card, side, member.margin, *plain)), side


def tile_side(wanted: int, trained: int, stride: int, margin: int) -> int:
    """Give the side of the tiles: the one wanted, else the one trained with, larger where the margin asks for it.

    Raises:
        BadInputError: When the side that is wanted isn't a multiple of the stride, or is all margin.
    """
    if not wanted:
        least = max(trained, 2 * margin / _MOST_OVERLAP)
        return math.ceil(least / stride) * stride
    if wanted % stride or wanted <= 2 * margin:
        least = math.ceil((2 * margin + 1) / stride) * stride
        raise BadInputError(
            "Tiles of {wanted} px don't fit this model: choose a multiple of {stride}, at least {least}, or 0.",
            wanted=wanted,
            stride=stride,
            least=least,
        )
    return wanted


def _graph(network: torch.nn.Module, request: EngineRequest) -> bytes:
    """Convert by tracing, which every reader understands; what can't be traced is converted by capturing its graph."""
    try:
        return export(network, request.shape)
    except MissingPackageError:
        raise
    except OutcropError:
        return _captured(network, request)


def _captured(network: torch.nn.Module, request: EngineRequest) -> bytes:
    """Convert a network whose steps depend on its data.

    Raises:
        MissingPackageError: When `onnxscript` isn't installed.
        OutcropError: When it can't be converted.
    """
    logging.getLogger("onnxscript").setLevel(logging.ERROR)
    try:
        with (
            temporary_folder() as folder,
            warnings.catch_warnings(),
            torch.inference_mode(),
            redirect_stdout(StringIO()),
            redirect_stderr(StringIO()),
        ):
            warnings.simplefilter("ignore")
            path = folder / "network.onnx"
            torch.onnx.export(
                network, (torch.zeros(2, *request.shape),), path, opset_version=_OPSET, dynamo=True,
                external_data=False, input_names=["images"], output_names=["result"],
                dynamic_shapes=({0: torch.export.Dim("tiles")},),
            )  # fmt: skip
            return path.read_bytes()
    except ImportError as error:
        raise MissingPackageError(
            "Writing this network as ONNX needs the package “onnxscript” in the computing environment. Install it "
            "there (the list is requirements/engines.txt)."
        ) from error
    except (torch.onnx.errors.OnnxExporterError, RuntimeError, TypeError, ValueError) as error:
        raise OutcropError(
            "This network can't be written as ONNX ({error}). Choose another model.", error=error
        ) from error


def _described(content: bytes, metadata: dict[str, str]) -> bytes:
    """Put the metadata into a graph, as a version of the format that older readers know.

    Raises:
        MissingPackageError: When `onnx` isn't installed.
    """
    try:
        import onnx
    except ImportError as error:
        raise MissingPackageError(
            "Writing ONNX files needs the package “onnx” in the computing environment. Install it there (the list is "
            "requirements/engines.txt)."
        ) from error
    model = onnx.load_from_string(content)
    model.ir_version = min(model.ir_version, _OLDEST_READER)
    for node in model.graph.node:
        del node.metadata_props[:]
    for value in (*model.graph.input, *model.graph.output, *model.graph.value_info, *model.graph.initializer):
        del value.metadata_props[:]
    onnx.helper.set_model_props(model, metadata)
    encoded: bytes = model.SerializeToString()
    return encoded
