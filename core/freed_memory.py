"""Freed memory: kept for the next tensor of the same size instead of given back to the system and fetched again.

The C library of Linux hands large blocks back as soon as they are freed. A network frees and asks for such blocks with
every layer, and the system clears each of them anew: that costs a third of the computing time of a small network on a
CPU.
"""

from __future__ import annotations

import ctypes
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
"""Names of the settings in `malloc.h`."""
_LARGEST_BLOCK, _MOST_KEPT = 1 << 30, (1 << 31) - 1
_KEEPERS: set[object] = set()
"""Who keeps memory now: it is the process's, so that the last one gives it back."""
_GUARD = threading.Lock()


@contextmanager
def freed_memory_kept() -> Iterator[None]:
    """Keep freed memory while a block computes and give it back in the end; another C library is left as it is.

    Blocks may lie within each other: a worker keeps memory from one job to the next that follows at once.
    """
    library = _c_library()
    if library is None:
        yield
        return
    library.mallopt(_MMAP_THRESHOLD, _LARGEST_BLOCK)
    library.mallopt(_TRIM_THRESHOLD, _MOST_KEPT)
    keeper = object()
    with _GUARD:
        _KEEPERS.add(keeper)
    try:
        yield
    finally:
        with _GUARD:
            _KEEPERS.remove(keeper)
            is_last = not _KEEPERS
        if is_last:
            library.malloc_trim(0)


def _c_library() -> Any:
    """Give the GNU C library, or None on systems that have another one."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
