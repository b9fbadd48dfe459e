"""Paths of vector files, for a library that takes some of their signs for parts of an address."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyogrio.util import vsi_path

from ...files.unfinished import temporary_folder


class _AsItIs(str):
    """A path that looks to pyogrio as if it were GDAL's already, so that “!”, “;” and “?” stay signs like others."""

    __slots__ = ()

    def __str__(self) -> str:
        return self

    def startswith(self, prefix, *args) -> bool:  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN002
        return prefix == "/vsi" or super().startswith(prefix, *args)


def vector_path(path: str | Path) -> str:
    """Give the path by which pyogrio reads a vector file, whatever its folders and itself are called."""
    text = str(path)
    is_local = not text.startswith("/vsi") and Path(text).exists()
    return _AsItIs(text) if is_local and not text.lower().endswith(".zip") else text


@contextmanager
def written_vector(path: str | Path) -> Iterator[str]:
    """Give the path to which pyogrio writes a vector file, which lies where it is meant to after the block."""
    text = str(path)
    if vsi_path(text) == text:
        yield text
        return
    with temporary_folder() as folder:
        file = folder / f"made{Path(path).suffix}"
        yield str(file)
        shutil.move(file, path)
