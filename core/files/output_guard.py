"""The guard before every job: outputs that can be written, are no inputs, and are no other job's at the time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from ..errors import BadInputError
from .disk import check_folder
from .named_files import check_not_inside, check_not_read, check_readable_names
from .roles import files_added_to, files_written, folders_filled, folders_written, names_read, outputs
from .unfinished import claimed, remove_left_behind
from .whole_file import check_writable

_FIRST = "0"


@contextmanager
def guarded(job: Any) -> Iterator[None]:
    """Check a job's outputs, and keep them for it while the block lasts.

    Raises:
        BadInputError: For an output that can't be written, that the job reads, or that another job is writing.
    """
    if os.environ.get("RANK", _FIRST) != _FIRST:  # of processes that train together the first one writes
        yield
        return
    check_outputs(job)
    for folder in {path.parent for path in outputs(job)} | {None}:
        remove_left_behind(folder)
    with ExitStack() as stack:
        for path in outputs(job):
            if not stack.enter_context(claimed(Path(os.path.realpath(path)))):
                raise BadInputError(
                    "“{path}” is being written by another job. Wait until that is done, or choose another name.",
                    path=path,
                )
        yield


def check_outputs(job: Any) -> None:
    """Refuse outputs that can't be written or that the job reads, and inputs that nobody can open.

    Raises:
        BadInputError: Saying which, and what to do.
    """
    names = tuple(names_read(job))
    check_readable_names([*names, *map(str, outputs(job))])
    for path in files_written(job):
        check_writable(path)
        check_not_read(path, names)
    for path in files_added_to(job):
        check_writable(path)
    for folder in folders_written(job):
        check_folder(folder)
    for folder in folders_filled(job):
        check_not_inside(folder, names)
