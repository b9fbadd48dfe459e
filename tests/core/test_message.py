"""Messages: sentences that keep their text and values, in other languages, as JSON and in other processes."""

from __future__ import annotations

import copy
import json
import pickle
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError
from outcrop.core.message import Message

GERMAN = {
    "“{name}” has {count:,} pixels. {advice}": "{count:,} Pixel hat „{name}“. {advice}",
    "Draw more.": "Zeichne mehr.",
}
values = st.one_of(st.text(), st.integers(), st.floats(allow_nan=False), st.booleans(), st.none())


def german(text: str) -> str:
    return GERMAN.get(text, text)


def test_message_is_its_sentence() -> None:
    message = Message("“{name}” has {count:,} pixels. {advice}", name="a", count=1234, advice=Message("Draw more."))
    assert message == "“a” has 1,234 pixels. Draw more."
    assert message.translated(german) == "1,234 Pixel hat „a“. Zeichne mehr."


def test_text_without_values_is_taken_as_it_is() -> None:
    assert Message("{braces} and {") == "{braces} and {"
    assert Message("{braces} and {").translated(str) == "{braces} and {"


@given(values, values)
def test_json_keeps_messages_within_messages(first: object, second: object) -> None:
    message = Message("{first}: {inner}", first=first, inner=Message("<{second}>", second=second))
    read = Message.from_json(json.loads(json.dumps(message.to_json())))
    assert read == message == f"{first}: <{second}>"
    assert read is not None
    assert read.translated(lambda text: text.replace("<", "[")) == f"{first}: [{second}>"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda message: pickle.loads(pickle.dumps(message))])  # noqa: S301
def test_copies_keep_text_and_values(copied: object) -> None:
    message = Message("{number} of {name}", number=3, name="a")
    again = copied(message)  # type: ignore[operator]
    assert (again, again.text, again.values) == (message, message.text, message.values)


def test_values_become_plain() -> None:
    error = BadInputError("“{path}” is bad.", path=Path("a.tif"))
    message = Message("{error} {n:.1f} {shape}", error=error, n=np.float32(1.25), shape=(2, 3))
    assert message == "“a.tif” is bad. 1.2 (2, 3)"
    assert json.loads(json.dumps(message.to_json()))["values"] == {
        "error": {"text": "“{path}” is bad.", "values": {"path": "a.tif"}}, "n": 1.25, "shape": "(2, 3)",
    }  # fmt: skip


def test_a_foreign_sentence_within_another_has_no_second_full_stop() -> None:
    assert Message("Not read: {error}. Look.", error=OSError("no such file.\n")) == "Not read: no such file. Look."


@pytest.mark.parametrize(
    "written",
    [None, 3, [], {}, {"text": 3}, *({"text": text, "values": {"a": "x"}} for text in (
        "{b}", "{a:d}", "{", "}", "{a.__class__}", "{a:999999999}", "{a!r}", "{a:{a}}",
    ))],
)  # fmt: skip
def test_anything_else_is_no_message(written: object) -> None:
    assert Message.from_json(written) is None
