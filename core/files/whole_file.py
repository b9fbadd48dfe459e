"""Files that appear whole or not at all, alone or several together, in place of older ones."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Optional

from ..errors import BadInputError, DiskError
from .disk import TRY_AGAIN, disk_trouble_told
from .unfinished import hidden, lies_in_unfinished, unfinished

Check = Callable[[Path], object]
"""Opens a file that was written, and raises what is wrong with it."""
_RASTERS = (".tif", ".tiff", ".vrt", ".png", ".img")
_OF_OLDER_RASTER = (".ovr", ".msk", ".msk.ovr", ".aux.xml", ".vat.dbf")
_OF_OLDER_DATABASE = ("-wal", "-shm", "-journal")
_DATABASES = (".gpkg", ".sqlite")


@contextmanager
def whole_file(path: str | Path, check: Optional[Check] = None) -> Iterator[Path]:
    """Give a path beside `path` to write to, and move it into place when the block ends without an error.

    The temporary name keeps the suffix, because GDAL and others choose the format by it. What the file replaces keeps
    its permissions, a link goes on to point to it, and pyramids, masks and the like of an older raster go.

    Args:
        path: The file.
        check: What opens the written file again before it takes the old one's place.

    Raises:
        BadInputError: The folder doesn't exist or can't be written, or the name can't be used.
        DiskError: It can't be written, on a full disk for example; the old file stays as it was.
    """
    with whole_files([path], check) as (partial,):
        yield partial


@contextmanager
def whole_files(paths: Sequence[str | Path], check: Optional[Check] = None) -> Iterator[tuple[Path, ...]]:
    """Do the same for files that belong together: all of them appear, or none.

    One that isn't written stays away, and with it goes the older one of its name.
    """
    for path in paths:
        check_writable(path)
    targets = [Path(os.path.realpath(path)) for path in paths]
    with disk_trouble_told(paths[0], TRY_AGAIN), ExitStack() as stack:
        partials = [stack.enter_context(unfinished(hidden(target))) for target in targets]
        modes = [_mode(target, partial) for target, partial in zip(targets, partials)]
        yield tuple(partials)
        for partial, target, mode in zip(partials, targets, modes):
            if partial.exists() or len(partials) == 1:
                partial.chmod(mode)
                _flush(partial)
                if check is not None:
                    _check_written(check, partial, target)
        _put_in_place(partials, targets)


def write_apart(path: str | Path, write: Callable[[Path], object]) -> None:
    """Have a library write a file, whole or not at all, that begins it under a name of its own beside the given one.

    It does so in a hidden folder with a name of ours, which is found again where the process was killed.
    """
    with whole_file(path) as partial:
        folder = partial.with_name(f"{partial.name}.apart")
        folder.mkdir()
        write(folder / partial.name)
        (folder / partial.name).replace(partial)


def write_text(path: str | Path, text: str) -> None:
    """Write a UTF-8 text file, whole or not at all."""
    with whole_file(path) as partial:
        partial.write_text(text, encoding="utf-8", errors="replace")


def put_folder_in_place(finished: Path, folder: Path) -> None:
    """Give a finished folder its name, in one step, where there is none of that name or an empty one.

    Raises:
        DiskError: Something lies there by now, or another program holds the empty one; what is there stays.
    """
    with disk_trouble_told(folder, TRY_AGAIN):
        target = Path(os.path.realpath(folder))
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        with suppress(FileNotFoundError):
            target.rmdir()  # an empty one; Windows replaces none
        if mode is not None:
            finished.chmod(mode)
        finished.replace(target)


def check_writable(path: str | Path) -> None:
    """Refuse a target that can't be written, before any work is spent on it.

    Raises:
        BadInputError: The folder is missing or read-only, the name is too long or taken by a folder, or the file there
            is read-only or held by another program; says what to do.
    """
    try:
        _check_place(Path(path))
    except ValueError as error:  # a name with a zero byte in it
        raise BadInputError("“{path}” can't be the name of a file. Give another one.", path=path) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise BadInputError(
                "The name “{name}” is too long for this disk. Give a shorter one.", name=Path(path).name
            ) from error
        raise BadInputError(
            "“{path}” can't be written: {reason}. Choose another place.", path=path, reason=error.strerror
        ) from error


def _check_place(target: Path) -> None:
    with suppress(FileNotFoundError, NotADirectoryError):
        os.lstat(target)  # says when the name is too long
    target = Path(os.path.realpath(target))
    folder = target.parent
    if not folder.is_dir():
        raise BadInputError(
            "The folder “{folder}” doesn't exist. Make it, or choose another place for “{name}”.",
            folder=folder,
            name=target.name,
        )
    if not os.access(folder, os.W_OK):
        raise BadInputError(
            "The folder “{folder}” can't be written. Choose another place for “{name}”.",
            folder=folder,
            name=target.name,
        )
    if target.is_dir():
        raise BadInputError("“{target}” is a folder. Give the name of a file.", target=target)
    if not target.exists():
        return
    mode = target.stat().st_mode
    if not stat.S_ISREG(mode):
        raise BadInputError("“{target}” isn't an ordinary file. Give the name of one.", target=target)
    try:
        os.close(os.open(target, os.O_WRONLY))
        is_open = mode & 0o222 > 0
    except PermissionError:
        is_open = False
    if not is_open:
        raise BadInputError(
            (
                "The file “{target}” is read-only, or another program holds it. Allow writing it or close that "
                "program, or choose another name."
            ),
            target=target,
        )


def _mode(target: Path, partial: Path) -> int:
    """Give the permissions of the file that is replaced, or those that a new one gets here.

    Some libraries make theirs readable by nobody else.
    """
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    partial.touch()
    mode = stat.S_IMODE(partial.stat().st_mode)
    partial.unlink()
    return mode


def _flush(partial: Path) -> None:
    """Have the disk take what was written: some say only now that they are full."""
    if lies_in_unfinished(partial):
        return
    file = os.open(partial, os.O_RDWR)
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(file)


def _check_written(check: Check, partial: Path, target: Path) -> None:
    try:
        check(partial)
    except Exception as error:
        raise DiskError(
            (
                "“{target}” wasn't written whole ({error}). Nothing was changed. Check that the disk has room, and try "
                "again."
            ),
            target=target,
            error=error,
        ) from error


def _put_in_place(partials: Sequence[Path], targets: Sequence[Path]) -> None:
    """Replace all targets, the first one last, or bring back what was there."""
    written = [(partial, target) for partial, target in zip(partials, targets) if partial.exists() or len(targets) == 1]
    coming = [target for _, target in written]
    going = [path for target in targets for path in (target, *_of_older(target))]
    going = [path for path in going if path not in coming and os.path.lexists(path)]
    with ExitStack() as stack:
        old: dict[Path, Path] = {}
        if len(coming) + len(going) > 1:  # one alone is replaced at once, or not at all
            for path in (*going, *filter(os.path.lexists, coming)):
                old[path] = stack.enter_context(unfinished(hidden(path, "old")))
                _keep(path, old[path])
        begun: list[Path] = []
        try:
            for path in going:
                begun.append(path)
                path.unlink()
            for partial, target in reversed(written):
                begun.append(target)
                partial.replace(target)
        except OSError as error:
            _bring_back(begun, old)
            if isinstance(error, PermissionError):
                raise DiskError(
                    (
                        "“{file}” can't be replaced: another program holds it ({reason}). Nothing was changed. Close "
                        "that program and try again."
                    ),
                    file=error.filename or targets[0],
                    reason=error.strerror,
                ) from error
            raise


def _of_older(target: Path) -> list[Path]:
    """Give the files beside a target that describe the one it replaces."""
    suffix = target.suffix.lower()
    endings = _OF_OLDER_RASTER if suffix in _RASTERS else _OF_OLDER_DATABASE if suffix in _DATABASES else ()
    return [target.with_name(target.name + ending) for ending in endings]


def _keep(path: Path, target: Path) -> None:
    """Keep a file under a second name; a disk without links takes a copy."""
    try:
        os.link(path, target)
    except OSError:
        shutil.copy2(path, target)


def _bring_back(begun: Sequence[Path], old: Mapping[Path, Path]) -> None:
    """Undo what was begun; what wasn't there before goes."""
    for path in begun:
        with suppress(OSError):
            if path in old:
                old[path].replace(path)
            elif old:
                path.unlink()
