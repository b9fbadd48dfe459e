"""What a run is doing, in the analyst's words: the worker tells it in English."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...texts import tr

STEP = re.compile(r"(Learning from everything: )?Epoch (\d+) of (\d+), step (\d+) of (\d+)$")
_STAGES = (
    QT_TRANSLATE_NOOP("Outcrop", "Looking for pretrained weights"),
    QT_TRANSLATE_NOOP("Outcrop", "Rasterising the labels"),
    QT_TRANSLATE_NOOP("Outcrop", "Calibrating the probabilities"),
    QT_TRANSLATE_NOOP("Outcrop", "Looking at the imagery's values"),
    QT_TRANSLATE_NOOP("Outcrop", "Measuring on what is held back"),
    QT_TRANSLATE_NOOP("Outcrop", "Keeping the best epoch"),
    QT_TRANSLATE_NOOP("Outcrop", "Measuring the margin"),
    QT_TRANSLATE_NOOP("Outcrop", "Writing the model"),
    QT_TRANSLATE_NOOP("Outcrop", "Gathering training pixels"),
    QT_TRANSLATE_NOOP("Outcrop", "Fitting the classifier"),
    QT_TRANSLATE_NOOP("Outcrop", "Validating"),
)
"""What the worker tells besides steps; anything else is shown as it comes."""


def stage_text(text: str) -> str:
    """Say what is being done."""
    step = STEP.match(text)
    if step and step[1]:
        return tr(
            "Learning from everything: epoch {epoch} of {epochs}, step {step} of {steps}",
            epoch=step[2], epochs=step[3], step=step[4], steps=step[5],
        )  # fmt: skip
    if step:
        return tr("Epoch {epoch}, step {step} of {steps}", epoch=step[2], step=step[4], steps=step[5])
    return tr(text) if text in _STAGES else text
