"""The languages of pages that are written without QGIS: texts looked up in the translations that the plugin ships."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

from ..errors import BadInputError
from ..training.settings.titles import RECIPE_TITLES, choice_title
from ..wording import Wording

ENGLISH = "en"
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "i18n"
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _OBSOLETE = 1, 3, 5


def languages() -> tuple[str, ...]:
    """List the languages that there are, English first."""
    return (ENGLISH, *sorted({_language(file) for file in _FOLDER.glob("outcrop_*.qm")}))


def page_language(code: str) -> str:
    """Give the language of pages for whoever speaks one, such as “zh_CN”: English where there is no translation."""
    wanted = _plain(code)
    return wanted if wanted in languages() else ENGLISH


def wording(language: str) -> Wording:
    """Give the words for a language, such as “zh” or “zh_CN”; what isn't translated stays English.

    Raises:
        BadInputError: For a language that there is none of; lists what there is.
    """
    wanted = _plain(language)
    if wanted == ENGLISH:
        return Wording(number=_number, choice=_title)
    files = [file for file in sorted(_FOLDER.glob("outcrop_*.qm")) if _language(file) == wanted]
    if not files:
        raise BadInputError(
            "There is no translation into “{language}”. Choose one of: {languages}.",
            language=language, languages=", ".join(languages()),
        )  # fmt: skip
    messages = _Messages(files[0].read_bytes())

    def tr(text: str) -> str:
        return messages.of(text) or text

    return Wording(tr, _number, choice=lambda key: tr(_title(key)))


def _title(key: str) -> str:
    return RECIPE_TITLES.get(key, choice_title(key))


def _number(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".replace("-", "−")


def _plain(code: str) -> str:
    return code.replace("-", "_").partition("_")[0].lower()


def _language(file: Path) -> str:
    return file.stem.split("_")[1]


class _Messages:
    """A file of translations as Qt's lrelease writes it: messages by the hash of what they translate."""

    def __init__(self, content: bytes) -> None:
        sections = dict(_sections(content))
        self._messages = sections.get(_MESSAGES, b"")
        self._places = dict(struct.iter_unpack(">II", sections.get(_HASHES, b"")))

    def of(self, text: str) -> str:
        """Give the translation of a text, empty where there is none."""
        offset = self._places.get(_elf_hash(text.encode("utf-8")))
        return "" if offset is None else self._translation(offset)

    def _translation(self, offset: int) -> str:
        while offset < len(self._messages) and self._messages[offset] != _END:
            tag = self._messages[offset]
            if tag == _OBSOLETE:
                offset += 5
                continue
            (length,) = struct.unpack_from(">I", self._messages, offset + 1)
            start = offset + 5
            if tag == _TRANSLATION:
                return self._messages[start : start + length].decode("utf-16-be")
            offset = start + length
        return ""


def _sections(content: bytes) -> Iterable[tuple[int, bytes]]:
    offset = len(_MAGIC) if content.startswith(_MAGIC) else len(content)
    while offset + 5 <= len(content):
        tag, length = struct.unpack_from(">BI", content, offset)
        yield tag, content[offset + 5 : offset + 5 + length]
        offset += 5 + length


def _elf_hash(text: bytes) -> int:
    """Hash as Qt does (the ELF hash of System V)."""
    value = 0
    for letter in text:
        value = (value << 4) + letter
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high
    return (value & 0xFFFFFFFF) or 1
