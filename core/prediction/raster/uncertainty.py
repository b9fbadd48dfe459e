"""Uncertainty: how sure a model is of every pixel, and how quantities from 0 to 1 are kept in 8 bit."""

from __future__ import annotations

import numpy as np

STEPS = 254
"""Values 1…255 hold quantities 0…1; 0 is nodata."""
SCALE, OFFSET = 1.0 / STEPS, -1.0 / STEPS
"""Quantity = value · SCALE + OFFSET."""


def labels_of(probabilities: np.ndarray) -> np.ndarray:
    """Give the likeliest class's id (H, W) uint8, from 1, of probabilities (C, H, W)."""
    best: np.ndarray = probabilities.argmax(axis=0)
    return (best + 1).astype(np.uint8)


def to_bytes(quantities: np.ndarray) -> np.ndarray:
    """Write quantities 0…1 as 1…255, of any shape."""
    written: np.ndarray = np.rint(np.clip(quantities, 0.0, 1.0) * STEPS)
    return (written + 1).astype(np.uint8)


def quantity_of(byte: int) -> float:
    """Give the quantity 0…1 that 1…255 stands for."""
    return (byte - 1) / STEPS


def entropy(probabilities: np.ndarray) -> np.ndarray:
    """Give the entropy (H, W) of probabilities (C, H, W), divided by its largest value ln C: 0 sure … 1 unsure."""
    classes = len(probabilities)
    total = np.zeros(probabilities.shape[1:], np.float32)
    for layer in probabilities:
        total -= layer * np.log(np.maximum(layer, 1e-12))
    return total / np.float32(np.log(max(2, classes)))


def closeness(probabilities: np.ndarray) -> np.ndarray:
    """Give 1 − (p₁ − p₂) of the two likeliest classes (H, W): 0 one class alone … 1 both alike."""
    if len(probabilities) < 2:
        return np.zeros(probabilities.shape[1:], np.float32)
    first = probabilities[0].copy()
    second = np.full_like(first, -1.0)
    for layer in probabilities[1:]:
        np.maximum(second, np.minimum(first, layer), out=second)
        np.maximum(first, layer, out=first)
    return 1.0 - (first - second)
