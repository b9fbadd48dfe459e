"""Samples: a few validation tiles as pictures, image, label and prediction side by side."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rasterio.errors import NotGeoreferencedWarning

from ...geodata.normalisation import Normalisation
from ...geodata.written import new_raster
from ...labels.legend import Legend
from .scenes import SceneWindow
from .tiles import LabelledScene

_MOST = 4
_LOOKED_AT = 200
_GAP_PX = 4
_WHITE = 255
_TRUE_COLOUR = ("red", "green", "blue")


@dataclass(frozen=True)
class SampleTile:
    """One tile: image (B, H, W) normalised, labels and predicted (H, W) 0…C, valid (H, W)."""

    image: np.ndarray
    labels: np.ndarray
    predicted: np.ndarray
    valid: np.ndarray


def choose_samples(
    scenes: Sequence[LabelledScene], scene_windows: Sequence[SceneWindow], part: int | None, classes: int
) -> list[SceneWindow]:
    """Choose tiles to show: those with most classes first, then those with most labelled pixels, always the same.

    Args:
        scenes: The scenes that the places refer to.
        scene_windows: The validation tiles.
        part: The part of the split that is looked at.
        classes: How many classes there are.
    """
    step = max(1, len(scene_windows) // _LOOKED_AT)
    counted = []
    for number, (scene, window) in enumerate(scene_windows[::step]):
        counts = np.bincount(scenes[scene].labels(window, part).ravel(), minlength=classes + 1)[1:]
        counted.append((-np.count_nonzero(counts), -int(counts.sum()), number))
    return [scene_windows[::step][number] for _, _, number in sorted(counted)[:_MOST]]


def draw_samples(
    path: Path, samples: Sequence[SampleTile], bands: Sequence[str], normalisation: Normalisation, legend: Legend
) -> None:
    """Write a PNG, a row for each tile: image, label, prediction; what is unknown is white."""
    colours = np.array([(_WHITE,) * 3, *(tuple(bytes.fromhex(entry.colour[1:])) for entry in legend.classes)], np.uint8)
    rows = [
        _beside(
            _picture(sample, bands, normalisation),
            colours[sample.labels],
            colours[np.where(sample.valid, sample.predicted, 0)],
        )
        for sample in samples
    ]
    gap = np.full((_GAP_PX, rows[0].shape[1], 3), _WHITE, np.uint8)
    whole = np.concatenate([piece for row in rows for piece in (row, gap)][:-1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        height, width, _ = whole.shape
        with new_raster(path, driver="PNG", height=height, width=width, count=3, dtype="uint8") as file:
            file.write(whole.transpose(2, 0, 1))


def _picture(sample: SampleTile, bands: Sequence[str], normalisation: Normalisation) -> np.ndarray:
    """Give red, green and blue by name or order (H, W, 3), stretched from the 2nd to the 98th percentile."""
    names = [name.casefold() for name in bands]
    chosen = [
        names.index(colour) if colour in names else min(index, len(names) - 1)
        for index, colour in enumerate(_TRUE_COLOUR)
    ]
    offset, scale, low, high = (
        np.asarray(numbers)[chosen, None, None]
        for numbers in (normalisation.offset, normalisation.scale, normalisation.low, normalisation.high)
    )
    values = (sample.image[chosen] * scale + offset - low) / np.maximum(high - low, 1e-12)
    picture = (np.clip(values, 0.0, 1.0) * _WHITE).astype(np.uint8)
    picture[:, ~sample.valid] = _WHITE
    return picture.transpose(1, 2, 0)


def _beside(*panels: np.ndarray) -> np.ndarray:
    gap = np.full((panels[0].shape[0], _GAP_PX, 3), _WHITE, np.uint8)
    return np.concatenate([piece for panel in panels for piece in (panel, gap)][:-1], axis=1)
