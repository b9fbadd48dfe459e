"""Paths of vector files, for a library that takes some of their signs for parts of an address."""

from __future__ import annotations

from pathlib import Path


class _AsItIs(str):
    """A path that looks to pyogrio as if it were GDAL's already, so that “!”, “;” and “?” stay signs like others."""

    __slots__ = ()

    def __str__(self) -> str:
        return self

    def startswith(self, prefix, *args) -> bool:  # type: ignore[no-untyped-def, override]  # noqa: ANN001, ANN002
        return prefix == "/vsi" or super().startswith(prefix, *args)


def vector_path(path: str | Path) -> str:
    """Give the path by which pyogrio opens or writes a vector file, whatever its folders and itself are called."""
    text = str(path)
    is_local = not text.startswith("/vsi") and (Path(text).exists() or Path(text).parent.is_dir())
    return _AsItIs(text) if is_local and not text.lower().endswith(".zip") else text
