"""Tiles: what a training tile shows, what it hides, and what lies beyond the raster."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from outcrop.core.geodata.grid import Window
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.geodata.stack import Stack
from outcrop.core.labels.parts import SEVERAL, TEST, TRAINING, UNUSED, VALIDATION
from outcrop.core.training.data.tiles import LabelledScene

SIDE = 20
AS_IT_IS = Normalisation("none", *((number,) for number in (0.0, 100.0, 0.0, 1.0, 0.0, 1.0)))


@pytest.fixture
def scene(tmp_path: Any, write_raster: Any) -> Any:
    """Values 1…400, labels 1 and 2 in halves, columns of all parts; nodata at one pixel."""
    values = np.arange(1, SIDE * SIDE + 1, dtype=np.float32).reshape(1, SIDE, SIDE)
    values[0, 3, 3] = -1
    labels = np.ones((1, SIDE, SIDE), np.uint8)
    labels[:, :, 10:] = 2
    labels[:, :, 0] = 0
    use = np.repeat(np.array([UNUSED, TRAINING, VALIDATION, TEST, SEVERAL], np.uint8), 4)
    image = write_raster(tmp_path / "i.tif", values, nodata=-1)
    paths = [
        write_raster(tmp_path / f"{name}.tif", array, nodata=0)
        for name, array in (("l", labels), ("s", np.broadcast_to(use, (1, SIDE, SIDE)).copy()))
    ]
    made = LabelledScene(Stack([image]), *paths)
    yield made
    made.close()


def test_a_training_tile_hides_what_others_use(scene: Any) -> None:
    tile = scene.tile(Window(0, 0, SIDE, SIDE), TRAINING, AS_IT_IS)
    shown = tile.image[0] > 0
    assert shown[:, [0, 1, 2, 4, 5, 6, 7, 16, 19]].all()
    assert not shown[:, 8:16].any()
    assert not shown[3, 3]
    assert (tile.labels[:, 4:8] == 1).all()
    assert (tile.labels[:, 16:] == 2).all()
    assert not tile.labels[:, :4].any()
    assert not tile.labels[:, 8:16].any()
    assert np.array_equal(tile.valid, shown)


def test_a_measured_tile_shows_its_surroundings_but_not_their_labels(scene: Any) -> None:
    tile = scene.tile(Window(0, 0, SIDE, SIDE), VALIDATION, AS_IT_IS, shows_all=True)
    assert (tile.image[0] > 0).sum() == SIDE * SIDE - 1
    assert set(np.flatnonzero(tile.labels.any(axis=0))) == {8, 9, 10, 11, 16, 17, 18, 19}


def test_nothing_is_hidden_where_parts_leak(scene: Any) -> None:
    tile = scene.tile(Window(0, 0, SIDE, SIDE), None, AS_IT_IS)
    assert (tile.image[0] > 0).sum() == SIDE * SIDE - 1
    assert (tile.labels[:, 1:] > 0).sum() == SIDE * (SIDE - 1) - 1


def test_the_mirror_image_of_a_hidden_pixel_is_hidden(scene: Any) -> None:
    tile = scene.tile(Window(-10, -30, 40, 80), TRAINING, AS_IT_IS)
    hidden = {float(value) for row in range(SIDE) for value in (row * SIDE + np.arange(8, 16) + 1)}
    shown = set(np.rint(tile.image[0][tile.valid] * 100).tolist())
    assert len(shown) > 150
    assert not shown & hidden
    assert not tile.labels[:10].any()
    assert not tile.labels[30:].any()
    assert not tile.labels[:, :30].any()
    assert (tile.labels[10:30, 34:38] == 1).all()


def test_labelled_pixels_are_those_with_values(scene: Any) -> None:
    image, chosen = scene.labelled_pixels(Window(0, 0, SIDE, SIDE), TRAINING)
    assert image.shape == (1, SIDE, SIDE)
    assert chosen.sum() == 2 * 4 * SIDE
    _, everything = scene.labelled_pixels(Window(0, 0, SIDE, SIDE), None)
    assert everything.sum() == SIDE * (SIDE - 1) - 1
