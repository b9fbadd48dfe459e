"""Execution: from a job's spec to the function that does it, imported only when it is needed."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ..events import Events
from .specs import JOBS

GDAL_CACHE_MB = "256"
"""GDAL would take 5 % of the machine's memory for its block cache; a few blocks per thread are enough."""
SETTINGS = {"GDAL_CACHEMAX": GDAL_CACHE_MB, "THP_MEM_ALLOC_ENABLE": "1"}
"""What libraries are told; with large pages (Linux) torch computes some percent faster."""


def execute(job: Any, events: Events) -> dict[str, Any]:
    """Do a job and give its result.

    Raises:
        OutcropError: Whatever the job raises; see its function.
    """
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    kind = next(name for name, cls in JOBS.items() if cls is type(job))
    function = getattr(import_module(_module_of(kind), __package__), kind)
    result: dict[str, Any] = function(job, events)
    return result


def _module_of(kind: str) -> str:
    """Give the module that holds a job's function, which has the kind's name: here or in one of the rooms."""
    return next(name for name in (f".{kind}", f".assessment.{kind}") if find_spec(name, __package__))
