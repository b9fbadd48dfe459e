"""What a training says of itself while it runs and where it is lost."""

from __future__ import annotations

from ...message import Message


def step_text(epoch: int, epochs: int, step: int, steps: int) -> Message:
    """Say how far it is; epochs count from 1."""
    return Message(
        "Epoch {epoch} of {epochs}, step {step} of {steps}", epoch=epoch, epochs=epochs, step=step, steps=steps
    )


def refit_text(epoch: int, epochs: int, step: int, steps: int) -> Message:
    """Say how far the training on everything is; epochs count from 1."""
    return Message(
        "Learning from everything: epoch {epoch} of {epochs}, step {step} of {steps}",
        epoch=epoch, epochs=epochs, step=step, steps=steps,
    )  # fmt: skip


def lost_text(epoch: int, best: int, learning_rate: float) -> Message:
    """Say in which epoch the loss became infinite, which epoch was kept (0 for none), and what to try."""
    stopped = Message("Training stopped: the loss became infinite in epoch {epoch}.", epoch=epoch)
    advice = _advice(learning_rate)
    if not best:
        return Message("{stopped} {advice}", stopped=stopped, advice=advice)
    kept = Message("The best model so far (epoch {best}) was kept.", best=best)
    return Message("{stopped} {kept} {advice}", stopped=stopped, kept=kept, advice=advice)


def unmeasured_text(learning_rate: float) -> Message:
    """Say that no epoch had a finite validation loss, and what to try."""
    return Message("No epoch could be kept: no loss is finite. {advice}", advice=_advice(learning_rate))


def _advice(rate: float) -> Message:
    return Message("A lower learning rate usually helps: {low:g} instead of {rate:g}.", low=rate / 10, rate=rate)
