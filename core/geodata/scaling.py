"""Scaling: what a raster's numbers mean, where it says so by a scale and an offset, as QGIS shows them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

import numpy as np

from .sources.settings import AS_THE_FILE_SAYS, SourceSettings


class Scaling:
    """Turns the stored numbers of some bands into values: number × scale + offset."""

    def __init__(self, dataset: Any, numbers: Sequence[int], settings: SourceSettings = AS_THE_FILE_SAYS) -> None:
        """Look at the bands of an open raster; what the settings say goes before what it says of itself."""
        scale, offset = settings.scale, settings.offset
        self._scale = np.array([dataset.scales[number - 1] if scale is None else scale for number in numbers])
        self._offset = np.array([dataset.offsets[number - 1] if offset is None else offset for number in numbers])
        self._places = {number: index for index, number in enumerate(numbers)}
        self.is_plain = bool((self._scale == 1).all() and (self._offset == 0).all())
        """Whether the numbers are the values."""

    def values(self, numbers: Sequence[int], stored: np.ndarray) -> np.ndarray:
        """Give the values (B, H, W) of some of the bands, as floating-point numbers unless they are stored as such."""
        if self.is_plain:
            return stored
        indices = [self._places[number] for number in numbers]
        scaled = stored.astype(scaled_type(stored.dtype))
        scaled *= self._scale[indices].astype(scaled.dtype)[:, None, None]
        scaled += self._offset[indices].astype(scaled.dtype)[:, None, None]
        return scaled

    def of(self, place: int) -> tuple[float, float]:
        """Give scale and offset of a band, by its place among the bands."""
        return float(self._scale[place]), float(self._offset[place])


def scaled_type(stored: Any) -> np.dtype[Any]:
    """Give the type that holds the values of numbers of a type once they are scaled."""
    return np.dtype(np.float32 if np.can_cast(np.dtype(stored), np.float32) else np.float64)


def value_type(dataset: Any, number: int, settings: SourceSettings = AS_THE_FILE_SAYS) -> str:
    """Give the type of a band's values, as NumPy names it."""
    stored: str = dataset.dtypes[number - 1]
    return stored if Scaling(dataset, [number], settings).is_plain else str(scaled_type(stored))


def scaling_of(dataset: Any) -> Optional[tuple[tuple[float, float], ...]]:
    """Give scale and offset of every band; None where its numbers are the values."""
    pairs = tuple((float(scale), float(offset)) for scale, offset in zip(dataset.scales, dataset.offsets))
    return pairs if any(pair != (1.0, 0.0) for pair in pairs) else None
