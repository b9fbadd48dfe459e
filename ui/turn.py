"""The turn: one heavy job at a time, whether the dock or the toolbox asked for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

from ..core.comparison.jobs import BandImportanceJob, CompareJob
from ..core.errors import CancelledError
from ..core.prediction.jobs import PredictJob
from ..core.training.settings.jobs import ResumeJob, TrainJob
from .texts import tr

_HEAVY = (TrainJob, ResumeJob, PredictJob, CompareJob, BandImportanceJob)
_LOOK_S = 0.2
_TURN = threading.Lock()


def is_heavy(job: Any) -> bool:
    """Say whether a job wants the GPU, or all cores, for itself.

    A prediction that begins at a centre doesn't: somebody waits for its small tiles, whatever else is going on.
    """
    return isinstance(job, _HEAVY) and getattr(job, "centre", None) is None


@contextmanager
def turn(is_cancelled: Callable[[], bool], tell: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other heavy job of this QGIS runs, so that none runs out of memory, and keep them off meanwhile.

    Args:
        is_cancelled: Whether to wait no longer.
        tell: Gets what is waited for.

    Raises:
        CancelledError: It was cancelled while it waited.
    """
    if not _TURN.acquire(timeout=_LOOK_S):
        tell(tr("Waiting for another job of Outcrop"))
        while not _TURN.acquire(timeout=_LOOK_S):
            if is_cancelled():
                raise CancelledError(tr("The job was stopped."))
    try:
        yield
    finally:
        _TURN.release()
