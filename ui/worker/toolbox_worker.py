"""The toolbox's worker: one process for the jobs of batches, models and scripts, one after another.

It isn't the dock's, where somebody waits for a sketch or a preview.
"""

from __future__ import annotations

from typing import Optional

from .warm_worker import WarmWorker

_IDLE_S = 120.0
_LOG = "toolbox.log"


class _Kept:
    """The one worker of this QGIS."""

    worker: Optional[WarmWorker] = None


def toolbox_worker() -> WarmWorker:
    """Give the worker; its process is started by the first job, and ends when it has had none for a while."""
    if _Kept.worker is None:
        _Kept.worker = WarmWorker(idle_s=_IDLE_S, log=_LOG)
    return _Kept.worker


def rest_toolbox_worker() -> None:
    """End its process if it has nothing to do, so that its memory is free for another heavy job."""
    if _Kept.worker is not None:
        _Kept.worker.rest()


def close_toolbox_worker() -> None:
    """End its process, with whatever it does."""
    worker, _Kept.worker = _Kept.worker, None
    if worker is not None:
        worker.close()
