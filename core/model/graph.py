"""An ONNX graph as a model: what it takes and gives, and the session that computes it."""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, Optional, Union

from ..errors import BadInputError, MissingPackageError, OutcropError

if TYPE_CHECKING:
    import numpy as np

ONNX = "onnx"
"""Stands in a card in place of an architecture's key, and names the array that holds the file's bytes."""
STEP = 32
"""What networks shrink tiles by at most (ours); a graph that takes any size is given multiples of it."""
LIMIT_S = 120.0
"""How long a graph may take for one batch (ours)."""
_LARGEST_SIDE, _LARGEST_BATCH = 16_384, 4_096
LOGITS, PROBABILITIES = "logits", "probabilities"


@dataclass(frozen=True, eq=False)
class Graph:
    """A graph with what is known of it.

    Attributes:
        content: The bytes of the ONNX file.
        side: The only side (H, W) of a tile that it takes; None where it takes any multiple of `STEP`.
        batch: The only number of tiles that it takes at a time; 0 where it takes any.
        values: What it gives: `LOGITS` or `PROBABILITIES`.
        threshold: Of a graph with one output channel, the probability from which on the second class is taken.
        empty: By band what it is given where the imagery has no data.
    """

    content: bytes
    side: Optional[tuple[int, int]]
    batch: int
    values: str
    threshold: float = 0.5
    empty: tuple[float, ...] = ()

    @property
    def stride(self) -> int:
        """A tile's sides and places must be multiples of it, so that coarse maps inside fall on the same places."""
        return math.gcd(*self.side, STEP) if self.side else STEP

    def parameters(self) -> dict[str, Any]:
        """Give what the model card holds of it."""
        return {
            "side": list(self.side) if self.side else [], "batch": self.batch, "values": self.values,
            "threshold": self.threshold, "empty": list(self.empty),
        }  # fmt: skip

    @classmethod
    def of(cls, content: bytes, parameters: Mapping[str, Any]) -> Graph:
        """Make a graph from a file's bytes and what the card holds of it.

        Raises:
            BadInputError: When the card isn't that of a graph.
        """
        try:
            height_width = [int(side) for side in parameters["side"]]
            graph = cls(
                content,
                (height_width[0], height_width[1]) if height_width else None,
                int(parameters["batch"]),
                str(parameters["values"]),
                float(parameters["threshold"]),
                tuple(float(value) for value in parameters["empty"]),
            )
            graph._check()
        except (KeyError, ValueError, TypeError, IndexError, OverflowError) as error:
            raise BadInputError(
                "The model card is damaged ({error}). Import the ONNX file again.", error=error
            ) from error
        return graph

    def _check(self) -> None:
        """Refuse numbers that no import has written.

        Raises:
            ValueError: Naming them.
        """
        if self.side is not None and not all(1 <= side <= _LARGEST_SIDE for side in self.side):
            raise ValueError("“side” is out of range")
        if not 0 <= self.batch <= _LARGEST_BATCH:
            raise ValueError("“batch” is out of range")
        if self.values not in (LOGITS, PROBABILITIES):
            raise ValueError("“values” is unknown")
        if not 0.0 < self.threshold < 1.0 or not all(map(math.isfinite, self.empty)):
            raise ValueError("“threshold” or “empty” is out of range")


class GraphInput(NamedTuple):
    """What a graph takes: name, type as “tensor(float)”, and shape, in which a size that is open is a name or None."""

    name: str
    type: str
    shape: Sequence[Union[int, str, None]]


class GraphSession:
    """A graph that ONNX Runtime has read, on the CPU.

    Attributes:
        metadata: What the file says of itself, by key.
        inputs: What the graph takes.
    """

    def __init__(self, content: bytes, name: str, threads: int = 0) -> None:
        """Read the graph; `threads` 0 takes all cores.

        Raises:
            MissingPackageError: When ONNX Runtime isn't installed.
            BadInputError: When the bytes are no graph that it can compute.
        """
        try:
            import onnxruntime
            from onnxruntime.capi import onnxruntime_pybind11_state as errors
        except ImportError as error:
            raise MissingPackageError(
                "Models from ONNX files need the package “onnxruntime” in the computing environment, which hasn't got "
                "it. Install it there (the list is requirements/engines.txt)."
            ) from error
        self._name = name
        self._failures: tuple[type[BaseException], ...] = (
            errors.Fail, errors.InvalidArgument, errors.InvalidGraph, errors.InvalidProtobuf, errors.NoModel,
            errors.NotImplemented, errors.RuntimeException, errors.EPFail,
            UnicodeDecodeError,  # names and messages in a damaged file
        )  # fmt: skip
        self._options = onnxruntime.RunOptions
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
            self.metadata = dict(self._session.get_modelmeta().custom_metadata_map)
            self.inputs = [GraphInput(entry.name, entry.type, entry.shape) for entry in self._session.get_inputs()]
            self._output = next((entry.name for entry in self._session.get_outputs()), "")
        except self._failures as error:
            raise BadInputError(
                (
                    "ONNX Runtime can't read “{name}” ({error}). Check that it is a whole ONNX file with its weights "
                    "inside."
                ),
                name=name,
                error=_first_line(error),
            ) from error

    def run(self, images: np.ndarray, seconds: float = LIMIT_S) -> np.ndarray:
        """Compute a batch (N, B, H, W) float32 and give the first output.

        A graph from elsewhere may be made to go on for ever: after some seconds it is stopped.

        Raises:
            OutcropError: When it can't be computed, or takes longer.
        """
        options = self._options()
        timer = threading.Timer(seconds, lambda: setattr(options, "terminate", True))
        timer.daemon = True
        timer.start()
        try:
            (result,) = self._session.run([self._output], {self.inputs[0].name: images}, options)
        except self._failures as error:
            if options.terminate:
                raise OutcropError(
                    (
                        "“{name}” took over {seconds:g} s for tiles of {rows}×{columns} px and was stopped. Choose "
                        "smaller tiles, or another model."
                    ),
                    name=self._name,
                    seconds=seconds,
                    rows=images.shape[-2],
                    columns=images.shape[-1],
                ) from error
            raise OutcropError(
                "ONNX Runtime can't compute “{name}” on tiles of {rows}×{columns} px ({error}).",
                name=self._name,
                rows=images.shape[-2],
                columns=images.shape[-1],
                error=_first_line(error),
            ) from error
        finally:
            timer.cancel()
        array: np.ndarray = result
        return array


def _first_line(error: BaseException) -> str:
    return str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else type(error).__name__
