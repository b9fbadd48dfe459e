"""What a run is doing, in the analyst's words: the worker tells it in English."""

from __future__ import annotations

import re

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ...texts import tr

STEP = re.compile(r"Epoch (\d+) of (\d+), step (\d+) of (\d+)$")
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
    if step:
        return tr("Epoch {epoch}, step {step} of {steps}", epoch=step[1], step=step[3], steps=step[4])
    return tr(text) if text in _STAGES else text
