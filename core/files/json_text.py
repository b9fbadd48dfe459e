"""JSON from anywhere: read by one reader, and turned into words where it has another shape than was meant."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..errors import BadInputError, OutcropError
from .text_file import decoded

_WRONG_SHAPE = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError)
"""What Python raises where a value isn't what it was taken for."""
_LONGEST_REASON = 200


def read_json(path: str | Path, what: str) -> Any:
    """Read a JSON file of any encoding.

    Args:
        path: The file.
        what: What it is meant to be, such as “a list of scenes”.

    Raises:
        BadInputError: When it can't be read or isn't JSON.
    """
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        raise BadInputError(
            "“{path}” can't be read: {reason}. Check that it is there.", path=path, reason=error.strerror
        ) from error
    except ValueError as error:
        raise BadInputError("“{path}” can't be the name of a file.", path=path) from error
    return parse_json(content, f"“{path}”", what)


def parse_json(content: str | bytes, name: str, what: str) -> Any:
    """Read JSON text; bytes are decoded first.

    Raises:
        BadInputError: When it isn't JSON.
    """
    with shape_told(name, what):
        value = json.loads(decoded(content) if isinstance(content, bytes) else content)
        json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogateescape")  # no half letters: no path has them
        return value


@contextmanager
def shape_told(name: str, what: str) -> Iterator[None]:
    """Turn into words whatever goes wrong in a block because content from elsewhere has another shape than was meant.

    Args:
        name: What is read, such as a file's name in quotes.
        what: What it is meant to be.

    Raises:
        BadInputError: That it isn't, and why.
    """
    try:
        yield
    except OutcropError:
        raise
    except _WRONG_SHAPE as error:
        raise BadInputError(
            "{name} isn't {what}, or is damaged ({reason}). Choose another one.",
            name=name,
            what=what,
            reason=_reason(error),
        ) from error


def _reason(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "nested too deep"
    text = f"{error} is missing" if isinstance(error, KeyError) else str(error) or type(error).__name__
    return text if len(text) <= _LONGEST_REASON else f"{text[:_LONGEST_REASON]}…"
