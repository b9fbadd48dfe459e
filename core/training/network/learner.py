"""The learner: a network with all that changes its weights, one step at a time, in pieces when memory is full."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Callable

import torch

from ...errors import OutcropError
from ...message import Message
from ...model.devices import Device, is_out_of_memory
from ..data.batches import LabelledBatch
from ..optimisation.anchor import Anchor
from ..optimisation.step import Optimisation
from ..results.validation import Loss
from ..settings.recipe import Recipe
from .fine_tuning import keep_still
from .processes import Processes


class Learner:
    """Changes a network's weights along the gradient of the loss of batches."""

    def __init__(
        self, network: torch.nn.Module, loss: Loss, recipe: Recipe, steps: int, device: Device,
        processes: Processes, warn: Callable[[str], None],
    ) -> None:  # fmt: skip
        """Bring the network to the device and prepare for so many steps.

        Args:
            network: Is trained in place.
            loss: Of logits (N, C, H, W) and labels (N, H, W).
            recipe: Optimiser, schedule, clipping.
            steps: Of the whole training, for the schedule.
            device: Where to compute.
            processes: Those that train together.
            warn: Hears when memory is full.
        """
        self.network = network.to(device.torch, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.loss, self.device, self._processes, self._warn = loss, device, processes, warn
        self._wrapped = processes.wrap(self.network, device)
        self._optimisation = Optimisation(self.network, recipe, steps)
        self._scaler = torch.amp.GradScaler(device.torch.type, enabled=device.scales_gradients)
        self.anchor = Anchor(self.network, recipe.kept_share)
        self.pieces = 1
        self.share_taken = 1.0

    @property
    def learning_rate(self) -> float:
        """The rate of the next step."""
        return self._optimisation.learning_rate

    def prepare(self) -> None:
        """Bring the network into the state of learning; what is frozen stays as it is altogether."""
        self.network.train()
        keep_still(self.network)

    def forward(self, batch: LabelledBatch) -> None:
        """Compute the first tile of a batch and change nothing, to see how long that takes."""
        views = [view[:1].to(self.device.torch, memory_format=torch.channels_last) for view in batch.views]
        self.network.eval()
        with torch.inference_mode(), self.device.autocast():
            self.network(*views)
        self.prepare()

    def learn(self, batch: LabelledBatch, share_done: float, enough: Callable[[], bool] = lambda: False) -> float:
        """Take one step and give the batch's loss; where that is no number, the weights stay as they are.

        Between pieces of the batch `enough` is asked; at yes the step is that of the pieces until then, whose share of
        the batch `share_taken` tells.

        Pieces of a batch, and batches of several processes, count by their labelled pixels, so that together they are
        as one batch for every loss that is a mean over pixels.

        Raises:
            OutcropError: When not even one tile fits the memory.
        """
        while True:
            try:
                return self._learn_in_pieces(batch, share_done, enough)
            except (RuntimeError, MemoryError) as error:
                if not is_out_of_memory(error):
                    raise
                self.halve(len(batch.images), batch.images.shape[-1], error)

    def halve(self, tiles: int, side: int, error: BaseException) -> None:
        """Go on with half as many tiles at a time, after an error that says that memory is full.

        Raises:
            OutcropError: When it was one tile already, or when other processes wait for this one.
        """
        size = math.ceil(tiles / self.pieces)
        if size <= 1:
            raise OutcropError(
                (
                    "One tile of {side} px doesn't fit the memory of {title}. Choose smaller tiles or a smaller "
                    "network, or close what else uses that memory."
                ),
                side=side,
                title=self.device.title,
            ) from error
        if self._processes.count > 1:
            raise OutcropError(
                (
                    "{size} tiles of {side} px don't fit the memory of {title}. With several processes the batch isn't "
                    "halved by itself: train with batch_size={size_2}."
                ),
                size=size,
                side=side,
                title=self.device.title,
                size_2=size // 2,
            ) from error
        self.pieces *= 2
        size = math.ceil(tiles / self.pieces)
        self._warn(
            Message(
                "The memory of {title} is full. Going on with {size} tiles at a time.",
                title=self.device.title,
                size=size,
            )
        )
        if self.device.torch.type == "cuda":
            torch.cuda.empty_cache()

    def replan(self) -> None:
        """Go on with other limits than the run had before."""
        self._optimisation.replan()

    def end_epoch(self, measure: float) -> None:
        """Tell the schedule how good the network is after an epoch; more is better."""
        self._optimisation.end_epoch(measure)

    def state_dict(self) -> dict[str, Any]:
        """Give everything needed to go on exactly."""
        return {
            "network": self.anchor.learned(), "optimisation": self._optimisation.state_dict(),
            "scaler": self._scaler.state_dict(), "pieces": self.pieces, "anchor": self.anchor.state_dict(),
        }  # fmt: skip

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Go on where `state_dict` was taken."""
        self.network.load_state_dict(state["network"])
        self._optimisation.load_state_dict(state["optimisation"])
        self._scaler.load_state_dict(state["scaler"])
        self.anchor.load_state_dict(state.get("anchor", {}))
        self.pieces = int(state["pieces"])

    def _learn_in_pieces(self, batch: LabelledBatch, share_done: float, enough: Callable[[], bool]) -> float:
        self._optimisation.zero()
        self.share_taken = 1.0
        pieces, total, seen = batch.split(math.ceil(len(batch.labels) / self.pieces)), 0.0, 0
        labelled = [int(torch.count_nonzero(piece.labels)) for piece in pieces]
        each = max(1.0, self._processes.total(sum(labelled)) / self._processes.count)
        for number, (piece, pixels) in enumerate(zip(pieces, labelled)):
            if seen and enough():
                total *= self._scaled_up(each / seen)
                self.share_taken = number / len(pieces)
                break
            loss = self._loss_of(piece) * (pixels / each)
            self._scaler.scale(loss).backward()
            total, seen = total + float(loss.detach()), seen + pixels
        if math.isfinite(total):
            self._optimisation.step(self._scaler, share_done)
        return total

    def _scaled_up(self, factor: float) -> float:
        """Make the gradient of a part of the batch as large as that of all of it; give the factor."""
        for parameter in self.network.parameters():
            if parameter.grad is not None:
                parameter.grad.mul_(factor)
        return factor

    def _loss_of(self, batch: LabelledBatch) -> torch.Tensor:
        """Compute the loss; that of a network with several branches is the sum of theirs."""
        device = self.device.torch
        views = [view.to(device, non_blocking=True, memory_format=torch.channels_last) for view in batch.views]
        with self.device.autocast():
            outputs = self._wrapped(*views)
        labels = batch.labels.to(device, non_blocking=True)
        return sum((self.loss(logits, labels) for logits in _branches(outputs)), torch.zeros((), device=device))


def _branches(outputs: torch.Tensor | tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, ...]:
    return outputs if isinstance(outputs, tuple) else (outputs,)
