"""The private folder: where this QGIS keeps logs, pages and previews, readable by nobody else, gone when it ends."""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path

from .unfinished import temporary_folder

_KEPT = ExitStack()


def private_folder() -> Path:
    """Give the folder, made when it is first asked for, with a name that can't be guessed.

    Where QGIS is killed, the next job of Outcrop removes it.

    Raises:
        OSError: It can't be made.
    """
    if not _folder().is_dir():  # removed by someone else
        _folder.cache_clear()
    return _folder()


@lru_cache(maxsize=1)
def _folder() -> Path:
    """Make the folder, and have it removed when the process ends."""
    atexit.register(_KEPT.close)
    return _KEPT.enter_context(temporary_folder())
