"""The sketcher: learns from all labelled pixels at the resolution of the view, and maps the view from its centre."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Callable, Optional, TypeVar

import numpy as np

from ..errors import BadInputError
from ..geodata.extent import Extent
from ..geodata.grid import Grid, Window
from ..geodata.normalisation import Normalisation
from ..geodata.scene import Scene
from ..geodata.stack import Stack
from ..labels.legend import Legend
from ..labels.sources.label_raster import legend_from
from ..labels.sources.label_source import LabelSource
from ..labels.sources.labelled_area import LabelledArea
from ..labels.sources.sources import open_labels
from ..model.catalogue import build
from ..prediction.raster.uncertainty import closeness, to_bytes
from ..training.data.statistics import NoValidPixelError, learn_normalisation
from .feature_tiles import MOST_NUMBERS, FeatureTiles, TileNumber, tiles_under
from .reduced import Reduced

MODEL = "logistic_regression"
PARAMETERS: dict[str, Any] = {"scales": 2, "samples_at_most": 20_000}
"""What the sketch learns with: benchmarks/README.md (“The live map”) compares."""
MOST_READ = 400_000_000
"""Values that may be unpacked for one view: more would take longer than anybody waits for a sketch."""
MOST_TILES_AWAY = 64
"""How many tiles outside the view are learned from, the nearest first."""
_LOOKED_AT_PX = 256
_THREADS = 2


@dataclass
class Sketch:
    """A map of the view as far as it is done.

    Attributes:
        window: The view in the reduced grid.
        legend: The classes.
        classes: Ids (H, W), 0 where nothing is mapped.
        unsure: Bytes (H, W): 0 where nothing is mapped, 1 sure … 255 unsure.
        done: Share of the view's tiles.
        learned_from: Labelled pixels by class name.
        notes: What the analyst should know.
    """

    window: Window
    legend: Legend
    classes: np.ndarray
    unsure: np.ndarray
    done: float = 0.0
    learned_from: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


class Sketcher:
    """Keeps an imagery open, with the features of what was seen of it at one scale."""

    def __init__(self, images: tuple[str, ...], bands: tuple[str, ...], sources: tuple[str, ...] = ()) -> None:
        """Open the imagery.

        Raises:
            BadInputError: When it can't be read.
        """
        self._stack = Stack(images, bands, sources)
        self._names = tuple(f"{number} {name}" for number, name in enumerate(self._stack.names, start=1))
        self._normalisation: Optional[Normalisation] = None
        self._tiles: Optional[FeatureTiles] = None
        self._labelled: dict[TileNumber, tuple[np.ndarray, np.ndarray, np.ndarray]] = {}
        self.reduced = Reduced(self._stack, 0.0)

    def close(self) -> None:
        """Close the files."""
        self._stack.close()

    def draw(self, scene: Scene, view: Extent, pixel: float, go_on: Callable[[], None]) -> Iterator[Sketch]:
        """Learn from a scene's labels, and map the view; the same sketch comes again after every tile.

        Args:
            scene: Whose labels count; its images are this sketcher's.
            view: What is mapped, in the coordinate system of the imagery.
            pixel: Side of the canvas's pixels, in its units.
            go_on: Called between tiles; what it raises ends the work.

        Raises:
            BadInputError: When the view misses the imagery or shows too much, or there is too little to learn from.
        """
        window = self._look_at(view, pixel)
        with open_labels(scene, self.reduced.grid) as source:
            labels = _Labels(scene, self.reduced.grid, source)
            classifier, learned_from = self._learn(labels, window, go_on)
        sketch = Sketch(window, labels.legend, np.zeros(window.shape, np.uint8), np.zeros(window.shape, np.uint8))
        sketch.learned_from, sketch.notes = learned_from, source.warnings
        tiles = self._tiles_here
        numbers = tiles.over(window)

        def mapped(number: TileNumber) -> tuple[TileNumber, np.ndarray, np.ndarray]:
            tile = tiles.get(number)
            return number, classifier.probabilities(tile.samples), tile.valid

        for count, (number, shares, valid) in enumerate(_in_threads(mapped, numbers, go_on), start=1):
            _put(sketch, tiles.window(number), shares, valid)
            sketch.done = count / len(numbers)
            yield sketch

    def _look_at(self, view: Extent, pixel: float) -> Window:
        """Choose the scale and give the view's window; features of another scale are forgotten."""
        features = build(MODEL, self._names, 2, PARAMETERS)
        reduced = Reduced(self._stack, pixel)
        window = reduced.grid.window_of(view)
        numbers = window.height * window.width * len(features.feature_names)
        if numbers > MOST_NUMBERS:
            reduced = Reduced(self._stack, max(pixel, _side(reduced)) * (numbers / MOST_NUMBERS) ** 0.5 * 1.1)
            window = reduced.grid.window_of(view)
        finer = self._stack.unpacked_factor(reduced.factor)
        if window.height * window.width * finer**2 * len(self._names) > MOST_READ:
            raise BadInputError(
                (
                    "“{image}” has no overviews, and so large a part of it takes long to read. Zoom in, or build "
                    "overviews (Raster ▸ Miscellaneous ▸ Build Overviews)."
                ),
                image=self._stack.images[0],
            )
        if self._normalisation is None:
            self._normalisation = self._scaling(reduced, window)
        if self._tiles is None or reduced.factor != self.reduced.factor:
            self.reduced, self._labelled = reduced, {}
            self._tiles = FeatureTiles(reduced, self._normalisation, features.features, features.margin_px)
        return window

    def _scaling(self, reduced: Reduced, window: Window) -> Normalisation:
        """Learn how to scale the bands from the middle of a view."""
        height, width = min(window.height, _LOOKED_AT_PX), min(window.width, _LOOKED_AT_PX)
        row, col = window.row + (window.height - height) // 2, window.col + (window.width - width) // 2
        names = self._stack.names
        for looked_at in (Window(row, col, height, width), window):
            try:
                return learn_normalisation([reduced.read(looked_at)], names, "percentiles", 0)[0]
            except NoValidPixelError:
                continue
        raise BadInputError("The imagery has no data in this view. Move the map to where it has.")

    @property
    def _tiles_here(self) -> FeatureTiles:
        if self._tiles is None:  # pragma: no cover  (`_look_at` makes them)
            raise BadInputError("No view was looked at yet.")
        return self._tiles

    def _learn(self, labels: _Labels, window: Window, go_on: Callable[[], None]) -> tuple[Any, dict[str, int]]:
        """Fit a classifier to the labelled pixels in the view and around it; give it with its pixels by class name."""
        tiles, legend = self._tiles_here, labels.legend
        numbers = dict.fromkeys((*tiles.over(window), *labels.nearest_tiles(window)[:MOST_TILES_AWAY]))
        within = [number for number in numbers if 0 not in tiles.window(number).shape]
        pixels = list(_in_threads(lambda number: self._labelled_pixels(number, labels), within, go_on))
        ids = np.concatenate([codes for _, codes in pixels])
        counts = np.bincount(ids, minlength=len(legend) + 1)[1:]
        if np.count_nonzero(counts) < 2:
            raise BadInputError("The live map needs polygons of two classes. Draw one of another class.")
        classifier = build(MODEL, self._names, len(legend), PARAMETERS)
        classifier.fit(np.concatenate([features for features, _ in pixels if len(features)]), ids, 0)
        return classifier, dict(zip(legend.names, counts.tolist()))

    def _labelled_pixels(self, number: TileNumber, labels: _Labels) -> tuple[np.ndarray, np.ndarray]:
        """Give features (n, F) and ids (n,) of a tile's labelled pixels; features are kept until the labels change."""
        tiles = self._tiles_here
        ids = labels.read(tiles.window(number))
        if not ids.any():
            self._labelled.pop(number, None)
            return np.zeros((0, 0), np.float32), np.zeros(0, np.uint8)
        kept = self._labelled.get(number)
        if kept is None or not np.array_equal(kept[0], ids):
            tile = tiles.get(number)
            known = ids[tile.valid]
            kept = self._labelled[number] = ids, np.ascontiguousarray(tile.samples[known > 0]), known[known > 0]
        return kept[1], kept[2]


class _Labels:
    """A scene's labels on a grid, with the legend that they make."""

    def __init__(self, scene: Scene, grid: Grid, source: LabelSource) -> None:
        self._source = source
        self.legend = legend_from(source.class_names(), scene.labelled_area != "", scene.colours or {}, least=1)
        source.use(self.legend)
        self._area = LabelledArea(scene, grid, self.legend)

    def read(self, window: Window) -> np.ndarray:
        """Give the ids (H, W) of a window."""
        ids = self._source.read(window)
        self._area.fill(ids, window)
        ids[self._source.excluded(window)] = 0
        return ids

    def nearest_tiles(self, window: Window) -> list[TileNumber]:
        """List the tiles over which labels are known to lie, those next to a window's centre first."""
        shapes = self._source.shapes
        if not len(shapes):
            return []
        return tiles_under(shapes, (window.row + window.height / 2, window.col + window.width / 2))


T = TypeVar("T")


def _in_threads(
    work: Callable[[TileNumber], T], numbers: Sequence[TileNumber], go_on: Callable[[], None]
) -> Iterator[T]:
    """Give the results in order, a few worked on at a time."""
    with ThreadPoolExecutor(_THREADS) as pool:
        waiting = deque(pool.submit(work, number) for number in numbers[: 2 * _THREADS])
        todo = iter(numbers[2 * _THREADS :])
        try:
            while waiting:
                go_on()
                result = waiting.popleft().result()
                waiting.extend(pool.submit(work, number) for number in islice(todo, 1))
                yield result
        finally:
            for future in waiting:
                future.cancel()


def _put(sketch: Sketch, window: Window, shares: np.ndarray, valid: np.ndarray) -> None:
    """Write a tile's probabilities (n, C) of its valid pixels (H, W) into a sketch."""
    ids, unsure = np.zeros(valid.shape, np.uint8), np.zeros(valid.shape, np.uint8)
    ids[valid] = shares.argmax(axis=1) + 1
    unsure[valid] = to_bytes(closeness(shares.T))
    view = sketch.window
    top, left = max(window.row, view.row), max(window.col, view.col)
    bottom = min(window.row + window.height, view.row + view.height)
    right = min(window.col + window.width, view.col + view.width)
    into = slice(top - view.row, bottom - view.row), slice(left - view.col, right - view.col)
    out_of = slice(top - window.row, bottom - window.row), slice(left - window.col, right - window.col)
    sketch.classes[into], sketch.unsure[into] = ids[out_of], unsure[out_of]


def _side(reduced: Reduced) -> float:
    return float(abs(reduced.grid.transform.determinant) ** 0.5)
