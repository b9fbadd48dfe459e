"""The refit: the network that is kept learns from everything, as long as the one that was measured had learned."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from ...errors import OutcropError
from ..runs.checkpoints import load_checkpoint
from ..runs.clock import Clock
from ..runs.journal import RunJournal
from ..runs.run import REFIT
from ..settings.recipe import Recipe
from .network_training import NetworkTraining
from .wording import refit_text

FOLLOWED = "refit_of"
"""Where a refit's checkpoint notes the epochs and steps that it follows; that of another kept epoch is of no use."""
_ENOUGH = 0.5
"""A refit that was cut short before this share of its steps isn't better than what was measured (ours)."""


@dataclass(frozen=True)
class Measuring:
    """What of the measuring phase the refit follows.

    Attributes:
        epochs: Until the kept one.
        steps: Of an epoch.
        clock: That of the job.
        measures: What the epochs were worth to the schedule.
    """

    epochs: int
    steps: int
    clock: Clock
    measures: tuple[float, ...] = ()


def refit_recipe(recipe: Recipe, measured: Measuring, processes: int) -> Recipe:
    """Give the recipe of the refit: as many steps as led to the kept epoch, whatever number of labels there are."""
    tiles = measured.steps * recipe.batch_size * processes
    return replace(recipe, epochs=measured.epochs, tiles_per_epoch=tiles, patience=0)


class Refit(NetworkTraining):
    """Trains a network on everything; nothing is measured, and the last step is kept."""

    checkpoint_name, step_text, warns_of_time = REFIT, staticmethod(refit_text), False
    _measures: tuple[float, ...] = ()

    def refit(self, measured: Measuring) -> str:
        """Train to the end, or as long as there is time; the rate falls where it fell when epochs were measured.

        Returns:
            Why what was measured had better be kept; empty where the network has learned from everything.

        Raises:
            CancelledError: When the job was stopped; the checkpoint is of the last step.
        """
        self._measures = measured.measures
        self._resume()
        try:
            self._work(None)
        except _LossLostError:
            return "the loss became infinite"
        if self.events.finishing:
            return "it was ended early"
        self.learner.anchor.pull()
        planned = self.recipe.epochs * self.data.tiles.steps
        return "" if self.progress.step >= _ENOUGH * planned else "there was no time for it"

    def _resume(self) -> None:
        path, wanted = self.run.path(REFIT), self.progress.origin.get(FOLLOWED)
        with self.processes.first_alone():
            if path.exists() and load_checkpoint(path)["progress"]["origin"].get(FOLLOWED) != wanted:
                path.unlink()
        super()._resume()

    def _tell_loss(self, loss: float) -> None:
        """Tell nothing: it would be drawn behind the losses of the phase before."""

    def _end_epoch(self, _journal: RunJournal | None) -> None:
        self._wait_or_stop()
        self.progress.best_epoch, self.progress.best_score = self.progress.epoch, -math.inf
        if self.progress.epoch < len(self._measures):
            self.learner.end_epoch(self._measures[self.progress.epoch])

    def _resume_best(self) -> None:
        """Take up nothing: the best epoch is that of the phase before."""

    def _lost(self) -> None:
        raise _LossLostError


class _LossLostError(OutcropError):
    """The loss is no number any more."""
