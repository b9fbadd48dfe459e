"""Messages: English sentences that keep the text they were made from and its values, so that they can be translated."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Union

_PLACEHOLDER = re.compile(r"\{\w+(:[,.\d]{0,4}[a-z%]?)?\}|\{\{|\}\}")
"""What a text that was read may ask of its values: nothing of what `format` could do besides."""
Value = Union["Message", str, int, float, bool, None]


class Message(str):
    """A finished English sentence that keeps its text with {placeholders}, and their values.

    It is the sentence wherever a string is needed. A value can be a message itself, or an error with one; what isn't a
    plain value is kept as text. A text without values is taken as it is, braces and all.

    Attributes:
        text: The text as it stands in the source, which is what is translated.
        values: What its placeholders stand for, as JSON can hold it.
    """

    __slots__ = ("text", "values")
    text: str
    values: Mapping[str, Value]

    def __new__(cls, text: str, /, **values: Any) -> Message:
        """Fill a text with values; a message without values is taken as it is."""
        if isinstance(text, Message) and not values:
            return text
        plain = {name: _plain(value) for name, value in values.items()}
        sentence = super().__new__(cls, text.format(**plain) if plain else text)
        sentence.text, sentence.values = str(text), plain
        return sentence

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Value]]:
        """Say how to make it again, for copies and for other processes."""
        return (self.text,), dict(self.values)

    def translated(self, tr: Callable[[str], str]) -> str:
        """Give the sentence in another language, messages among its values too."""
        values = {
            name: value.translated(tr) if isinstance(value, Message) else value for name, value in self.values.items()
        }
        return tr(self.text).format(**values) if values else tr(self.text)

    def to_json(self) -> dict[str, Any]:
        """Give text and values as JSON can hold them; a message among the values stays one."""
        values = {name: value.to_json() if isinstance(value, Message) else value for name, value in self.values.items()}
        return {"text": self.text, "values": values}

    @classmethod
    def from_json(cls, written: Any) -> Message | None:
        """Read what `to_json` gave; None for anything else."""
        if not isinstance(written, dict) or not isinstance(written.get("text"), str):
            return None
        values = written.get("values")
        if values and set("{}") & set(_PLACEHOLDER.sub("", written["text"])):
            return None
        try:
            return cls(written["text"], **{
                name: cls.from_json(value) if isinstance(value, dict) else value
                for name, value in (values if isinstance(values, dict) else {}).items()
            })  # fmt: skip
        except (LookupError, ValueError, TypeError, AttributeError):
            return None


def joined(parts: Iterable[str], between: str = " ") -> Message:
    """Put messages and names one after the other; each stays what it is."""
    values = {f"part_{number}": part for number, part in enumerate(parts)}
    text = between.join(f"{{{name}}}" for name in values)
    return Message(text, **values)


def _plain(value: Any) -> Value:
    """Turn a value into one that JSON can hold and that is written in the same way."""
    if isinstance(value, Exception):
        value = getattr(value, "message", None) or str(value).rstrip(". \n")  # the sentence around it has its own end
    value = value.item() if hasattr(value, "item") and getattr(value, "shape", None) == () else value
    return value if isinstance(value, (str, int, float)) or value is None else str(value)
