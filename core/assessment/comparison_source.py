"""A prediction beside what is known of the same pixels: labels of any kind, window by window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ..errors import BadInputError
from ..geodata.grid import Grid, Window
from ..geodata.scene import Scene
from ..geodata.stack import Stack
from ..geodata.vector.vector_layer import holds_points, is_vector
from ..labels.burner import Burner
from ..labels.label_layer import read_area
from ..labels.legend import BACKGROUND, UNLABELLED, Legend
from ..labels.names.spelling import Spellings
from ..labels.point_layer import LabelPoints, read_points
from ..labels.sources.label_raster import legend_of
from ..labels.sources.label_source import LabelSource
from ..labels.sources.labelled_area import LabelledArea
from ..labels.sources.sources import open_labels
from ..labels.sources.windows import outside, pixels_outside
from ..message import Message
from ..wording import translatable

BLOCK_PX = 2048
"""Side of the windows; a multiple of what rasters are stored in."""

_MATCH_THEM = translatable(
    "Choose the field that holds the classes the model was trained on, or say which class of the labels is which of "
    "the prediction."
)
OTHER_FIELD = translatable("Choose the field that holds the classes the model was trained on.")
"""What to do with labels of other classes where none can be matched."""


@dataclass(frozen=True)
class Piece:
    """A window with the true and the predicted class ids of its pixels (H, W), 0 where there is none."""

    window: Window
    truth: np.ndarray
    predicted: np.ndarray


class Reference:
    """What a prediction is compared with: polygons or a raster, inside a labelled area where one is given; or points.

    Attributes:
        legend: The prediction's classes, and those that only the reference has.
        points: Whether it is points.
        warnings: What was left out, in words.
    """

    def __init__(
        self, scene: Scene, grid: Grid, predicted: Legend, renamed: Mapping[str, str], remedy: str = _MATCH_THEM
    ) -> None:
        """Look at the labels and find the classes.

        Args:
            scene: The prediction as its only image, and the labels.
            grid: The prediction's pixels.
            predicted: The prediction's classes.
            renamed: The prediction's class by the reference's, where they go by different names.
            remedy: What to do where no class is in both.

        Raises:
            BadInputError: When the labels can't be used or have no class in common with the prediction.
        """
        self.scene, self.grid = scene, grid
        self.points = is_vector(scene.labels) and holds_points(scene.labels, scene.layer)
        self._points: Optional[LabelPoints] = None
        if self.points:
            self._points = self._inside(read_points(scene.labels, scene.layer, scene.class_field, grid))
            labelled: tuple[str, ...] = self._points.classes
        else:
            labelled = legend_of([scene], least=1).names
        _check_renamed(renamed, labelled, predicted)
        predicted_names = {name: renamed.get(name, name) for name in labelled}
        self.legend = together(predicted, list(dict.fromkeys(predicted_names.values())), scene.labels, remedy)
        known = Spellings(self.legend.names)
        self._ids = {name: known.number(other) for name, other in predicted_names.items()}
        self._labelled = Legend.from_names(labelled)
        self.warnings: tuple[str, ...] = self._points.warnings if self._points else ()

    def _inside(self, points: LabelPoints) -> LabelPoints:
        """Give those of the points that lie in extent and labelled area, and say how many don't.

        Raises:
            BadInputError: When none does.
        """
        area, extent = _area_of(self.scene, self.grid), self.scene.extent
        if area is None and extent is None:
            return points
        kept = np.ones(len(points.rows), bool)
        if area is not None:
            kept &= area.pixels_inside(points.rows, points.cols)
        if extent is not None:
            kept &= ~pixels_outside(self.grid, points.rows, points.cols, extent)
        if not kept.any():
            raise BadInputError(
                "No point of “{labels}” lies in the extent or labelled area that was given. Choose a larger one.",
                labels=self.scene.labels,
            )
        left_out = int(np.count_nonzero(~kept))
        told = Message(
            "1 point outside the extent or labelled area left out."
            if left_out == 1
            else "{count} points outside the extent or labelled area left out.",
            count=left_out,
        )
        return replace(
            points, rows=points.rows[kept], cols=points.cols[kept], codes=points.codes[kept],
            warnings=(*points.warnings, *((told,) if left_out else ())),
        )  # fmt: skip

    def pieces(self, prediction: Stack) -> Iterator[tuple[float, Piece]]:
        """Give the pieces of a prediction one after the other, with the share that is done before each.

        While one is counted, the labels of the next are read. Memory follows the windows, not the raster.
        """
        if self._points is not None:
            yield from self._pieces_of_points(prediction, self._points)
            return
        blocks = list(self.grid.blocks(BLOCK_PX))
        with self.reading() as read, ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(read, blocks[0])
            for number, window in enumerate(blocks):
                truth = waiting.result()
                if number + 1 < len(blocks):
                    waiting = pool.submit(read, blocks[number + 1])
                values, valid = prediction.read(window)
                yield number / len(blocks), Piece(window, truth, _masked(values[0], valid))

    @contextmanager
    def reading(self) -> Iterator[Callable[[Window], np.ndarray]]:
        """Give the function that reads the true class ids (H, W) of a window within the grid; not for points.

        It belongs to one thread at a time.
        """
        with open_labels(self.scene, self.grid) as labels:
            labels.use(self._labelled)
            read = self._reader(labels)
            self.warnings = (*labels.warnings, *self._area_warnings)
            yield read

    def _reader(self, labels: LabelSource) -> Callable[[Window], np.ndarray]:
        background = LabelledArea(self.scene, self.grid, self._labelled)
        self._area_warnings = background.warnings
        table = np.zeros(len(self._labelled) + 1, np.uint8)
        for entry in self._labelled.classes:
            table[entry.id] = self._ids[entry.name]
        area = _area_of(self.scene, self.grid)
        extent = self.scene.extent

        def read(window: Window) -> np.ndarray:
            block = labels.read(window)
            background.fill(block, window)
            truth: np.ndarray = table[block]
            if area is not None:
                truth[~area.inside(window)] = UNLABELLED
            if extent is not None:
                truth[outside(self.grid, window, extent)] = UNLABELLED
            return truth

        return read

    def _pieces_of_points(self, prediction: Stack, points: LabelPoints) -> Iterator[tuple[float, Piece]]:
        ids = np.array([self._ids[name] for name in points.classes], np.uint8)[points.codes]
        blocks = points.rows // BLOCK_PX * (1 << 32) + points.cols // BLOCK_PX
        unique_blocks = np.unique(blocks)
        for number, block in enumerate(unique_blocks):
            chosen = blocks == block
            rows, cols = points.rows[chosen], points.cols[chosen]
            first = int(rows.min()), int(cols.min())
            window = Window(*first, int(rows.max()) - first[0] + 1, int(cols.max()) - first[1] + 1)
            values, valid = prediction.read(window)
            at = rows - first[0], cols - first[1]
            predicted = _masked(values[0], valid)[at]
            yield number / len(unique_blocks), Piece(window, ids[chosen], predicted)


def together(predicted: Legend, labelled: list[str], labels: str, remedy: str = _MATCH_THEM) -> Legend:
    """Join both legends; a class that only the labels have is counted as missed everywhere.

    Args:
        predicted: One legend.
        labelled: The classes of the other.
        labels: Where these come from.
        remedy: What to do where none is in both.

    Raises:
        BadInputError: When they have no class in common; lists both.
    """
    known = Spellings(predicted.names)
    shared = [name for name in labelled if name in known]
    if not [name for name in shared if name.casefold() != BACKGROUND] and len(predicted) > 1:
        raise BadInputError(
            "The classes here are {names}, those of “{labels}” {labelled}: they have none in common. {remedy}",
            names=", ".join(predicted.names),
            labelled=", ".join(labelled),
            labels=labels,
            remedy=Message(remedy),
        )
    extra = [name for name in labelled if name not in known]
    return Legend.from_names([*predicted.names, *extra], {entry.name: entry.colour for entry in predicted.classes})


def _check_renamed(renamed: Mapping[str, str], labelled: tuple[str, ...], predicted: Legend) -> None:
    for name, other in renamed.items():
        if name not in labelled:
            raise BadInputError(
                "The labels have no class “{own}”; they have: {labelled}.", own=name, labelled=", ".join(labelled)
            )
        if other not in predicted.names:
            raise BadInputError(
                "The prediction has no class “{other}”; it has: {names}.", other=other, names=", ".join(predicted.names)
            )


def _area_of(scene: Scene, grid: Grid) -> Optional[Burner]:
    return Burner(read_area(scene.labelled_area, scene.labelled_area_layer, grid)[0]) if scene.labelled_area else None


def _masked(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    return values if valid.all() else np.where(valid, values, 0)
