"""Files that appear whole or not at all."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import BadInputError
from .unfinished import unfinished


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """Give a path beside `path` to write to, and move it into place when the block ends without an error.

    The temporary name keeps the suffix, because GDAL and others choose the format by it.

    Raises:
        BadInputError: The folder doesn't exist or can't be written.
    """
    target = Path(path)
    check_writable(target)
    name = f".{target.stem}.{uuid.uuid4().hex[:8]}.partial{target.suffix}"
    with unfinished(target.with_name(name)) as partial:
        mode = _usual_mode(partial)
        yield partial
        partial.chmod(mode)
        partial.replace(target)


def write_apart(path: str | Path, write: Callable[[Path], object]) -> None:
    """Have a library write a file, whole or not at all, that begins it under a name of its own beside the given one.

    It does so in a hidden folder with a name of ours, which is found again where the process was killed.
    """
    with whole_file(path) as partial:
        folder = partial.with_name(f"{partial.name}.apart")
        folder.mkdir()
        write(folder / partial.name)
        (folder / partial.name).replace(partial)


def _usual_mode(path: Path) -> int:
    """Find the permissions that a new file gets here; some libraries make theirs readable by nobody else."""
    path.touch()
    mode = path.stat().st_mode
    path.unlink()
    return mode


def write_text(path: str | Path, text: str) -> None:
    """Write a UTF-8 text file, whole or not at all."""
    with whole_file(path) as partial:
        partial.write_text(text, encoding="utf-8")


def check_writable(path: str | Path) -> None:
    """Refuse a target whose folder is missing or read-only, before any work is spent on it.

    Raises:
        BadInputError: With the folder's name and what to do.
    """
    target = Path(path)
    folder = target.parent
    if not folder.is_dir():
        raise BadInputError(
            f"The folder “{folder}” doesn't exist. Make it, or choose another place for “{target.name}”."
        )
    if not os.access(folder, os.W_OK):
        raise BadInputError(f"The folder “{folder}” can't be written. Choose another place for “{target.name}”.")
    if target.is_dir():
        raise BadInputError(f"“{target}” is a folder. Give the name of a file.")
