"""Prediction with an imported ONNX graph: ONNX Runtime on the CPU, whatever size of tile the graph takes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...errors import BadInputError
from ...model.graph import PROBABILITIES, Graph, GraphSession
from .engine import LABELS, LOGITS, EngineRequest

_SMALLEST = 1e-7


class GraphEngine:
    """A graph as ONNX Runtime computes it; a tile larger than the graph's own is covered by several of these."""

    name = "ONNX Runtime on cpu"
    in_flight = 1

    def __init__(
        self, graph: Graph, name: str, classes: int, margin: int, request: EngineRequest, threads: int
    ) -> None:
        """Read the graph.

        Args:
            graph: The graph.
            name: What the model is called, for messages.
            classes: How many classes the model's legend has.
            margin: Pixels dropped where the graph's own tiles meet inside one that is asked for.
            request: What is wanted.
            threads: 0 takes all cores.

        Raises:
            MissingPackageError: When ONNX Runtime isn't installed.
        """
        self._graph, self._margin, self._request = graph, margin, request
        self._name, self._classes = name, classes
        self._session = GraphSession(graph.content, name, threads)

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Compute a batch; it is done when this returns."""
        result = self._finished(self._cover(self._filled(images, valid)))
        return lambda: result

    def _filled(self, images: np.ndarray, valid: np.ndarray) -> np.ndarray:
        """Give the graph its own value where the imagery has no data."""
        if not any(self._graph.empty) or valid.all():
            return images
        empty = np.asarray(self._graph.empty, np.float32)[None, :, None, None]
        return np.where(valid[:, None], images, empty)

    def _cover(self, images: np.ndarray) -> np.ndarray:
        """Compute tiles (N, B, H, W) of any size by tiles that the graph takes, mirrored where too small."""
        if self._graph.side is None:
            return self._computed(images)
        height, width = images.shape[-2:]
        rows, cols = self._graph.side
        lacking = max(0, rows - height), max(0, cols - width)
        if any(lacking):
            images = np.pad(images, ((0, 0), (0, 0), (0, lacking[0]), (0, lacking[1])), mode="symmetric")
        result: np.ndarray | None = None
        for top, first_row, last_row in self._cuts(images.shape[-2], rows):
            for left, first_col, last_col in self._cuts(images.shape[-1], cols):
                output = self._computed(np.ascontiguousarray(images[..., top : top + rows, left : left + cols]))
                if result is None:
                    result = np.empty((*output.shape[:2], *images.shape[-2:]), np.float32)
                inside = output[..., first_row - top : last_row - top, first_col - left : last_col - left]
                result[..., first_row:last_row, first_col:last_col] = inside
        if result is None:
            raise ValueError("there is no tile")
        return result[..., :height, :width]

    def _cuts(self, length: int, side: int) -> list[tuple[int, int, int]]:
        """Cover a length by pieces of one size: each one's start, and from where to where it is kept."""
        stride = self._graph.stride
        step = max(1, (side - 2 * self._margin) // stride) * stride
        starts = sorted({*range(0, max(1, length - side), step), max(0, length - side)})
        borders = [0, *((second + first + side) // 2 for first, second in zip(starts, starts[1:])), length]
        return list(zip(starts, borders, borders[1:]))

    def _computed(self, images: np.ndarray) -> np.ndarray:
        batch = self._graph.batch or len(images)
        if len(images) == batch:
            return self._run(images)
        parts = []
        for first in range(0, len(images), batch):
            part = images[first : first + batch]
            full = np.concatenate([part, np.repeat(part[-1:], batch - len(part), axis=0)])
            parts.append(self._run(full)[: len(part)])
        return np.concatenate(parts)

    def _run(self, images: np.ndarray) -> np.ndarray:
        """Compute a batch, and see that the graph keeps to the model's legend and to the tiles.

        Raises:
            BadInputError: It doesn't.
        """
        output = self._session.run(images)
        expected = (len(images), self._classes, *images.shape[-2:])
        of_two = output.ndim == 4 and self._classes == 2 and output.shape == (len(images), 1, *images.shape[-2:])
        if (output.shape != expected and not of_two) or output.dtype.kind != "f":
            raise BadInputError(
                (
                    "“{name}” gives {made_dtype} of shape {made_shape} where its legend needs numbers of shape "
                    "{expected}. Import the ONNX file again."
                ),
                name=self._name,
                made_dtype=output.dtype,
                made_shape=output.shape,
                expected=expected,
            )
        return output

    def _finished(self, values: np.ndarray) -> np.ndarray:
        """Turn what the graph gives (N, C or 1, H, W) into what was asked for."""
        crop, kind = self._request.crop, self._request.kind
        if crop:
            values = values[..., crop:-crop, crop:-crop]
        if values.shape[1] == 1:
            values = self._two_classes(values)
        if kind == LABELS:
            return np.asarray(values.argmax(axis=1) + 1, np.uint8)
        has_shares = self._graph.values == PROBABILITIES
        if kind == LOGITS:
            return np.log(np.maximum(values, _SMALLEST)) if has_shares else values
        return values if has_shares else _softmax(values)

    def _two_classes(self, values: np.ndarray) -> np.ndarray:
        """Turn the second class's values (N, 1, H, W) into both classes', so that the threshold parts them."""
        limit = self._graph.threshold
        if self._graph.values != PROBABILITIES:
            shift = float(np.log(limit / (1.0 - limit)))
            return np.concatenate([np.zeros_like(values), values - shift], axis=1)
        share = np.clip(values, 0.0, 1.0)
        scaled = np.where(share < limit, 0.5 * share / limit, 1.0 - 0.5 * (1.0 - share) / (1.0 - limit))
        return np.concatenate([1.0 - scaled, scaled], axis=1)


def _softmax(values: np.ndarray) -> np.ndarray:
    powers = np.exp(values - values.max(axis=1, keepdims=True))
    shares: np.ndarray = powers / powers.sum(axis=1, keepdims=True)
    return shares
