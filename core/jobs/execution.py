"""Execution: from a job's spec to the function that does it, imported only when it is needed."""

from __future__ import annotations

import os
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ..errors import DiskError, OutcropError
from ..events import Events
from ..files.disk import START_AGAIN, is_trouble, trouble_text
from ..files.output_guard import guarded
from ..files.roles import outputs
from .specs import JOBS

_ROOMS = ("labels", "preparation", "training", "assessment", "correction", "interchange")
GDAL_CACHE_MB = "256"
"""GDAL would take 5 % of the machine's memory for its block cache; a few blocks per thread are enough."""
SETTINGS = {"GDAL_CACHEMAX": GDAL_CACHE_MB, "THP_MEM_ALLOC_ENABLE": "1"}
"""What libraries are told; with large pages (Linux) torch computes some percent faster."""

_NEVER = {"GDAL_VRT_ENABLE_PYTHON": "NO"}
"""What libraries mustn't do, whatever they were told: run code that a virtual raster holds."""


def execute(job: Any, events: Events) -> dict[str, Any]:
    """Do a job and give its result; its outputs are guarded, and trouble with a disk is told in words.

    Raises:
        BadInputError: For an output that can't be written, that the job reads, or that another job is writing.
        OutcropError: Whatever the job raises; see its function.
    """
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    os.environ.update(_NEVER)
    kind = next(name for name, cls in JOBS.items() if cls is type(job))
    function = getattr(import_module(_module_of(kind), __package__), kind)
    with guarded(job):
        try:
            result: dict[str, Any] = function(job, events)
        except OutcropError:
            raise
        except Exception as error:
            if not is_trouble(error):
                raise
            path = next(iter(outputs(job)), Path(tempfile.gettempdir()))
            raise DiskError(trouble_text(error, path, START_AGAIN)) from error
    return result


def _module_of(kind: str) -> str:
    """Give the module that holds a job's function, which has the kind's name: here or in one of the rooms."""
    return next(name for name in (f".{kind}", *(f".{room}.{kind}" for room in _ROOMS)) if find_spec(name, __package__))
