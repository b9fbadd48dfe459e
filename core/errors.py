"""The one error tree: every message says what is wrong, with which file or layer, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from .message import Message

_LONGEST_NAME = 100
_LONGEST_MESSAGE = 2_000
_HALF = _LONGEST_MESSAGE // 2 - 2


class OutcropError(Exception):
    """Something failed in a way that the message explains to the analyst.

    `OutcropError("… {name} …", name=name)` keeps text and values apart in `message`, so that it can be translated
    where it is shown; `str(error)` is the finished English sentence. `facts` are plain values by which an interface can
    offer a remedy. A message longer than a page, as names and lists of a damaged file can make it, is shortened in its
    middle.
    """

    facts: Mapping[str, Any] = MappingProxyType({})

    def __init__(self, text: str = "", /, **values: Any) -> None:
        super().__init__(_bounded(Message(text, **values)))

    @property
    def message(self) -> Message:
        """The sentence with the text and the values that it was made from."""
        return Message(self.args[0])


class BadInputError(OutcropError):
    """The input can't be worked on; nothing was started and nothing was lost."""


class CancelledError(OutcropError):
    """The job was stopped by the analyst; what was finished before is kept."""


class DiskError(OutcropError):
    """A file can't be read or written any more; what was finished before is kept, and the job can go on later."""


class UnreadableFileError(BadInputError, DiskError):
    """A file that a job needs can't be opened: it was never there, or has gone since."""


class MissingPackageError(OutcropError):
    """The computing environment lacks a package that this job needs."""


class UnknownNameError(BadInputError):
    """A name that is in no list; the message lists the valid ones."""

    def __init__(self, kind: str, name: object, valid: Iterable[str]) -> None:
        called = str(name) if len(str(name)) <= _LONGEST_NAME else f"{str(name)[:_LONGEST_NAME]}…"
        super().__init__(
            "There is no {kind} “{name}”. Choose one of: {valid}.",
            kind=Message(kind),
            name=called,
            valid=", ".join(sorted(valid)),
        )


def unexpected_text(error: Exception) -> Message:
    """Say in one line what went wrong where no message was made for it."""
    return Message(
        "Something unexpected went wrong: {error}. The details help to find out what.",
        error=str(error) or type(error).__name__,
    )


def _bounded(message: Message) -> Message:
    return (
        message
        if len(message) <= _LONGEST_MESSAGE
        else Message("{message} … {message_2}", message=message[:_HALF], message_2=message[-_HALF:])
    )
