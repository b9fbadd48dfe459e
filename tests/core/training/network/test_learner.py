"""The learner: one step is one step, however small the pieces that fit the memory."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from outcrop.core.errors import OutcropError
from outcrop.core.model.devices import choose_device
from outcrop.core.training.data.batches import LabelledBatch
from outcrop.core.training.network.learner import Learner
from outcrop.core.training.network.processes import Processes
from outcrop.core.training.optimisation.losses import loss
from outcrop.core.training.runs.checkpoints import load_checkpoint, save_checkpoint
from outcrop.core.training.settings.recipe import Recipe

RECIPE = Recipe(optimiser="adamw", learning_rate=0.01, schedule="constant", clip_norm=1.0)


class Small(torch.nn.Module):
    """Two convolutions; it has no room for more than so many tiles."""

    def __init__(self, most: int = 100) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.first, self.head = torch.nn.Conv2d(3, 8, 3, padding=1), torch.nn.Conv2d(8, 2, 3, padding=1)
        self.most, self.seen = most, [0]

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        self.seen.append(len(images))
        if len(images) > self.most:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB")
        return self.head(torch.relu(self.first(images)))


def batch(seed: int, tiles: int = 8) -> LabelledBatch:
    generator = torch.Generator().manual_seed(seed)
    images = torch.randn(tiles, 3, 16, 16, generator=generator)
    labels = (images[:, 0] > 0).long() + 1
    labels[: tiles // 2, :12] = 0
    return LabelledBatch(images, labels, torch.ones_like(labels, dtype=torch.bool))


def learner(network: torch.nn.Module, warnings: list[str] | None = None, **changes: Any) -> Learner:
    chosen = loss("cross_entropy")
    recipe = replace(RECIPE, **changes)
    warn = (warnings if warnings is not None else []).append
    exact = replace(choose_device("cpu"), precision=torch.float32)  # some CPUs compute in bfloat16, which rounds
    return Learner(network, lambda a, b: chosen(a, b, None), recipe, 10, exact, Processes(), warn)


@pytest.mark.parametrize(("most", "pieces"), [(8, 1), (4, 2), (3, 4), (1, 8)])
def test_a_full_memory_halves_the_batch_and_changes_nothing_else(most: int, pieces: int) -> None:
    warnings: list[str] = []
    whole, halved = learner(Small()), learner(Small(most), warnings)
    for step in range(3):
        expected = whole.learn(batch(step), 0.0)
        assert halved.learn(batch(step), 0.0) == pytest.approx(expected, rel=1e-5)
    assert halved.pieces == pieces
    assert len(warnings) == pieces.bit_length() - 1
    assert all("is full. Going on with" in text for text in warnings)
    for one, other in zip(whole.network.parameters(), halved.network.parameters()):
        assert torch.allclose(one, other, atol=1e-6)


def test_not_even_one_tile_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(OutcropError, match=r"One tile of 16 px doesn't fit the memory of CPU.*Choose smaller tiles"):
        learner(Small(0)).learn(batch(0), 0.0)


def test_several_processes_are_told_the_batch_size_instead() -> None:
    made = learner(Small(4))
    made._processes = Processes(0, 2)
    with pytest.raises(OutcropError, match="batch_size=4"):
        made.halve(8, 16, MemoryError())


def test_other_errors_are_not_taken_for_a_full_memory() -> None:
    class Broken(Small):
        def forward(self, images: torch.Tensor) -> torch.Tensor:
            raise RuntimeError("shapes don't fit")

    with pytest.raises(RuntimeError, match="shapes"):
        learner(Broken()).learn(batch(0), 0.0)


def test_a_loss_that_is_no_number_changes_nothing() -> None:
    made = learner(Small())
    before = copy.deepcopy(made.network.state_dict())
    spoilt = batch(0)
    spoilt.images[0, 0, 15, 15] = float("nan")
    assert made.learn(spoilt, 0.0) != made.learn(spoilt, 0.0)
    assert all(torch.equal(before[name], values) for name, values in made.network.state_dict().items())


def test_a_batch_without_labels_is_no_step_backwards() -> None:
    made = learner(Small(), weight_decay=0.0)
    empty = batch(0)
    empty.labels.zero_()
    before = copy.deepcopy(made.network.state_dict())
    assert made.learn(empty, 0.0) == 0.0
    assert all(torch.equal(before[name], values) for name, values in made.network.state_dict().items())


@pytest.mark.parametrize("name", ["adam", "adamw", "sgd"])
def test_it_goes_on_from_a_file_to_the_last_bit(name: str, tmp_path: Path) -> None:
    one = learner(Small(), optimiser=name, schedule="one_cycle")
    for step in range(3):
        one.learn(batch(step), 0.0)
    save_checkpoint(tmp_path / "c.safetensors", one.state_dict())
    other = learner(Small(), optimiser=name, schedule="one_cycle")
    other.load_state_dict(load_checkpoint(tmp_path / "c.safetensors"))
    for step in range(3, 6):
        assert one.learn(batch(step), 0.0) == other.learn(batch(step), 0.0)
    for mine, theirs in zip(one.network.parameters(), other.network.parameters()):
        assert torch.equal(mine, theirs)
    assert one.learning_rate == other.learning_rate


def test_what_is_frozen_stays_out_of_training_mode() -> None:
    network = torch.nn.Sequential(
        torch.nn.Sequential(torch.nn.Conv2d(3, 4, 1), torch.nn.BatchNorm2d(4), torch.nn.Dropout(0.5)),
        torch.nn.Conv2d(4, 2, 1),
    )
    network[0].requires_grad_(False)
    made = learner(network)
    made.prepare()
    assert network[1].training
    assert not network[0][1].training
    assert not network[0][2].training
    before = copy.deepcopy(network[0].state_dict())
    made.learn(batch(0), 0.0)
    assert all(torch.equal(before[name], values) for name, values in network[0].state_dict().items())


def test_a_step_that_is_cut_goes_as_far_as_one_of_fewer_tiles() -> None:
    whole, cut = learner(Small()), learner(Small())
    cut.pieces = 4
    asked: list[bool] = []

    def enough() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    few = LabelledBatch(*(values[:4] for values in batch(0).parts))
    few.labels.copy_(batch(0).labels[:4])
    expected = whole.learn(few, 0.0)
    assert cut.learn(batch(0), 0.0, enough) == pytest.approx(expected, rel=1e-5)
    assert cut.network.seen[1:] == [2, 2]
    for one, other in zip(whole.network.parameters(), cut.network.parameters()):
        assert torch.allclose(one, other, atol=1e-5)


def test_to_look_how_long_it_takes_changes_nothing() -> None:
    network = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 1), torch.nn.BatchNorm2d(4), torch.nn.Conv2d(4, 2, 1))
    made = learner(network)
    before = copy.deepcopy(network.state_dict())
    made.forward(batch(0))
    assert network.training
    assert all(torch.equal(before[name], values) for name, values in network.state_dict().items())
