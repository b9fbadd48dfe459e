"""What a job reads and writes: said by the fields of its spec, so that every job is guarded by declaring itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

_ROLE, _BESIDE = "role", "beside"
_READ, _WRITTEN, _ADDED, _FILLED, _SHARED = "read", "written", "added to", "filled", "shared"
Beside = Callable[[Any, Path], "list[Path]"]


def reads(default: Any = dataclasses.MISSING) -> Any:
    """Make a dataclass field that names a file or folder, or several, that the job reads."""
    return dataclasses.field(default=default, metadata={_ROLE: _READ})


def writes(default: Any = dataclasses.MISSING, beside: Beside = lambda _job, _path: []) -> Any:
    """Make a field that names the file that the job writes; `beside` gives those that it writes along with it."""
    return dataclasses.field(default=default, metadata={_ROLE: _WRITTEN, _BESIDE: beside})


def adds_to(default: Any = dataclasses.MISSING) -> Any:
    """Make a field that names the file that the job adds to, which may be one that it reads."""
    return dataclasses.field(default=default, metadata={_ROLE: _ADDED})


def fills(default: Any = dataclasses.MISSING) -> Any:
    """Make a field that names the folder that the job makes."""
    return dataclasses.field(default=default, metadata={_ROLE: _FILLED})


def works_in(default: Any = dataclasses.MISSING) -> Any:
    """Make a field that names the folder that the job writes to, which may hold some of what it reads already."""
    return dataclasses.field(default=default, metadata={_ROLE: _SHARED})


def names_read(job: Any) -> Iterator[str]:
    """Give every name of what a job reads, also from the specs within it."""
    for field, value in _fields(job):
        if field.metadata.get(_ROLE) == _READ:
            yield from filter(None, [value] if isinstance(value, str) else value)
        for inner in value if isinstance(value, tuple) else (value,):
            if dataclasses.is_dataclass(inner):
                yield from names_read(inner)


def files_written(job: Any) -> list[Path]:
    """Give every file that a job writes, those beside the ones that it names included."""
    files = []
    for field, value in _fields(job):
        if field.metadata.get(_ROLE) == _WRITTEN and value:
            path = Path(value)
            files += [path, *(field.metadata[_BESIDE](job, path) if path.name else [])]
    return files


def files_added_to(job: Any) -> list[Path]:
    """Give the files that a job adds to."""
    return _of_roles(job, _ADDED)


def outputs(job: Any) -> list[Path]:
    """Give the files and folders that a job names as its outputs."""
    return _of_roles(job, _WRITTEN, _ADDED, _FILLED, _SHARED)


def folders_filled(job: Any) -> list[Path]:
    """Give the folders that a job makes."""
    return _of_roles(job, _FILLED)


def folders_written(job: Any) -> list[Path]:
    """Give the folders that a job makes, and those that it writes to."""
    return _of_roles(job, _FILLED, _SHARED)


def _of_roles(job: Any, *roles: str) -> list[Path]:
    return [Path(value) for field, value in _fields(job) if field.metadata.get(_ROLE) in roles and value]


def _fields(job: Any) -> list[tuple[dataclasses.Field[Any], Any]]:
    return [(field, getattr(job, field.name)) for field in dataclasses.fields(job)]
