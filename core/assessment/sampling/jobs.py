"""The jobs on accuracy samples: what each needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...files.roles import reads, writes
from ...parameters import parameter
from .settings import CONFIDENCES, SampleSettings


@dataclass(frozen=True)
class DrawSampleJob:
    """Draw a random sample of a map's pixels by its classes, or of those where it differs from `other`."""

    prediction: str = reads()
    out: str = writes()
    settings: SampleSettings = SampleSettings()
    other: str = reads("")
    seed: int = 0


@dataclass(frozen=True)
class AssessSampleJob:
    """Tell accuracy and areas from an answered sample, or with `other` which map is better where the two differ."""

    prediction: str = reads()
    sample: str = reads()
    layer: str = ""
    other: str = reads("")
    out: str = writes("")
    confidence: str = parameter(
        "0.95", "Confidence", "How often the intervals are to hold.", choices=CONFIDENCES, advanced=True
    )
