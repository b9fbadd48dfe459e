"""The private folder: where this QGIS keeps logs, pages and previews, readable by nobody else, gone when it ends."""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from pathlib import Path
from typing import Optional

from .unfinished import temporary_folder

_KEPT = ExitStack()
_folder: Optional[Path] = None


def private_folder() -> Path:
    """Give the folder, made when it is first asked for, with a name that can't be guessed.

    Where QGIS is killed, the next job of Outcrop removes it.

    Raises:
        OSError: It can't be made.
    """
    global _folder  # noqa: PLW0603  (one a process, as its end is)
    if _folder is None or not _folder.is_dir():
        if _folder is None:
            atexit.register(_KEPT.close)
        _folder = _KEPT.enter_context(temporary_folder())
    return _folder
