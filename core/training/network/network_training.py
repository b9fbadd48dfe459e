"""The loop that trains a network: epochs, validation, the best epoch, checkpoints, time, and what goes wrong."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from typing import Any

import numpy as np
import torch

from ...assessment.headline import headline
from ...errors import CancelledError, OutcropError
from ...events import Events
from ...model.devices import Device
from ..data.augmenter import augmenter, entropy
from ..data.batches import BatchReader, grower
from ..data.samples import choose_samples
from ..data.scenes import SceneWindow
from ..results.calibrated import Calibrated
from ..results.calibrating import MOST_TILES, network_calibration
from ..results.measured_pixels import check_measured
from ..results.validation import Loss, Validated, show
from ..runs.checkpoints import load_checkpoint, save_checkpoint
from ..runs.clock import Clock
from ..runs.journal import RunJournal
from ..runs.run import BEST, CHECKPOINT, Run
from ..runs.time_budget import TimeBudget
from ..settings.recipe import LAST, Recipe
from .learner import Learner
from .processes import Processes
from .progress import Progress, TrainingData
from .telling import Telling
from .time_watch import TimeWatch
from .validating import validated_in_pieces
from .wording import lost_text, step_text, unmeasured_text

_SECONDS_BETWEEN_CHECKPOINTS = 120.0
"""Within an epoch; after an epoch there is always one, but where writing it takes more than 5 % of the time."""
_CHECKPOINT_SHARE = 0.05
_GROWS = 3
"""A checkpoint has grown by so much when it holds what the optimiser keeps beside every weight."""


class NetworkTraining:
    """Trains one network; on a run that was interrupted it goes on from the checkpoint.

    Everything random is drawn from the seed and the place in the training (epoch, step, tile), so that a run that goes
    on from its last checkpoint comes to the same weights as one that was never interrupted.

    A limit in minutes counts from the job's beginning (the clock that is handed in), over all sittings: labels, scaling
    and network, the steps, the last epoch's validation, the measuring of the margin, and what is written. Time is left
    for that (`budget`), and where measuring on all validation tiles would take too much of it, fewer are chosen. Pauses
    and the time when nobody worked on the run don't count. The schedule comes to its end by then.
    """

    checkpoint_name, step_text, warns_of_time = CHECKPOINT, staticmethod(step_text), True

    def __init__(
        self, network: torch.nn.Module, data: TrainingData, recipe: Recipe, loss: Loss, device: Device, seed: int,
        run: Run, events: Events, processes: Processes | None = None, origin: Mapping[str, Any] | None = None,
        clock: Clock | None = None, before: float = 0.0, follows: float = 0.0,
    ) -> None:  # fmt: skip
        """Take what is needed; nothing is computed yet. `before` and `follows` are those of `TimeBudget`."""
        self.data, self.recipe, self.device, self.seed = data, recipe, device, seed
        self.run, self.events = run, events
        self.processes = processes or Processes()
        self.progress = Progress(origin=dict(origin or {}))
        self._steps = recipe.epochs * data.tiles.steps
        self.learner = Learner(network, loss, recipe, self._steps, device, self.processes, events.warning)
        on_gpu = device.torch.type == "cuda"
        self._reader = BatchReader(data.scenes, data.normalisation, ahead=6 if on_gpu else 2, pinned=on_gpu)
        self._shown: list[SceneWindow] | None = None
        self._clock = clock or Clock()
        self._before = before
        self._has_chosen = False
        self.budget = TimeBudget(
            recipe.minutes, recipe.batch_size * self.processes.count, len(data.validation), MOST_TILES,
            recipe.resize_px or recipe.tile_px, before=self._before, follows=follows,
        )  # fmt: skip
        self._watch = TimeWatch(self.budget, self._clock, self.learner, events, recipe.epochs, warns=self.warns_of_time)
        self._telling = Telling(events, self._clock, self.budget, self._steps)
        self._saved, self._saving = time.monotonic(), 0.0

    def calibration(self) -> Calibrated:
        """Fit the temperature of the network as it is on the validation tiles, and count their probabilities.

        Where the time is up that is left out, if it would take long.
        """
        if not self.budget.fits_calibration(self._clock.seconds):
            self.events.log("The probabilities aren't calibrated, since the time is up.")
            return Calibrated()
        self.events.progress(1.0, "Calibrating the probabilities")
        with closing(BatchReader(self.data.scenes, self.data.normalisation)) as reader:
            return network_calibration(
                self.learner.network, reader, self.measured, self.data.validation_part, self.device,
                self.recipe.resize_px, self.seed, self.data.legend,
            )  # fmt: skip

    @property
    def measured(self) -> Sequence[SceneWindow]:
        """The validation tiles on which every epoch is measured: all, or as many as there is time for."""
        scene_windows, count = self.data.validation, self.progress.measured
        if not 0 < count < len(scene_windows):
            return scene_windows
        chosen = np.sort(np.random.default_rng(self.seed).choice(len(scene_windows), count, replace=False))
        return [scene_windows[index] for index in chosen]

    def train(self) -> dict[str, Any]:
        """Train to the end, and leave the best epoch's weights in the network.

        Returns:
            The best epoch's facts: epoch (from 0), score, measures, confusion, blocks.

        Raises:
            OutcropError: When the loss became infinite before any epoch was finished.
            CancelledError: When the job was stopped; the checkpoint is of the last step.
        """
        self._resume()
        self._work(self._journal())
        best = load_checkpoint(self.run.path(BEST))
        self.learner.network.load_state_dict(best.pop("network"))
        return best

    def _work(self, journal: RunJournal | None) -> None:
        """Go through the loop, and leave a checkpoint where it is broken off."""
        try:
            self._loop(journal)
        except CancelledError:
            if self.progress.step:
                self._checkpoint()
            raise
        finally:
            self._reader.close()
            if journal is not None:
                journal.close()
        self.processes.wait()

    def _loop(self, journal: RunJournal | None) -> None:
        progress = self.progress
        while progress.epoch < self.recipe.epochs and not (progress.best_epoch >= 0 and self._is_over()):
            if not math.isfinite(self._epoch()):
                self._lost()
                return
            self._end_epoch(journal)
            progress.epoch, progress.position, progress.loss_sum = progress.epoch + 1, 0, 0.0
            self._checkpoint_if_due(0.0)
        if progress.best_epoch < 0:
            raise OutcropError(unmeasured_text(self.recipe.learning_rate))
        self._checkpoint()

    def _epoch(self) -> float:
        """Train what is left of an epoch and give the last loss, infinite or NaN as soon as a step's is."""
        progress = self.progress
        scene_windows = self.data.tiles.epoch(progress.epoch, self.processes.rank)
        wants_plain, size = getattr(self.learner.network, "wants_plain", False), self.recipe.batch_size
        first = (progress.position * self.processes.count + self.processes.rank) * size
        batches = self._reader.read(
            scene_windows[progress.position :], self.data.tiles.part,
            augmenter(self.recipe, self.seed, progress.epoch, first, self.processes.count * size, wants_plain,
                      self.data.hiding),
            grower(self.recipe), with_origins=True,
        )  # fmt: skip
        self.learner.prepare()
        self._begin_steps()
        loss = 0.0
        for batch in batches:
            if self.processes.count == 1:
                self._watch.probe(batch, len(scene_windows))
                self._begin_steps()
            torch.manual_seed(entropy(self.seed, progress.epoch, progress.position, self.processes.rank))
            loss = self.learner.learn(batch, self._schedule_share(), self._watch.is_cut)
            self.budget.note_step(progress.step + 1, self._clock.seconds, self.learner.share_taken)
            loss, is_over = self.processes.agreed(loss, self._watch.wants_to_stop())
            if not math.isfinite(loss):
                break
            progress.step, progress.position = progress.step + 1, progress.position + 1
            progress.loss_sum += loss
            self._choose_measured()
            self._watch.foresee(progress.step, len(scene_windows))
            self._tell(loss, len(scene_windows))
            self._checkpoint_if_due(_SECONDS_BETWEEN_CHECKPOINTS)
            if is_over:
                break
        return loss

    def _end_epoch(self, journal: RunJournal | None) -> None:
        """Measure the epoch, keep it if it is the best, and tell."""
        training_loss = self.progress.loss_sum / max(1, self.progress.position)
        begin = self._clock.seconds
        self._wait_or_stop()
        with self.learner.anchor.pulling():
            measure, told, samples = self._measured_epoch(training_loss, journal)
        self.budget.note_measuring(self._clock.seconds - begin)
        self.learner.end_epoch(measure)
        self.progress.measures.append(measure)
        told.update(learning_rate=self.learner.learning_rate, seconds=round(self._clock.seconds, 2))
        if journal is not None:
            journal.epoch(told)
        best = {"epochs": self.recipe.epochs, "best_epoch": self.progress.best_epoch + 1}
        self.events.metric(**told, **best, samples=samples)

    def _measured_epoch(self, training_loss: float, journal: RunJournal | None) -> tuple[float, dict[str, Any], str]:
        """Measure the network, keep it if it is the best; give what decides, what is told, and its picture's path."""
        progress, recipe, legend = self.progress, self.recipe, self.data.legend
        self._telling.tell(progress.step, "Measuring on what is held back")
        validated = self._validated()
        f1_by_class = dict(zip(legend.names, (measures.f1 for measures in validated.confusion.of_classes())))
        measures = {"loss": training_loss, "validation_loss": validated.loss, **headline(validated.confusion, legend)}
        measure = -validated.loss if recipe.keep == "loss" else measures.get(recipe.keep, measures["miou"])
        score = progress.epoch if recipe.keep == LAST else measure
        told = {"epoch": progress.epoch + 1, **measures, "f1_by_class": f1_by_class}
        samples = ""
        if score > progress.best_score:  # which no NaN is
            progress.best_score, progress.best_epoch = score, progress.epoch
            self._telling.tell(progress.step, "Keeping the best epoch")
            samples = self._keep(told, validated, journal)
        return measure, told, samples

    def _keep(self, measures: dict[str, Any], validated: Validated, journal: RunJournal | None) -> str:
        """Write down the best epoch so far; give the path of its picture."""
        if journal is None:
            return ""
        facts = {
            "epoch": self.progress.epoch, "score": self.progress.best_score, "measures": measures,
            "confusion": validated.confusion.to_dict(), "blocks": torch.from_numpy(validated.blocks),
            "network": self.learner.network.state_dict(),
        }  # fmt: skip
        save_checkpoint(self.run.path(BEST), facts)
        data, part = self.data, self.data.validation_part
        if self._shown is None:
            self._shown = choose_samples(data.scenes, data.validation, part, len(data.legend))
        tiles = self._shown[: self.budget.tiles_left(self._clock.seconds)]
        shown = show(self.learner.network, self._reader, tiles, part, self.device, self.recipe.resize_px)
        return journal.best(self.progress.epoch + 1, validated.confusion, shown)

    def _validated(self) -> Validated:
        """Validate, on more tiles where those that were chosen show nothing.

        Raises:
            BadInputError: When not one validation pixel has imagery.
        """
        data, progress = self.data, self.progress
        while True:
            validated = validated_in_pieces(
                self.learner, self._reader, self.measured, data, self.recipe, self.processes, self._wait_or_stop
            )
            if validated.pixels:
                return validated
            if not 0 < progress.measured < len(data.validation):
                check_measured(validated.pixels)
            progress.measured *= 2

    def _schedule_share(self) -> float:
        """How much of the training is done with the next step, 0…1; all processes agree on it, as on the weights."""
        share = self.budget.share(self.progress.step + 1, self._steps, self._clock.seconds, self.progress.began)
        return self.processes.total(share) / self.processes.count

    def _begin_steps(self) -> None:
        """Note when steps begin, and how long the training had worked before its first one."""
        self.budget.begin_steps(self._clock.seconds)
        if not self.progress.step:
            self.progress.began = self._clock.seconds - self._before

    def _choose_measured(self) -> None:
        """Choose, after the first step of a sitting, on how many tiles there is time to measure every epoch.

        A training that goes on with much more time is measured on more tiles; what was best on fewer counts no more.
        """
        if self._has_chosen:
            return
        self._has_chosen = True
        there, before = len(self.data.validation), self.progress.measured
        count = round(self.processes.total(self.budget.measurable(there)) / self.processes.count)
        if self.progress.best_epoch >= 0 and not 0 < 2 * before <= count:
            count = before or there
        elif before:
            self.progress.best_score = -math.inf
            self.progress.measures = [math.nan] * len(self.progress.measures)
        self.progress.measured = count
        self.budget.measure(count)
        if count < there:
            self.events.log(
                "Epochs are measured on {count} of {there} validation tiles: the time won't do for all.",
                count=count,
                there=there,
            )

    def margin_time(self) -> float:
        """How many seconds the margin may still be measured."""
        return self.budget.margin_left(self._clock.seconds)

    def _is_over(self) -> bool:
        """Whether the training ends here, asked by all processes alike."""
        measures = np.array(self.progress.measures)
        waited = len(measures) - 1 - int(np.nanargmax(measures)) if np.isfinite(measures).any() else 0
        is_stale = bool(self.recipe.patience) and waited >= self.recipe.patience
        return self.processes.agreed(0.0, is_stale or self._watch.wants_to_stop())[1]

    def _tell(self, loss: float, steps: int) -> None:
        """Say how far it is, some times a second; wait while it is paused, or stop.

        Raises:
            CancelledError: When the job was told to stop.
        """
        progress, is_due = self.progress, self._telling.is_due()
        if is_due:
            self._tell_loss(loss)
        self._wait_or_stop()
        if is_due:
            epoch, epochs = progress.epoch + 1, self.recipe.epochs
            self._telling.tell(progress.step, self.step_text(epoch, epochs, progress.position, steps))

    def _tell_loss(self, loss: float) -> None:
        self.events.metric(step=self.progress.step, loss=loss)

    def _wait_or_stop(self) -> None:
        if self.events.paused and self.progress.step:
            self._checkpoint()
        with self._clock.stopped():
            self.events.check_cancelled()

    def _lost(self) -> None:
        """Say what happened when the loss is no number any more, and what to try.

        Raises:
            OutcropError: When there is no epoch to keep.
        """
        best = self.progress.best_epoch + 1
        text = lost_text(self.progress.epoch + 1, best, self.recipe.learning_rate)
        if not best:
            raise OutcropError(text)
        self.events.warning(text)

    def _checkpoint_if_due(self, seconds: float) -> None:
        """Write a checkpoint when the last one is so old, and old enough for what writing it costs."""
        if time.monotonic() - self._saved >= max(seconds, self._saving / _CHECKPOINT_SHARE):
            self._checkpoint()

    def _checkpoint(self) -> None:
        begin = time.monotonic()
        self.progress.seconds = self._clock.seconds - self._before
        if self.processes.is_first:
            state = {"learner": self.learner.state_dict(), "progress": asdict(self.progress)}
            save_checkpoint(self.run.path(self.checkpoint_name), state)
        self._saved = time.monotonic()
        self._saving = self._saved - begin
        self.budget.note_writing(self._saving if self.progress.step else _GROWS * self._saving)

    def _resume(self) -> None:
        """Take up the checkpoint of an interrupted run, if there is one, and what was best, which may be newer."""
        limits = [self.recipe.minutes, self._steps]
        if self.run.path(self.checkpoint_name).exists():
            state = load_checkpoint(self.run.path(self.checkpoint_name))
            self.learner.load_state_dict(state["learner"])
            self.progress = Progress(**state["progress"])
            self._clock.credit(self.progress.seconds)
            if self.progress.limits not in ([], limits):
                self.learner.replan()
            where = {"epoch": self.progress.epoch + 1, "step": self.progress.position + 1}
            self.events.log("Going on at epoch {epoch}, step {step}.", **where)
        self.progress.limits = limits
        if not self.progress.step:
            self._checkpoint()
        self._resume_best()
        self._saved = time.monotonic()

    def _resume_best(self) -> None:
        if self.run.path(BEST).exists():
            best = load_checkpoint(self.run.path(BEST))
            self.progress.best_epoch, self.progress.best_score = int(best["epoch"]), float(best["score"])

    def _journal(self) -> RunJournal | None:
        """Give the journal, which the first process alone keeps."""
        if not self.processes.is_first:
            return None
        names = self.data.scenes[0].stack.names
        return RunJournal(self.run, self.data.legend, names, self.data.normalisation, self.progress.epoch)
