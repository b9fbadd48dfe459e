"""Prediction with a per-pixel classifier; torch is not needed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..architecture import Classifier
from .engine import LABELS, Request

_CHUNK = 1 << 17


class ClassifierEngine:
    """A classifier over the valid pixels of every tile."""

    name = "classifier"
    in_flight = 1

    def __init__(self, classifier: Classifier, classes: int, request: Request) -> None:
        self._classifier = classifier
        self._classes = classes
        self._request = request

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
        places = np.flatnonzero(inside)
        for first in range(0, len(places), _CHUNK):
            part = places[first : first + _CHUNK]
            found = self._classifier.probabilities(np.ascontiguousarray(samples[:, part].T, dtype=np.float32))
            result[part] = found.argmax(axis=1) + 1 if wants_labels else found
        if wants_labels:
            return result.reshape(features.shape[1:])
        return np.ascontiguousarray(result.T).reshape(self._classes, *features.shape[1:])
