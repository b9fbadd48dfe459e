"""The jobs on accuracy samples: what each needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...parameters import parameter
from .settings import CONFIDENCES, SampleSettings


@dataclass(frozen=True)
class DrawSampleJob:
    """Draw a random sample of a map's pixels by its classes, or of those where it differs from `other`."""

    prediction: str
    out: str
    settings: SampleSettings = SampleSettings()
    other: str = ""
    seed: int = 0


@dataclass(frozen=True)
class AssessSampleJob:
    """Tell accuracy and areas from an answered sample, or with `other` which map is better where the two differ."""

    prediction: str
    sample: str
    layer: str = ""
    other: str = ""
    out: str = ""
    confidence: str = parameter(
        "0.95", "Confidence", "How often the intervals are to hold.", choices=CONFIDENCES, advanced=True
    )
