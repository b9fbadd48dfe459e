"""Lists of files: a text with a path on every line, written on whichever system."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

_QUOTES = "\"'"


def listed(text: str) -> Iterator[str]:
    """Give the lines of a list, without those that are empty or begin with #."""
    for line in map(str.strip, text.splitlines()):
        if line and not line.startswith("#"):
            yield line


def without_quotes(name: str) -> str:
    """Give a path without the quotation marks that it may be written in."""
    return name.strip().strip(_QUOTES)


def ways_to_write(name: str) -> tuple[str, ...]:
    r"""Give what a path may stand for: as it is, its escapes (“%20”) undone, and with “/” for the “\” of Windows."""
    return tuple(dict.fromkeys((name, unquote(name), name.replace("\\", "/"))))
