"""Names as every file, table and window can hold them: one spelling, no control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from .text_file import mended

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold, not even escaped."""
_BREAKS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]+")
_FORMULA = re.compile(r"\s*[=+\-@]")
_NUMBER = re.compile(r"\s*[+-]?\d+([.,]\d+)?([eE][+-]?\d+)?\s*")


def plain_name(text: str) -> str:
    """Give a name in composed letters (NFC), blanks for line breaks and other control characters, stripped."""
    return unicodedata.normalize("NFC", _BREAKS.sub(" ", mended(text))).strip()


def xml_text(text: str) -> str:
    """Give a text without the characters that XML can't hold."""
    return _NO_XML.sub("", text)


def table_text(text: str) -> str:
    """Give a text that a spreadsheet doesn't take for a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def table_row(cells: Iterable[Any]) -> list[Any]:
    """Give the cells of a table's row with texts that a spreadsheet doesn't take for formulas."""
    return [table_text(cell) if isinstance(cell, str) else cell for cell in cells]
