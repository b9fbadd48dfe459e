"""Text of unknown encoding: files, names in headers and tables, whatever wrote them and wherever."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_COMMON_HANZI = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""The first plane of GB 2312: the 3,755 characters that nearly all Chinese text is made of."""
_GB_SIGNS = re.compile(rb"[\xa1-\xa9][\xa1-\xfe]")
_CYRILLIC = re.compile("[\u0410-\u044f\u0401\u04510-9_]+")
_JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef0-9_]+")
_FOREIGN = re.compile(r"[^\x00-\x2f\x3a-\x40\x5b-\x5e\x60\x7b-\x7f]+")
"""What stands between blanks and ASCII's signs."""


def decoded(raw: bytes) -> str:
    """Give the text of some bytes; never fails.

    A byte-order mark says what it is, else it is UTF-8 where that is possible, else UTF-16 where every other byte is 0,
    else the code page (Chinese, Japanese, Russian or western) in which it makes words.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    if b"\0" in raw.rstrip(b"\0"):
        for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            if raw[start::2].count(0) > len(raw) // 4:
                return raw.decode(encoding, "replace")
    return raw.decode(encoding_of(raw), "replace")


def encoding_of(raw: bytes) -> str:
    """Give the encoding of bytes that are UTF-8 or in a code page: that in which they make words."""
    return next(encoding for encoding in _guesses(raw) if _can_read(raw, encoding))


def read_text(path: str | Path) -> str:
    """Read a text file of any encoding, with lines that end as Python's do.

    Raises:
        OSError: When it can't be read.
    """
    return decoded(Path(path).read_bytes()).replace("\r\n", "\n").replace("\r", "\n")


def mended(text: str) -> str:
    """Decode anew what a library has read as UTF-8 although it is none: such bytes it gives as lone surrogates."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return decoded(text.encode("utf-8", "surrogateescape" if _only_escapes(text) else "replace"))
    return text


def _only_escapes(text: str) -> bool:
    return all("\udc80" <= letter <= "\udcff" for letter in text if "\ud800" <= letter <= "\udfff")


def _guesses(raw: bytes) -> Iterator[str]:
    """Give encodings, the likeliest first; the last one reads everything."""
    yield "utf-8"
    high = sum(byte >= 0x80 for byte in raw)
    common = len(_COMMON_HANZI.findall(raw))
    if common and 4 * common >= high - 2 * len(_GB_SIGNS.findall(raw)):
        yield "gb18030"
    for encoding, letters in (("cp1251", _CYRILLIC), ("cp932", _JAPANESE)):
        if _can_read(raw, encoding):
            words = [word for word in _FOREIGN.findall(raw.decode(encoding)) if not word.isascii()]
            if any(len(word) > 1 for word in words) and all(map(letters.fullmatch, words)):
                yield encoding
    yield from ("gb18030", "cp1252") if common else ("cp1252",)
    yield "latin-1"


def _can_read(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
