"""Suspect polygons: those whose class two kinds of model, which never saw them, disagree with confidently."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..events import Events
from ..geodata.grid import Window
from ..geodata.normalisation import Normalisation
from ..geodata.scene import Scene
from ..geodata.stack import Stack
from ..labels.burner import Burner
from ..labels.jobs import SUSPECT
from ..labels.label_layer import LabelPolygons, read_polygons
from ..labels.problems import LabelProblem
from ..message import Message
from ..model.catalogue import build
from ..review.confident import SuspectLabel, folds, suspects
from ..training.data.statistics import NoValidPixelError, learn_normalisation

_MODELS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("logistic_regression", {"scales": 2, "class_weights": "balanced", "samples_at_most": 20_000}),
    ("random_forest", {"scales": 2, "class_weights": "balanced", "trees": 60, "samples_at_most": 20_000}),
)
"""Both see the same features, so that these are computed once."""
_FOLDS, _WINDOW_PX, _WINDOWS, _PIXELS, _LOOKED_AT = 8, 64, 4, 200, 200
"""Folds; of a polygon at most so many windows of such a side are looked at and so many pixels are used; the scaling
follows from so many polygons."""
_MOST_WINDOWS = 1 << 16


@dataclass(frozen=True)
class Suspects:
    """What was found: problems with a place, and notes on what couldn't be looked at."""

    problems: tuple[LabelProblem, ...]
    notes: tuple[str, ...]


def find_suspects(scene: Scene, seed: int, events: Events) -> Suspects:
    """Look at every class polygon with models that learned from the others.

    A polygon is held back together with others; from its pixels' mean probabilities follows what is suspected
    (`core.review.confident`). Of large polygons some windows are looked at.

    Raises:
        BadInputError: For labels or imagery that can't be read.
        CancelledError: When the job was told to stop.
    """
    rng = np.random.default_rng(seed)
    with Stack(scene.images, scene.bands, scene.sources) as stack:
        polygons = read_polygons(scene, stack.grid)
        pixels = _PolygonPixels(stack, polygons, rng)
        try:
            samples = list(_with_progress(pixels, events))
        except NoValidPixelError as error:
            return Suspects((), (str(error),))
    used = np.array([len(sample) > 0 for sample in samples])
    dealt = np.full(len(samples), -1)
    dealt[used] = folds(polygons.codes[used], _FOLDS, rng)
    shares = _cross_validated(samples, polygons.codes, dealt, len(polygons.classes), pixels, seed, events)
    flagged = suspects(shares, polygons.codes)
    return Suspects(tuple(_problem(one, polygons) for one in flagged), tuple(_notes(polygons, dealt, used)))


class _PolygonPixels:
    """The features of polygons' pixels."""

    def __init__(self, stack: Stack, polygons: LabelPolygons, rng: np.random.Generator) -> None:
        self.names = tuple(f"{number} {name}" for number, name in enumerate(stack.names, start=1))
        self.polygons = polygons
        self._stack, self._rng = stack, rng
        self._model = build(_MODELS[0][0], self.names, max(2, len(polygons.classes)), _MODELS[0][1])
        self._normalisation: Normalisation | None = None

    def of(self, index: int) -> np.ndarray:
        """Give the features (n, F) of some pixels of a polygon; none where it covers none with data."""
        parts = []
        for window, inside in self._windows(index):
            image, valid = self._stack.read(window.padded(self._model.margin_px), mirrored=True)
            features = self._model.features(self._scaling().apply(image, valid), valid)
            margin = self._model.margin_px
            inner = (slice(margin, margin + window.height), slice(margin, margin + window.width))
            known = inside & valid[inner]
            parts.append(np.ascontiguousarray(features[:, inner[0], inner[1]][:, known].T))
        together = np.concatenate(parts) if parts else np.zeros((0, len(self._model.feature_names)), np.float32)
        if len(together) > _PIXELS:
            together = together[self._rng.choice(len(together), _PIXELS, replace=False)]
        return together

    def _windows(self, index: int) -> Iterator[tuple[Window, np.ndarray]]:
        """Give windows with what of them (H, W) the polygon covers, some of those of a large one."""
        shape, grid = self.polygons.shapes[index], self._stack.grid
        left, top, right, bottom = shapely.bounds(shape)
        first, last = (math.floor(top), math.floor(left)), (math.ceil(bottom), math.ceil(right))
        box = Window(first[0], first[1], last[0] - first[0], last[1] - first[1]).clipped(grid.height, grid.width)
        rows, cols = -(-box.height // _WINDOW_PX), -(-box.width // _WINDOW_PX)
        burner, yielded = Burner(self.polygons.shapes[index : index + 1], self.polygons.all_touched), 0
        count = rows * cols
        tried = self._rng.permutation(count) if count < _MOST_WINDOWS else self._rng.integers(count, size=64)
        for number in tried.tolist():
            row, col = box.row + number // cols * _WINDOW_PX, box.col + number % cols * _WINDOW_PX
            height, width = (min(_WINDOW_PX, end - start) for end, start in
                             ((box.row + box.height, row), (box.col + box.width, col)))  # fmt: skip
            window = Window(row, col, height, width)
            inside = burner.inside(window)
            if inside.any():
                yielded += 1
                yield window, inside
            if yielded == _WINDOWS:
                return

    def _scaling(self) -> Normalisation:
        """Learn the bands' scaling from pixels of some polygons, once."""
        if self._normalisation is None:
            count = len(self.polygons)
            some = self._rng.choice(count, min(count, _LOOKED_AT), replace=False)
            images = (
                (image, inside & valid)
                for index in some.tolist()
                for window, inside in self._windows(index)
                for image, valid in [self._stack.read(window)]
            )
            self._normalisation = learn_normalisation(images, self._stack.names, "percentiles", 0)[0]
        return self._normalisation


def _with_progress(pixels: _PolygonPixels, events: Events) -> Iterator[np.ndarray]:
    count = len(pixels.polygons)
    for index in range(count):
        events.progress(0.5 * index / count, "Looking into the polygons")
        yield pixels.of(index)


def _cross_validated(
    samples: list[np.ndarray], codes: np.ndarray, dealt: np.ndarray, classes: int, pixels: _PolygonPixels, seed: int,
    events: Events,
) -> np.ndarray:  # fmt: skip
    """Give the mean probabilities (M, N, C) of polygons that models didn't learn from; NaN where there are none."""
    shares = np.full((len(_MODELS), len(samples), classes), np.nan)
    numbers = np.unique(dealt[dealt >= 0])
    for step, fold in enumerate(numbers.tolist()):
        events.progress(0.5 + 0.5 * step / len(numbers), "Asking models that learned from the other polygons")
        learned = [index for index in range(len(samples)) if dealt[index] != fold and len(samples[index])]
        ids = np.concatenate([np.full(len(samples[index]), codes[index] + 1, np.uint8) for index in learned])
        if len(np.unique(ids)) < 2:
            continue
        together = np.concatenate([samples[index] for index in learned])
        for number, (key, parameters) in enumerate(_MODELS):
            model = build(key, pixels.names, classes, parameters)
            model.fit(together, ids, seed)
            for index in np.flatnonzero(dealt == fold):
                shares[number, index] = model.probabilities(samples[index]).mean(axis=0)
    return shares


def _problem(one: SuspectLabel, polygons: LabelPolygons) -> LabelProblem:
    name, other = polygons.classes[polygons.codes[one.place]], polygons.classes[one.other]
    text = (
        f"Two models that learned from the other polygons see “{other}” here ({100 * one.other_share:.0f} %), not "
        f"“{name}” ({100 * one.own_share:.0f} %). Look at it: keep it, give it the other class, or delete it."
    )
    return LabelProblem(SUSPECT, name, text, polygons.shapes[one.place], other, one.other_share - one.own_share)


def _notes(polygons: LabelPolygons, dealt: np.ndarray, used: np.ndarray) -> Iterator[Message]:
    alone = sorted({polygons.classes[code] for code in polygons.codes[used & (dealt < 0)].tolist()})
    if len(polygons.classes) < 2:
        yield Message("There is one class only, so no polygon can be suspected to be of another.")
    elif alone:
        listed = ", ".join(f"“{name}”" for name in alone)
        yield Message(
            "Of {classes} there is one polygon only; models can't learn the class without it, so it wasn't checked.",
            classes=listed,
        )
    unused = int(np.count_nonzero(~used))
    if unused:
        yield Message(
            "1 polygon covers no pixel with data and wasn't checked against the imagery."
            if unused == 1
            else "{count} polygons cover no pixel with data and weren't checked against the imagery.",
            count=unused,
        )
