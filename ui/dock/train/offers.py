"""Offers after a training: to go on with one that hardly began, and to leave out bands that kept one from starting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from ...texts import count_text, time_text, tr
from ...widgets.problems import WARNING, Problem
from ..models.model_entries import ModelEntry

GO_ON, LEAVE_OUT = "go_on", "leave_out"
_TIMES_MORE = 3
_LEAST_MINUTES = 1.0


@dataclass(frozen=True)
class Offer:
    """What can be done now: a line with a button.

    Attributes:
        problem: The line.
        folder: The run to go on with.
        minutes: How long the run may take in all, if it goes on.
        empty_bands: The bands to leave out, by place among the chosen ones.
    """

    problem: Problem
    folder: str = ""
    minutes: float = 0.0
    empty_bands: tuple[int, ...] = ()


def offer_to_go_on(entry: Optional[ModelEntry], folder: str) -> Optional[Offer]:
    """Give the offer to go on where a network saw few of its epochs; None where it was trained as it should be."""
    hardly = entry.hardly_trained if entry is not None else None
    if entry is None or entry.card is None or hardly is None:
        return None
    done, epochs = hardly
    spent = _number(entry.card.provenance, "training_seconds")
    rest = spent / done * (epochs - done)
    more = max(_LEAST_MINUTES * 60, min(_TIMES_MORE * spent, rest))
    text = tr(
        "Hardly trained: {done} of {epochs} epochs in {spent}. Go on for {more}?",
        done=done, epochs=epochs, spent=time_text(spent), more=time_text(more),
    )  # fmt: skip
    return Offer(Problem(WARNING, text, button=tr("Go on"), action=GO_ON), folder, (spent + more) / 60)


def offer_to_leave_out(facts: Mapping[str, Any]) -> Optional[Offer]:
    """Give the offer to leave out bands without data; None where a training failed for another reason."""
    empty_bands = facts.get("empty_bands")
    if not isinstance(empty_bands, list) or not empty_bands:
        return None
    one, many = tr("{n} band has no data where the polygons lie."), tr("{n} bands have no data where the polygons lie.")
    text, button = count_text(len(empty_bands), one, many), tr("Leave out")
    return Offer(Problem(WARNING, text, button=button, action=LEAVE_OUT), empty_bands=tuple(map(int, empty_bands)))


def _number(values: Mapping[str, Any], name: str) -> float:
    value = values.get(name)
    return float(value) if isinstance(value, (int, float)) else 0.0
