"""Prediction with a per-pixel classifier; torch is not needed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...model.architecture import Classifier
from ...model.classifier_device import CPU
from .engine import LABELS, EngineRequest

_CHUNK_BYTES = 16 << 20
_CHUNK, _CUDA_CHUNK = 1 << 17, 1 << 21
"""Pixels at a time: few on a CPU, whose caches they should fit, many where each call has to reach a GPU."""


class ClassifierEngine:
    """A classifier over the valid pixels of every tile."""

    in_flight = 1

    def __init__(self, classifier: Classifier, classes: int, request: EngineRequest, device: str = CPU) -> None:
        """Bring the classifier to a device, “cpu” or a CUDA one."""
        classifier.to(device)
        self.name = "classifier" if device == CPU else f"classifier on {device}"
        self._classifier = classifier
        self._classes = classes
        self._request = request
        fitting = max(1, _CHUNK_BYTES // (4 * max(1, classes)))
        self._chunk = min(_CHUNK, fitting) if device == CPU else _CUDA_CHUNK

    def start(self, images: np.ndarray, valid: np.ndarray) -> Callable[[], np.ndarray]:
        """Compute a batch; it is done when this returns."""
        results = np.stack([self._tile(image, where) for image, where in zip(images, valid)])
        return lambda: results

    def _tile(self, image: np.ndarray, valid: np.ndarray) -> np.ndarray:
        rows, cols = (slice(self._request.crop, side - self._request.crop) for side in valid.shape)
        features = self._classifier.features(image, valid)[:, rows, cols]
        inside = valid[rows, cols].ravel()
        samples = features.reshape(len(features), -1)
        wants_labels = self._request.kind == LABELS
        shape = (inside.size,) if wants_labels else (inside.size, self._classes)
        result = np.zeros(shape, np.uint8 if wants_labels else np.float32)
        indices = np.flatnonzero(inside)
        for first in range(0, len(indices), self._chunk):
            part = indices[first : first + self._chunk]
            probabilities = self._classifier.probabilities(np.ascontiguousarray(samples[:, part].T, dtype=np.float32))
            result[part] = probabilities.argmax(axis=1) + 1 if wants_labels else probabilities
        if wants_labels:
            return result.reshape(features.shape[1:])
        return np.ascontiguousarray(result.T).reshape(self._classes, *features.shape[1:])
