"""Prediction with ONNX Runtime on the CPU: optional, often faster than torch."""

from __future__ import annotations

import warnings
from collections.abc import Callable

import numpy as np
import torch

from ...errors import MissingPackageError, OutcropError
from ...files.unfinished import temporary_folder
from ...model.devices import Device
from ...model.members import Member
from .engine import EngineRequest
from .example import example_shape
from .network_head import NetworkHead

_OPSET = 17
_INPUT = "images"
_SIDES = ("rows", "columns")


class OnnxEngine:
    """A network as ONNX Runtime computes it, in float32."""

    name = "ONNX Runtime float32 on cpu"
    in_flight = 1

    def __init__(
        self, network: torch.nn.Module, request: EngineRequest, example: tuple[int, ...], threads: int
    ) -> None:
        """Convert the network, followed on a tile with the shape (B, H, W) of `example`.

        Raises:
            MissingPackageError: When `onnx` or `onnxruntime` isn't installed.
            OutcropError: When the network can't be converted.
        """
        try:
            import onnxruntime
            from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidGraph
            from onnxruntime.capi.onnxruntime_pybind11_state import NotImplemented as Unknown
        except ImportError as error:
            raise MissingPackageError("ONNX Runtime isn't installed. Choose the engine auto or torch.") from error
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        for name, side in zip(_SIDES, request.shape[1:]):
            options.add_free_dimension_override_by_name(name, side)
        graph = export(NetworkHead(network, request).eval(), example, any_side=True)
        try:
            self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        except (Fail, InvalidGraph, Unknown) as error:
            raise OutcropError(
                "ONNX Runtime can't compute this network ({error}). Choose the engine auto.", error=error
            ) from error

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Compute a batch; it is done when this returns."""
        del valid
        (result,) = self._session.run(None, {_INPUT: images})
        return lambda: result


def export(head: torch.nn.Module, shape: tuple[int, ...], any_side: bool = False) -> bytes:
    """Write a network with its head as an ONNX graph for batches of any number of tiles.

    Args:
        head: The network with its head.
        shape: Bands, height and width of a tile.
        any_side: Whether other heights and widths are taken too.

    Raises:
        MissingPackageError: When `onnx` isn't installed.
        OutcropError: When the network holds something that ONNX doesn't know.
    """
    example = torch.zeros(1, *shape)
    sides = dict(enumerate(_SIDES, start=2)) if any_side else {}
    try:
        with (
            temporary_folder() as folder,
            warnings.catch_warnings(),
            torch.inference_mode(),
        ):
            warnings.simplefilter("ignore")
            path = folder / "network.onnx"
            torch.onnx.export(
                head,
                (example,),
                path,
                opset_version=_OPSET,
                dynamo=False,
                input_names=[_INPUT],
                output_names=["result"],
                dynamic_axes={_INPUT: {0: "tiles", **sides}, "result": {0: "tiles"}},
            )
            return path.read_bytes()
    except ImportError as error:
        raise MissingPackageError("The package “onnx” isn't installed. Choose the engine auto or torch.") from error
    except (torch.onnx.errors.OnnxExporterError, RuntimeError, TypeError, ValueError) as error:
        raise OutcropError(
            "This network can't be written as ONNX ({error}). Choose the engine auto.", error=error
        ) from error


def open_engine(member: Member, request: EngineRequest, device: Device) -> OnnxEngine:
    """Open it on as many threads as torch has."""
    del device
    return OnnxEngine(member.model, request, example_shape(member, request), torch.get_num_threads())
