"""Validation: the same numbers as computed by hand, and a network left as it was."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.assessment.spread import BlockCounts
from outcrop.core.errors import CancelledError
from outcrop.core.events import Events
from outcrop.core.labels.parts import VALIDATION
from outcrop.core.model.devices import choose_device
from outcrop.core.training.data.batches import BatchReader
from outcrop.core.training.optimisation.losses import loss
from outcrop.core.training.results.validation import show, validate


class ByBand(torch.nn.Module):
    """Takes the bands themselves as the classes' logits, with a layer that behaves otherwise in training."""

    def __init__(self) -> None:
        super().__init__()
        self.noise = torch.nn.Dropout(0.5)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.noise(images)


@pytest.fixture
def parts(ground: Any) -> Any:
    image = np.random.default_rng(1).normal(0, 1, (2, 64, 64)).astype(np.float32)
    prepared = ground.prepare(ground.job(ground.scene(image=image)))
    reader = BatchReader(prepared.scenes, prepared.normalisation)
    yield prepared, reader
    reader.close()


@pytest.mark.parametrize("size", [1, 3, 50])
def test_loss_and_confusion_are_those_of_all_pixels(parts: Any, size: int) -> None:
    prepared, reader = parts
    places = prepared.validation_places(16)
    batches = [places[start : start + size] for start in range(0, len(places), size)]
    network = ByBand().train()
    chosen = loss("cross_entropy")

    found = validate(network, reader, batches, VALIDATION, BlockCounts(2, len(places)), chosen, choose_device("cpu"))

    tiles = [
        prepared.scenes[scene].tile(window, VALIDATION, prepared.normalisation, shows_all=True)
        for scene, window in places
    ]
    logits = torch.from_numpy(np.stack([tile.image for tile in tiles]))
    labels = torch.from_numpy(np.stack([tile.labels for tile in tiles]))
    assert found.pixels == int((labels > 0).sum()) == prepared.labelling.split.pixels(VALIDATION)
    assert found.loss == pytest.approx(float(chosen(logits, labels, None)), rel=1e-5)
    right = ((logits.argmax(1) + 1) == labels) & (labels > 0)
    assert int(found.confusion.matrix.trace()) == int(right.sum())
    assert network.training


def test_it_can_be_stopped_between_batches(parts: Any) -> None:
    prepared, reader = parts
    events = Events()
    events.cancel()
    places = prepared.validation_places(16)
    network = ByBand().train()
    with pytest.raises(CancelledError):
        validate(
            network,
            reader,
            [places],
            VALIDATION,
            BlockCounts(2, len(places)),
            loss("dice"),
            choose_device("cpu"),
            None,
            events.check_cancelled,
        )
    assert network.training


def test_no_labelled_pixel_is_no_loss(parts: Any) -> None:
    _, reader = parts
    found = validate(ByBand(), reader, [], VALIDATION, BlockCounts(2, 0), loss("dice"), choose_device("cpu"))
    assert found.pixels == 0
    assert np.isnan(found.loss)


def test_shown_tiles_have_all_three(parts: Any) -> None:
    prepared, reader = parts
    places = prepared.validation_places(16)[:3]
    shown = show(ByBand(), reader, places, VALIDATION, choose_device("cpu"), side=32)
    assert len(shown) == 3
    for sample in shown:
        assert sample.image.shape == (2, 32, 32)
        assert np.array_equal(sample.predicted, sample.image.argmax(axis=0) + 1)
        assert sample.labels.max() <= 2
        assert sample.valid.all()
