"""What validated before validates still when labels grow, and what trained never validates."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outcrop.core.labels.class_raster import class_raster
from outcrop.core.labels.label_layer import LabelPolygons
from outcrop.core.labels.parts import TRAINING, UNUSED, VALIDATION
from outcrop.core.labels.splitting.kept import KeptSplit, parts_of_polygons
from outcrop.core.labels.splitting.split import Split, split_labels
from outcrop.core.training.settings.recipe import Recipe

some = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
Box = tuple[int, int, int, int]


def boxes(rng: np.random.Generator, shape: tuple[int, int], count: int) -> list[Box]:
    """Draw boxes that don't meet any other: row, column, height, width."""
    taken = np.zeros(shape, bool)
    found: list[Box] = []
    for _ in range(400):
        row, col = int(rng.integers(0, shape[0] - 12)), int(rng.integers(0, shape[1] - 12))
        height, width = int(rng.integers(5, 11)), int(rng.integers(5, 11))
        if len(found) < count and not taken[row : row + height, col : col + width].any():
            taken[row : row + height, col : col + width] = True
            found.append((row, col, height, width))
    return found


class Ground:
    """Splits boxes of two classes, as blocks or as whole polygons."""

    def __init__(self, make: Any, shape: tuple[int, int], **recipe: Any) -> None:
        self.make, self.shape = make, shape
        self.recipe = Recipe(tile_px=32, gap_px=2, validation_share=0.3, **recipe)

    def split(self, drawn: list[Box], kept: KeptSplit | None = None) -> Split:
        values = np.zeros(self.shape, np.uint8)
        for number, (row, col, height, width) in enumerate(drawn):
            values[row : row + height, col : col + width] = 1 + number % 2
        path: Path = self.make.path(".tif")
        with class_raster(path, self.make.grid(*self.shape), {1: "one", 2: "two"}, {}) as dataset:
            dataset.write(values, 1)
        shapes = np.array([shapely.box(c, r, c + w, r + h) for r, c, h, w in drawn], object)
        codes = np.arange(len(drawn)) % 2
        self.polygons = LabelPolygons(shapes, codes, ("one", "two"), False)
        folder = self.make.path("")
        folder.mkdir()
        return split_labels([path], self.recipe, 3, folder, [self.polygons], kept)


def kept_of(split: Split) -> KeptSplit:
    return KeptSplit(split.kind, split.paths, split.block_px, split.origins, split.all_over)


@pytest.mark.parametrize("kind", ["blocks", "polygons"])
@some
@given(seed=st.integers(0, 999), more=st.integers(1, 30))
def test_held_back_pixels_stay_held_back(make: Any, read: Any, kind: str, seed: int, more: int) -> None:
    ground = Ground(make, (160, 210), split=kind)
    drawn = boxes(np.random.default_rng(seed), ground.shape, 16 + more)
    first = ground.split(drawn[:16])
    if first.kind not in ("blocks", "polygons") or first.kind != kind:
        return
    second = ground.split(drawn, kept_of(first))
    before, after = read(first.paths[0]), read(second.paths[0])
    assert second.kind == kind
    assert "those of the training before kept" in second.description
    assert (after[before == VALIDATION] == VALIDATION).all()
    assert np.isin(after[before == TRAINING], (TRAINING, UNUSED)).all()
    third = ground.split(drawn, kept_of(second))
    assert (read(third.paths[0])[after == VALIDATION] == VALIDATION).all()


def test_new_places_are_held_back_too(make: Any, read: Any) -> None:
    ground = Ground(make, (400, 400), split="blocks", block_px=32)
    drawn = boxes(np.random.default_rng(1), (200, 200), 20)
    first = ground.split(drawn)
    far = [(row + 200, col + 190, height, width) for row, col, height, width in drawn]
    second = ground.split([*drawn, *far], kept_of(first))
    after = read(second.paths[0])
    assert (after[200:] == VALIDATION).any()
    assert (after[200:] == TRAINING).any()
    held = (after == VALIDATION).sum() / np.isin(after, (VALIDATION, TRAINING)).sum()
    assert 0.15 < held < 0.45


def test_split_of_another_grid_is_not_kept(make: Any) -> None:
    first = Ground(make, (160, 210), split="blocks").split(boxes(np.random.default_rng(2), (160, 210), 16))
    other = Ground(make, (170, 210), split="blocks")
    second = other.split(boxes(np.random.default_rng(2), (160, 210), 16), kept_of(first))
    assert "kept" not in second.description


def test_polygons_are_counted_where_most_of_them_lies(make: Any) -> None:
    ground = Ground(make, (160, 210), split="polygons")
    split = ground.split(boxes(np.random.default_rng(5), ground.shape, 12))
    parts = parts_of_polygons(ground.polygons, make.grid(160, 210), split.paths[0])
    assert {int(part) for part in parts} <= {UNUSED, TRAINING, VALIDATION}
    assert (parts == VALIDATION).sum() >= 2
