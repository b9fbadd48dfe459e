"""Text of any encoding: what Windows in China, Japan, Russia or western Europe has written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.files.text_file import decoded, encoding_of, mended, read_text

WORDS = [
    ("岩石\n砂岩", "utf-8"), ("岩石\n砂岩", "utf-8-sig"), ("影像/a.tif", "utf-16"), ("影像/a.tif", "utf-16-be"),
    ("红光, 近红外", "gbk"), ("花岗岩 granite", "gbk"), ("矽卡岩", "gbk"),
    ("гранит", "cp1251"), ("Песчаник 1", "cp1251"),
    ("ペグマタイト", "cp932"), ("花崗岩", "cp932"), ("Gänge", "cp1252"), ("Rocher d'été", "cp1252"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), WORDS)
def test_text_is_read_in_the_encoding_in_which_it_makes_words(text: str, encoding: str, tmp_path: Path) -> None:
    raw = text.encode(encoding)
    assert decoded(raw) == text
    (tmp_path / "list.txt").write_bytes(raw.replace(b"\n", b"\r\n") if "16" not in encoding else raw)
    assert read_text(tmp_path / "list.txt") == text


@given(st.binary(max_size=60))
def test_every_text_can_be_read(raw: bytes) -> None:
    decoded(raw).encode("utf-16", "surrogatepass")
    raw.decode(encoding_of(raw), "replace")


@given(st.text())
def test_utf_8_stays_as_it_is(text: str) -> None:
    if not text.startswith("\ufeff") and "\0" not in text:
        assert decoded(text.encode("utf-8", "surrogatepass")) == text


def test_what_a_library_read_as_utf_8_by_mistake_is_mended() -> None:
    assert mended("红光".encode("gbk").decode("utf-8", "surrogateescape")) == "红光"
    assert mended("红光") == "红光"
    assert "\ud800" not in mended("odd \ud800")
