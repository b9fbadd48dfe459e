"""Execution: from a job's spec to the function that does it, imported only when it is needed."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

from .events import Events
from .specs import JOBS

_CACHE_MB, _CACHE_MB_OF = 256, {"train": 64, "resume": 64}
"""GDAL would take 5 % of the machine's memory for its block cache; a few blocks per thread are enough.

A training keeps its tiles in memory where they all fit; drawn at random from more, blocks are seldom met again.
"""


def execute(job: Any, events: Events) -> dict[str, Any]:
    """Do a job and give its result.

    Raises:
        OutcropError: Whatever the job raises; see its function.
    """
    kind = next(name for name, cls in JOBS.items() if cls is type(job))
    tell_libraries(kind)
    function = getattr(import_module(f".{kind}", __package__), kind)
    result: dict[str, Any] = function(job, events)
    return result


def tell_libraries(kind: str) -> None:
    """Set what libraries read from the environment when they are first used, where nothing else is set there."""
    cache_mb = _CACHE_MB_OF.get(kind, _CACHE_MB)
    large_pages = {"THP_MEM_ALLOC_ENABLE": "1"}  # with these (Linux) torch computes some percent faster
    for name, value in {"GDAL_CACHEMAX": str(cache_mb), **large_pages}.items():
        os.environ.setdefault(name, value)
