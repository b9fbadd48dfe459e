"""Arrays on the disk that are worked on as if they were in memory, with their room taken beforehand."""

from __future__ import annotations

import errno
import math
import os
import sys
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

_ZEROS = bytes(1 << 20)
_NOT_HERE = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)


def mapped_array(path: Path, kind: Any, shape: tuple[int, ...]) -> np.memmap[Any, Any]:
    """Make a file and give it as an array of zeros.

    Its room on the disk is taken now: where it weren't, writing to the array would end the process without a word once
    the disk is full.

    Raises:
        OSError: When the disk is full.
    """
    size = math.prod(shape) * np.dtype(kind).itemsize
    with path.open("wb") as file:
        _take_room(file, size)
    return np.memmap(path, kind, "r+", shape=shape)


def _take_room(file: BinaryIO, size: int) -> None:
    if sys.platform == "win32":
        file.truncate(size)  # which takes it there
        return
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(file.fileno(), 0, size)
        except OSError as error:
            if error.errno not in _NOT_HERE:
                raise
        else:
            return
    for start in range(0, size, len(_ZEROS)):
        file.write(_ZEROS[: size - start])
