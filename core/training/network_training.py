"""The loop that trains a network: epochs, validation, the best epoch, checkpoints, time, and what goes wrong."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
import torch

from ..assessment.headline import headline
from ..errors import OutcropError
from ..geodata.normalisation import Normalisation
from ..jobs.events import Events
from ..labels.legend import Legend
from .augmentation import augment
from .batches import Batch, Place, TrainingTiles, grower, read_batches, resized
from .checkpoints import load_checkpoint, save_checkpoint
from .devices import Device, is_out_of_memory
from .optimisation import Optimisation
from .processes import Processes
from .recipe import Recipe
from .run import BEST, CHECKPOINT, Run
from .tiles import LabelledScene
from .validation import Loss, validate

_MEASURING_STEPS = 3
"""Steps whose time is left out of estimates: the first ones allocate and warm up."""


@dataclass(frozen=True)
class TrainingData:
    """What a network learns from: scenes, the drawing of tiles, the validation tiles, the scaling."""

    scenes: Sequence[LabelledScene]
    tiles: TrainingTiles
    validation: Sequence[Place]
    validation_part: int | None
    normalisation: Normalisation
    legend: Legend


@dataclass
class Progress:
    """How far a training is; all of it is in the checkpoint."""

    epoch: int = 0
    step: int = 0
    seconds: float = 0.0
    best_epoch: int = -1
    best_score: float = -math.inf
    best_measures: dict[str, Any] = field(default_factory=dict)


class NetworkTraining:
    """Trains one network; on a run that was interrupted it goes on from the checkpoint."""

    def __init__(
        self, network: torch.nn.Module, data: TrainingData, recipe: Recipe, loss: Loss, device: Device, seed: int,
        run: Run, events: Events, processes: Processes | None = None,
    ) -> None:  # fmt: skip
        self.network = network.to(device.torch, memory_format=torch.channels_last)
        self.data, self.recipe, self.loss, self.device, self.seed = data, recipe, loss, device, seed
        self.run, self.events = run, events
        self.processes = processes or Processes()
        self.learner = self.processes.wrap(self.network, device)
        self.progress = Progress()
        self.optimisation = Optimisation(self.network, recipe, recipe.epochs * data.tiles.steps)
        self.scaler = torch.amp.GradScaler(device.torch.type, enabled=device.scales_gradients)
        self._pieces = 1
        self._started = time.monotonic()

    def train(self) -> Progress:
        """Train to the end and leave the best epoch's weights in the network.

        Raises:
            OutcropError: When the loss became infinite before any epoch was finished.
            CancelledError: When the job was stopped; the last checkpoint stays.
        """
        self._resume()
        self._started = time.monotonic() - self.progress.seconds
        while self.progress.epoch < self.recipe.epochs and not self._is_over():
            loss = self._epoch()
            if not math.isfinite(loss):
                self._lost()
                break
            self._validate(loss)
            self.progress.epoch += 1
            self._checkpoint()
        self.network.load_state_dict(load_checkpoint(self.run.path(BEST))["network"])
        return self.progress

    def _epoch(self) -> float:
        """Train one epoch and give its mean loss, infinite or NaN as soon as a step's is."""
        places = self.data.tiles.epoch(self.progress.epoch, self.processes.rank)
        batches = read_batches(
            self.data.scenes, places, self.data.tiles.part, self.data.normalisation, self._prepared, grower(self.recipe)
        )
        self.network.train()
        total, seen = 0.0, 0
        for batch in batches:
            loss = self._step(batch)
            total, seen = total + loss, seen + 1
            self.progress.step += 1
            if not math.isfinite(loss):
                return loss
            self._tell(loss, seen, len(places))
            if self._is_over():
                break
        return total / seen

    def _prepared(self, position: int, batch: Batch) -> Batch:
        """Augment a batch; the seed is its own, so that any step can be drawn again."""
        entropy = np.random.SeedSequence([self.seed, self.progress.epoch, position, self.processes.rank])
        generator = torch.Generator().manual_seed(int(entropy.generate_state(1, np.uint64)[0] >> 1))
        augmented = augment(batch.images, batch.labels, batch.valid, self.recipe, self.recipe.tile_px, generator)
        return resized(Batch(*augmented), self.recipe.resize_px)

    def _step(self, batch: Batch) -> float:
        """Take one step; when memory is full, go on with the batch in smaller pieces."""
        while True:
            try:
                return self._step_in_pieces(batch)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error) or self._pieces >= len(batch.images):
                    raise
            self._pieces *= 2
            size = math.ceil(len(batch.images) / self._pieces)
            self.events.warning(f"The device's memory is full. Going on with {size} tiles at a time.")
            if self.device.torch.type == "cuda":
                torch.cuda.empty_cache()

    def _step_in_pieces(self, batch: Batch) -> float:
        self.optimisation.zero()
        count, total = len(batch.images), 0.0
        size = math.ceil(count / self._pieces)
        for start in range(0, count, size):
            images = batch.images[start : start + size].to(self.device.torch, memory_format=torch.channels_last)
            labels = batch.labels[start : start + size].to(self.device.torch)
            with self.device.autocast():
                logits = self.learner(images)
            loss = self.loss(logits, labels) * (len(images) / count)
            self.scaler.scale(loss).backward()
            total += float(loss.detach())
        if math.isfinite(total):
            self.optimisation.step(self.scaler, self._share_done())
        return total

    def _validate(self, training_loss: float) -> None:
        """Measure the epoch, keep it if it is the best, and tell."""
        loss, confusion = validate(
            self.network, self.data.scenes, self._validation_batches(), self.data.validation_part,
            self.data.normalisation, self.loss, self.device, self.recipe.resize_px, self.events.check_cancelled,
        )  # fmt: skip
        loss, confusion = self.processes.pooled(loss, confusion)
        progress = self.progress
        measures = {"loss": training_loss, "validation_loss": loss, **headline(confusion, self.data.legend)}
        score = -loss if self.recipe.keep == "loss" else measures[self.recipe.keep]
        if score > progress.best_score:
            progress.best_score, progress.best_epoch = score, progress.epoch
            progress.best_measures = {**measures, "confusion": confusion.to_dict()}
            if self.processes.is_first:
                save_checkpoint(self.run.path(BEST), {"network": self.network.state_dict()})
        self.optimisation.end_epoch(score)
        progress.seconds = time.monotonic() - self._started
        told = {"epoch": progress.epoch + 1, **measures, "learning_rate": self.optimisation.learning_rate}
        if self.processes.is_first:
            self.run.append_epoch({**told, "seconds": round(progress.seconds, 2)})
        self.events.metric(
            **told, epochs=self.recipe.epochs, best_epoch=progress.best_epoch + 1, seconds=progress.seconds
        )

    def _validation_batches(self) -> list[Sequence[Place]]:
        mine = self.data.validation[self.processes.rank :: self.processes.count] or self.data.validation[:1]
        size = self.recipe.batch_size
        return [mine[start : start + size] for start in range(0, len(mine), size)]

    def _seconds(self) -> float:
        return time.monotonic() - self._started

    def _share_done(self) -> float:
        """How much of the training is done, 0…1, by steps or by time, whichever is further."""
        by_steps = self.progress.step / (self.recipe.epochs * self.data.tiles.steps)
        by_time = self._seconds() / (self.recipe.minutes * 60) if self.recipe.minutes else 0.0
        return min(1.0, max(by_steps, by_time))

    def _is_over(self) -> bool:
        """Whether time is up, patience is at its end, or the analyst wants it to end; the same for all processes."""
        progress, recipe = self.progress, self.recipe
        late = bool(recipe.minutes) and self._seconds() >= (recipe.minutes or 0) * 60
        stale = bool(recipe.patience) and progress.epoch - max(progress.best_epoch, 0) > recipe.patience
        return self.processes.any_says(late or stale or self.events.finishing)

    def _tell(self, loss: float, done: int, steps: int) -> None:
        share, seconds = self._share_done(), self._seconds()
        left = seconds * (1 - share) / share if self.progress.step > _MEASURING_STEPS and share else None
        self.events.metric(step=self.progress.step, loss=loss)
        text = f"Epoch {self.progress.epoch + 1} of {self.recipe.epochs}, step {done} of {steps}"
        self.events.progress(share, text, left)

    def _lost(self) -> None:
        """Say what happened when the loss is no number any more, and what to try.

        Raises:
            OutcropError: When there is no epoch to keep.
        """
        progress, lower = self.progress, self.recipe.learning_rate / 10
        text = f"Training stopped: the loss became infinite in epoch {progress.epoch + 1}. "
        advice = f"A lower learning rate usually helps: {lower:g} instead of {self.recipe.learning_rate:g}."
        if progress.best_epoch < 0:
            raise OutcropError(f"{text}{advice}")
        self.events.warning(f"{text}The best model so far (epoch {progress.best_epoch + 1}) was kept. {advice}")

    def _checkpoint(self) -> None:
        if not self.processes.is_first:
            return
        state = {
            "network": self.network.state_dict(), "optimisation": self.optimisation.state_dict(),
            "scaler": self.scaler.state_dict(), "progress": asdict(self.progress), "pieces": self._pieces,
        }  # fmt: skip
        save_checkpoint(self.run.path(CHECKPOINT), state)

    def _resume(self) -> None:
        """Take up the checkpoint of an interrupted run, if there is one."""
        if not self.run.path(CHECKPOINT).exists():
            self.run.keep_epochs(0)
            return
        state = load_checkpoint(self.run.path(CHECKPOINT))
        self.network.load_state_dict(state["network"])
        self.optimisation.load_state_dict(state["optimisation"])
        self.scaler.load_state_dict(state["scaler"])
        self.progress = Progress(**state["progress"])
        self._pieces = state["pieces"]
        self.run.keep_epochs(self.progress.epoch)
        self.events.log(f"Going on after epoch {self.progress.epoch}.")
