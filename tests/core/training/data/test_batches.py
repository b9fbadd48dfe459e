"""Batches: drawn from a number alone, read ahead in order, with files that don't pile up."""

from __future__ import annotations

import threading
import time
from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.errors import OutcropError
from outcrop.core.geodata.grid import Window
from outcrop.core.labels.parts import TRAINING
from outcrop.core.training.data.batches import BatchReader, LabelledBatch, TrainingTiles, grower, resized
from outcrop.core.training.settings.recipe import Recipe


def tiles_of(ground: Any, prepared: Any, seed: int = 0, processes: int = 1, **changes: Any) -> TrainingTiles:
    recipe = replace(ground.recipe, **changes)
    return TrainingTiles(prepared.indexes, prepared.fixed_places(TRAINING), recipe, seed, processes)


def test_an_epoch_follows_from_its_number(ground: Any) -> None:
    prepared = ground.prepare()
    tiles, again = (tiles_of(ground, prepared) for _ in range(2))
    assert tiles.epoch(3) == again.epoch(3)
    assert tiles.epoch(3) != tiles.epoch(4)
    assert tiles.epoch(3) != tiles_of(ground, prepared, seed=1).epoch(3)
    assert [len(batch) for batch in tiles.epoch(0)] == [4] * 4


def test_processes_share_an_epoch_without_overlap(ground: Any) -> None:
    prepared = ground.prepare()
    whole = tiles_of(ground, prepared, batch_size=8).epoch(2)
    shared = [tiles_of(ground, prepared, processes=2).epoch(2, rank) for rank in (0, 1)]
    assert len(whole) == len(shared[0]) == len(shared[1])
    for batch, first, second in zip(whole, *shared):
        assert batch == [*first, *second]


@pytest.mark.parametrize(("balance", "low", "high"), [(0.0, 0.0, 0.15), (1.0, 0.45, 0.9)])
def test_rare_classes_are_drawn_as_often_as_asked(ground: Any, balance: float, low: float, high: float) -> None:
    labels = np.ones((128, 128), np.uint8)
    labels[4:12, 4:12] = 2
    prepared = ground.prepare(ground.job(ground.scene(labels), split="none"))
    epoch = tiles_of(ground, prepared, balance=balance, tiles_per_epoch=400, tile_px=32).epoch(0)
    windows = [window for batch in epoch for _, window in batch]
    rare = np.mean([(labels[window.slices()] == 2).any() for window in windows])
    assert low <= rare <= high


def test_a_class_of_one_scene_is_drawn_from_there(ground: Any) -> None:
    common = np.ones((64, 64), np.uint8)
    common[:32] = 2
    rare = common.copy()
    rare[:8, :8] = 3
    scenes = [ground.scene(common, name="a"), ground.scene(common, name="b"), ground.scene(rare, name="c")]
    prepared = ground.prepare(ground.job(*scenes, split="none"))
    epoch = tiles_of(ground, prepared, balance=1.0, tiles_per_epoch=600).epoch(0)
    drawn = Counter(scene for batch in epoch for scene, _ in batch)
    # A third of the tiles is for each class; the third class is in the last scene alone.
    assert drawn[2] / sum(drawn.values()) == pytest.approx(1 / 3 + 2 / 9, abs=0.08)


def test_random_tiles_are_gone_through_before_one_comes_again(ground: Any) -> None:
    prepared = ground.prepare(ground.job(split="random_tiles", stride_px=8, validation_share=0.2))
    fixed = prepared.fixed_places(TRAINING)
    tiles = tiles_of(ground, prepared, tiles_per_epoch=None)
    drawn = [place for batch in tiles.epoch(0) for place in batch]
    assert tiles.part is None
    assert set(drawn) == set(fixed)
    assert len(drawn) < len(fixed) + 4


def test_batches_come_in_order_and_prepared(ground: Any) -> None:
    prepared = ground.prepare()
    places = tiles_of(ground, prepared).epoch(0)
    seen: list[tuple[int, int]] = []

    def slow_first(position: int, number: int, tile: LabelledBatch) -> LabelledBatch:
        time.sleep(0.05 if position == 0 else 0.0)
        seen.append((position, number))
        return LabelledBatch(tile.images + position, tile.labels, tile.valid)

    reader = BatchReader(prepared.scenes, prepared.normalisation, ahead=3)
    plain = list(reader.read(places, TRAINING))
    changed = list(reader.read(places, TRAINING, slow_first))
    reader.close()
    assert sorted(seen) == [(position, number) for position in range(4) for number in range(4)]
    for position, (one, other) in enumerate(zip(plain, changed)):
        assert one.images.shape == (4, 2, 16, 16)
        assert torch.equal(one.images + position, other.images)
    expected = prepared.scenes[0].tile(places[1][2][1], TRAINING, prepared.normalisation)
    assert np.array_equal(plain[1].labels[2].numpy(), expected.labels)


def test_files_do_not_pile_up_over_epochs(ground: Any) -> None:
    prepared = ground.prepare()
    tiles = tiles_of(ground, prepared)
    reader = BatchReader(prepared.scenes, prepared.normalisation, ahead=2)
    opened = []
    for epoch in range(8):
        list(reader.read(tiles.epoch(epoch), TRAINING))
        opened.append(len(prepared.scenes[0].stack._opened))
    reader.close()
    assert max(opened) <= 1 + 1 + 2


def test_stopping_in_mid_epoch_waits_for_what_is_being_read(ground: Any) -> None:
    prepared = ground.prepare()
    reader = BatchReader(prepared.scenes, prepared.normalisation, ahead=2)
    batches = reader.read(tiles_of(ground, prepared).epoch(0), TRAINING)
    next(batches)
    batches.close()  # type: ignore[attr-defined]
    prepared.scenes[0].close()
    reader.close()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("batches")]


def test_a_raster_that_can_not_be_read_is_told(ground: Any) -> None:
    prepared = ground.prepare()
    (ground.folder / "a.tif").write_bytes(b"")
    reader = BatchReader(prepared.scenes, prepared.normalisation)
    with pytest.raises(OutcropError, match=r"a\.tif"):
        list(reader.read(tiles_of(ground, prepared).epoch(0), TRAINING))
    reader.close()


def test_tiles_are_resized_without_inventing_labels() -> None:
    images = torch.arange(64.0).reshape(1, 1, 8, 8)
    labels = torch.zeros(1, 8, 8, dtype=torch.int64)
    labels[:, :4], labels[:, 4:] = 1, 3
    batch = LabelledBatch(images, labels, labels > 1)
    half = resized(batch, 4)
    assert half.images.shape == (1, 1, 4, 4)
    assert half.labels.dtype == torch.int64
    assert half.labels[0, :, 0].tolist() == [1, 1, 3, 3]
    assert half.valid[0, :, 0].tolist() == [False, False, True, True]
    assert resized(batch, None) is batch
    assert resized(batch, 8) is batch


def test_plain_images_go_where_the_others_go() -> None:
    batch = LabelledBatch(*(torch.arange(n, n + 5 * 64).reshape(5, 1, 8, 8).float() for n in range(4)))
    assert [len(piece.labels) for piece in batch.split(2)] == [2, 2, 1]
    assert all(
        torch.equal(torch.cat(values), whole)
        for values, whole in zip(zip(*(piece.parts for piece in batch.split(2))), batch.parts)
    )
    plain = torch.ones(2, 1, 8, 8)
    labels = torch.ones(2, 8, 8, dtype=torch.int64)
    half = resized(LabelledBatch(plain * 2, labels, labels > 0, plain), 4)
    assert [view.unique().tolist() for view in half.views] == [[2.0], [1.0]]


def test_windows_grow_about_their_centre() -> None:
    grow = grower(Recipe(tile_px=64, rotate_degrees=45.0))
    grown = grow(Window(10, 20, 64, 64))
    assert grown.height == grown.width >= 64 * 2**0.5
    assert abs((grown.row + grown.height / 2) - 42) <= 0.5
    assert grower(Recipe(tile_px=64))(Window(1, 2, 64, 64)) == Window(1, 2, 64, 64)
