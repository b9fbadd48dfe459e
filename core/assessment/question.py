"""Which question figures of accuracy answer: how right this map is, or how well a model does where it never learned."""

from __future__ import annotations

from ..wording import translatable

UNSTATED, TRANSFER, MAP = "unstated", "transfer", "map"
QUESTIONS = {
    UNSTATED: translatable(
        "It isn't said how the labels were chosen: the figures are agreement with these labels, neither the accuracy "
        "of the map nor that of the model elsewhere."
    ),
    TRANSFER: translatable(
        "Transfer: the labels lie in blocks or scenes that training never saw. The figures say what to expect of the "
        "model in such places, not how right this map is."
    ),
    MAP: translatable(
        "Map accuracy: the labels are a probability sample of this map in which every pixel had the same chance. The "
        "figures hold for the whole map."
    ),
}
"""Every question by the key that jobs hold, and what figures that answer it say."""


def question_text(key: str) -> str:
    """Say what figures answer, in English."""
    return QUESTIONS[key]
