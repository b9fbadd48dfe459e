"""Kept engines: what a process has opened stays open for the next raster of the same model and size of tiles.

A worker that stays, and a batch, do one prediction after another: converting and compiling a network for each of them
would take longer than a small raster itself.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Hashable
from typing import Any

from .engine import Engine

_MOST = 4
_KEPT: dict[Hashable, tuple[Any, Engine]] = {}
"""By key, the one used last at the end, each with its model, so that no other model takes its identity."""
_GUARD = threading.Lock()


class BorrowedEngines:
    """The engines of one prediction, which nobody else has meanwhile."""

    def __init__(self) -> None:
        self._out: list[tuple[Hashable, Any, Engine]] = []

    def get(self, model: Any, details: Hashable, open_engine: Callable[[], Engine]) -> Engine:
        """Give the engine that was kept for a loaded model, or a new one.

        Args:
            model: The model as it was loaded; one whose file was replaced is another.
            details: What else the engine was opened for.
            open_engine: Opens it.
        """
        key = (id(model), details)
        with _GUARD:
            _, engine = _KEPT.pop(key, (None, None))
        engine = engine or open_engine()
        self._out.append((key, model, engine))
        return engine

    def give_back(self) -> None:
        """Keep the engines for the next prediction; the ones that were used longest ago go."""
        with _GUARD:
            for key, model, engine in self._out:
                _KEPT.pop(key, None)
                _KEPT[key] = model, engine
            while len(_KEPT) > _MOST:
                del _KEPT[next(iter(_KEPT))]
        self._out = []

    def drop(self) -> None:
        """Keep none of them: something went wrong, or they are too large."""
        self._out = []


def drop_engines() -> None:
    """Close all engines that are kept, and give a GPU's memory back."""
    with _GUARD:
        _KEPT.clear()
    torch = sys.modules.get("torch")
    if torch is not None and torch.cuda.is_initialized():
        torch.cuda.empty_cache()
