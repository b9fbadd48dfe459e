"""The loop: checkpoints in mid-epoch, what is best, memory, time."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from outcrop.core.errors import CancelledError, OutcropError
from outcrop.core.events import Events
from outcrop.core.labels.parts import TRAINING
from outcrop.core.model.catalogue import build
from outcrop.core.model.devices import choose_device
from outcrop.core.training.data.batches import TrainingTiles
from outcrop.core.training.network import network_training, validating
from outcrop.core.training.network.network_training import NetworkTraining
from outcrop.core.training.network.progress import TrainingData
from outcrop.core.training.optimisation.losses import loss
from outcrop.core.training.runs.checkpoints import load_checkpoint, save_checkpoint
from outcrop.core.training.runs.run import BEST, CHECKPOINT, EPOCHS, Run


class Full(torch.nn.Module):
    """Has no room for more than two tiles."""

    def __init__(self, inner: torch.nn.Module) -> None:
        super().__init__()
        self.inner = inner

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        if len(images) > 2:
            raise torch.OutOfMemoryError("out of memory")
        logits: torch.Tensor = self.inner(images)
        return logits


class Workshop:
    """Makes trainings of one scene."""

    def __init__(self, ground: Any) -> None:
        self.ground, self.recipe = ground, ground.recipe
        self.job = ground.job()
        self.prepared = ground.prepare(self.job)
        self.chosen = loss("ce_dice")

    def training(self, name: str = "run", events: Events | None = None, wrap: Any = None, **changes: Any) -> Any:
        recipe = replace(self.recipe, **changes)
        torch.manual_seed(0)
        network = build("unet", self.prepared.bands, 2, recipe.model_parameters)
        tiles = TrainingTiles(self.prepared.indexes, (), recipe, 0)
        places = self.prepared.validation_places(16)
        data = TrainingData(
            self.prepared.scenes, tiles, places, self.prepared.validation_part, self.prepared.normalisation,
            self.prepared.labelling.legend,
        )  # fmt: skip
        folder = self.ground.folder / name
        folder.mkdir(exist_ok=True)
        return NetworkTraining(
            wrap(network) if wrap else network, data, recipe, lambda a, b: self.chosen(a, b, None),
            choose_device("cpu", 1), 0, Run(folder), events or self.ground.events,
        )  # fmt: skip


@pytest.fixture
def workshop(ground: Any) -> Workshop:
    return Workshop(ground)


def weights(training: Any) -> list[np.ndarray]:
    return [values.numpy() for values in training.learner.network.state_dict().values()]


def test_long_epochs_have_checkpoints_too(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    undisturbed = workshop.training("one")
    undisturbed.train()
    monkeypatch.setattr(network_training, "_SECONDS_BETWEEN_CHECKPOINTS", 0.0)
    monkeypatch.setattr(network_training, "_CHECKPOINT_SHARE", 1e9)
    broken = workshop.training("two")
    learn, steps = broken.learner.learn, []

    def break_off(*arguments: Any) -> float:
        steps.append(1)
        if len(steps) == 7:
            raise KeyboardInterrupt
        return float(learn(*arguments))

    broken.learner.learn = break_off
    with pytest.raises(KeyboardInterrupt):
        broken.train()
    state = load_checkpoint(broken.run.path(CHECKPOINT))
    assert (state["progress"]["epoch"], state["progress"]["position"], state["progress"]["step"]) == (1, 2, 6)

    again = workshop.training("two")
    again.train()

    assert again.progress.step == undisturbed.progress.step == 8
    assert all(np.array_equal(one, other) for one, other in zip(weights(again), weights(undisturbed)))


@pytest.mark.parametrize("limits", [{"epochs": 8}, {"epochs": 4, "minutes": 5.0}])
def test_what_goes_on_with_more_of_anything_learns_as_if_it_were_as_far(
    limits: dict[str, Any], workshop: Workshop
) -> None:
    first = workshop.training(schedule="cosine", epochs=4)
    first.train()
    state = load_checkpoint(first.run.path(CHECKPOINT))
    state["learner"]["optimisation"]["schedule"]["share"] = 1.0  # as where the time was up
    state["progress"].update(epoch=2, step=8, position=0)
    state["learner"]["optimisation"]["schedule"]["step"] = 8
    save_checkpoint(first.run.path(CHECKPOINT), state)
    same = workshop.training(schedule="cosine", epochs=4)
    same._resume()
    assert same.learner.learning_rate == pytest.approx(0.0, abs=1e-12)
    more = workshop.training(schedule="cosine", **limits)
    more._resume()
    share = 8 / (4 * limits["epochs"])
    assert more.learner.learning_rate == pytest.approx(
        workshop.recipe.learning_rate * (1 + math.cos(math.pi * share)) / 2
    )


def test_patience_counts_where_the_last_epoch_is_kept(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = NetworkTraining._measured_epoch

    def worse(self: Any, *given: Any) -> Any:
        _, told, samples = measured(self, *given)
        return -self.progress.epoch, told, samples

    monkeypatch.setattr(NetworkTraining, "_measured_epoch", worse)
    training = workshop.training(epochs=9, patience=2, keep="last")
    training.train()
    assert training.progress.epoch == 3


def test_patience_begins_anew_where_no_measure_counts_any_more(workshop: Workshop) -> None:
    training = workshop.training(epochs=3)
    training.train()
    state = load_checkpoint(training.run.path(CHECKPOINT))
    state["progress"].update(measures=[float("nan")] * 3)
    save_checkpoint(training.run.path(CHECKPOINT), state)
    more = workshop.training(epochs=5, patience=1)
    more.train()
    assert more.progress.epoch > 3


def test_checkpoints_that_cost_much_are_written_less_often(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []

    def save(path: Path, state: Any) -> None:
        written.append(path.name)
        save_checkpoint(path, state)

    monkeypatch.setattr(network_training, "save_checkpoint", save)
    monkeypatch.setattr(network_training, "_CHECKPOINT_SHARE", 1e-9)
    workshop.training(epochs=6).train()
    assert written.count(CHECKPOINT) == 2
    assert written.count(BEST) >= 1


def test_what_was_best_is_kept_even_if_the_checkpoint_is_older(workshop: Workshop) -> None:
    training = workshop.training(epochs=4)
    training.train()
    best = load_checkpoint(training.run.path(BEST))
    older = load_checkpoint(training.run.path(CHECKPOINT))
    older["progress"].update(best_epoch=-1, best_score=float("-inf"))
    save_checkpoint(training.run.path(CHECKPOINT), older)
    again = workshop.training(epochs=4)
    kept = again.train()
    assert kept["epoch"] == best["epoch"] == again.progress.best_epoch
    assert all(np.array_equal(one, other) for one, other in zip(weights(again), weights(training)))


def test_the_best_epoch_is_the_one_with_the_best_measure(workshop: Workshop) -> None:
    training = workshop.training(epochs=5, keep="loss")
    kept = training.train()
    told = [event for event in workshop.ground.heard if "miou" in event]
    losses = [event["validation_loss"] for event in told]
    assert kept["epoch"] == int(np.argmin(losses))
    assert kept["score"] == -min(losses)
    assert kept["measures"]["f1_by_class"] == told[kept["epoch"]]["f1_by_class"]
    assert [bool(event["samples"]) for event in told] == [loss == min(losses[: n + 1]) for n, loss in enumerate(losses)]


def test_the_last_epoch_is_kept_where_that_is_asked_for(workshop: Workshop) -> None:
    training = workshop.training(epochs=4, keep="last", patience=1)
    kept = training.train()
    assert kept["epoch"] == 3
    saved = load_checkpoint(training.run.path(CHECKPOINT))["learner"]["network"]
    assert all(np.array_equal(one, other.numpy()) for one, other in zip(weights(training), saved.values()))


def test_memory_that_is_full_halves_training_and_validation(workshop: Workshop) -> None:
    training = workshop.training(wrap=Full)
    training.train()
    texts = [event["text"] for event in workshop.ground.heard if event["event"] == "warning"]
    assert len(texts) == 1
    assert "Going on with 2 tiles at a time" in texts[0]
    assert load_checkpoint(training.run.path(CHECKPOINT))["learner"]["pieces"] == 2


def test_a_validation_loss_that_is_no_number_is_no_best_epoch(workshop: Workshop) -> None:
    training = workshop.training(keep="loss", epochs=2)
    real = workshop.chosen
    training.learner.loss = lambda a, b: real(a, b, None) * (1.0 if a.requires_grad else float("nan"))
    with pytest.raises(OutcropError, match=r"No epoch could be kept.*lower learning rate"):
        training.train()


def test_a_stop_in_validation_loses_no_step(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    undisturbed = workshop.training("one")
    undisturbed.train()
    events = Events()
    stopped = workshop.training("two", events)
    validate = validating.validate

    def stop(*arguments: Any) -> Any:
        events.cancel()
        return validate(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(validating, "validate", stop)
        with pytest.raises(CancelledError):
            stopped.train()
    state = load_checkpoint(stopped.run.path(CHECKPOINT))["progress"]
    assert (state["epoch"], state["position"]) == (0, 4)
    again = workshop.training("two")
    again.train()
    assert all(np.array_equal(one, other) for one, other in zip(weights(again), weights(undisturbed)))
    assert len(again.run.path(EPOCHS).read_text().splitlines()) == 3


def test_time_limits_count_the_work_of_all_sittings(workshop: Workshop) -> None:
    training = workshop.training(epochs=50, minutes=0.5)
    training._resume()
    training.progress.seconds = 1e6
    training.progress.step = 1
    state = {
        "learner": training.learner.state_dict(), "progress": {**training.progress.__dict__, "seconds": 29.9},
    }  # fmt: skip
    save_checkpoint(training.run.path(CHECKPOINT), state)
    again = workshop.training(epochs=50, minutes=0.5)
    again.train()
    assert again.progress.epoch <= 3
    assert again.learner.learning_rate < 1e-3 * workshop.recipe.learning_rate


def test_dropout_is_drawn_from_the_place_in_the_training(workshop: Workshop) -> None:
    class Dropping(Full):
        def forward(self, images: torch.Tensor) -> torch.Tensor:
            logits: torch.Tensor = self.inner(torch.nn.functional.dropout(images, 0.5, self.training))
            return logits

    one = workshop.training("one", wrap=Dropping)
    one.train()
    torch.rand(7)
    other = workshop.training("two", wrap=Dropping)
    torch.rand(3)
    other.train()
    assert all(np.array_equal(mine, theirs) for mine, theirs in zip(weights(one), weights(other)))


def test_no_training_tile_shows_more_than_its_part(workshop: Workshop) -> None:
    assert workshop.training().data.tiles.part == TRAINING


def test_a_network_that_wants_them_sees_tiles_that_are_not_recoloured(workshop: Workshop) -> None:
    parameters = {**workshop.recipe.model_parameters, "pixel_branch": True}
    training = workshop.training(model_parameters=parameters, colour_jitter=0.5, noise=0.1, epochs=1)
    seen: list[tuple[torch.Tensor, ...]] = []
    training.learner.network.register_forward_pre_hook(
        lambda network, views: seen.append(views) if network.training else None
    )

    training.train()

    assert len(seen) == training.progress.step
    for images, plain in seen:
        assert not torch.equal(images, plain)
    values = torch.cat([plain.flatten() for _, plain in seen]).unique()
    tile = workshop.prepared.scenes[0].tile(
        workshop.prepared.scenes[0].stack.grid.window, TRAINING, training.data.normalisation
    )
    assert set(values.tolist()) <= {0.0, *np.unique(tile.image).tolist()}


def test_several_branches_add_up_their_losses(workshop: Workshop) -> None:
    parameters = {**workshop.recipe.model_parameters, "pixel_branch": True}
    training = workshop.training(model_parameters=parameters, epochs=1)
    before = [values.copy() for values in weights(training)]

    training.train()

    changed = [not np.array_equal(one, other) for one, other in zip(before, weights(training))]
    names = list(training.learner.network.state_dict())
    assert {name.split(".")[0] for name, moved in zip(names, changed) if moved} >= {"encoder", "head", "pixels"}


def test_time_that_will_not_do_is_warned_of_once(workshop: Workshop) -> None:
    workshop.training(epochs=200, minutes=0.01).train()
    warnings = [event["text"] for event in workshop.ground.heard if event["event"] == "warning"]
    assert len([text for text in warnings if "0.01 min won't do" in text]) == 1
