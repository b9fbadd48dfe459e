"""Prediction with OpenVINO on the CPU: optional, mostly the fastest."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from io import BytesIO
from typing import Any

import numpy as np
import torch

from ...errors import MissingPackageError, OutcropError
from ...model.devices import Device
from ...model.members import Member
from .compiled_cache import compiled_key, forget_compiled, keep_compiled, read_compiled
from .engine import EngineRequest
from .example import example_shape
from .network_head import NetworkHead


class OpenVinoEngine:
    """A network as OpenVINO computes it: tiles of one shape, one at a time, on all threads."""

    in_flight = 1

    def __init__(
        self,
        network: torch.nn.Module,
        request: EngineRequest,
        example: tuple[int, ...],
        threads: int,
        precision: str = "f32",
        key: str = "",
    ) -> None:
        """Convert the network, or take what was made of it before.

        Args:
            network: The network.
            request: What is wanted.
            example: Shape (B, H, W) of the tile on which the network is followed; a small one is followed sooner.
            threads: Threads to compute with.
            precision: “f32”, or “bf16” where the CPU has it.
            key: By which the compiled network is kept on the disk; empty keeps nothing.

        Raises:
            MissingPackageError: When `openvino` isn't installed.
            OutcropError: When the network can't be converted.
        """
        try:
            import openvino
            from openvino.frontend import (
                GeneralFailure,
                NotImplementedFailure,
                OpConversionFailure,
                OpValidationFailure,
            )
        except ImportError as error:
            raise MissingPackageError("OpenVINO isn't installed. Choose the engine auto or torch.") from error
        failures = GeneralFailure, NotImplementedFailure, OpConversionFailure, OpValidationFailure
        self.name = f"OpenVINO {'bfloat16' if precision == 'bf16' else 'float32'} on cpu"
        self._shape = (1, *request.shape)
        settings = {
            "INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": "LATENCY", "NUM_STREAMS": 1,
            "INFERENCE_NUM_THREADS": threads,
        }  # fmt: skip
        compiled = _kept(key, settings)
        if compiled is not None:
            self._requests = compiled.create_infer_request()
            return
        head = NetworkHead(copy.deepcopy(network), request).eval()
        try:
            with warnings.catch_warnings(), torch.inference_mode():
                warnings.simplefilter("ignore")
                graph = openvino.convert_model(head, example_input=torch.zeros(1, *example), input=[self._shape])
            compiled = openvino.Core().compile_model(graph, "CPU", settings)
        except (RuntimeError, TypeError, ValueError, *failures) as error:
            raise OutcropError(
                "OpenVINO can't compute this network ({error}). Choose the engine auto.", error=error
            ) from error
        if key:
            with suppress(RuntimeError):  # a network that can't be written serves all the same
                keep_compiled(key, compiled.export_model().getvalue())
        self._requests = compiled.create_infer_request()

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Compute a batch tile by tile; it is done when this returns."""
        del valid
        results = np.concatenate([self._compute(image[None]) for image in images])
        return lambda: results

    def _compute(self, image: np.ndarray) -> np.ndarray:
        result: np.ndarray = self._requests.infer([image])[0]
        return result.copy()


def open_engine(member: Member, request: EngineRequest, device: Device) -> OpenVinoEngine:
    """Open it in float32, on as many threads as torch has."""
    return _opened(member, request, device, "f32")


def open_short(member: Member, request: EngineRequest, device: Device) -> OpenVinoEngine:
    """Open it in bfloat16, on as many threads as torch has."""
    return _opened(member, request, device, "bf16")


def _opened(member: Member, request: EngineRequest, device: Device, precision: str) -> OpenVinoEngine:
    del device
    example, threads = example_shape(member, request), torch.get_num_threads()
    key = compiled_key(member, request, "openvino", precision, str(threads))
    return OpenVinoEngine(member.model, request, example, threads, precision, key)


def _kept(key: str, settings: Mapping[str, Any]) -> Any:
    """Give the compiled network that was kept; None where there is none that can be used."""
    import openvino

    content = read_compiled(key) if key else None
    if content is None:
        return None
    try:
        return openvino.Core().import_model(BytesIO(content), "CPU", dict(settings))
    except RuntimeError:
        forget_compiled(key)
        return None
