"""Spelling: class names that differ only in how they are written, and most likely mean the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ...message import Message

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_ACCENTED = re.compile("([A-Za-z])[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\s_\u00ad\u2010-\u2015\u2212\u30fb\u00b7-]+")
"""What stands between the words of a name, or where one was left out."""
_QUOTES = "\"'`\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u300c\u300d.,;: "


def spelling_key(name: str) -> str:
    """Give what names have in common that differ only in how they are written.

    That is in capitals, in characters that nobody sees, in full-width forms, in accents over Latin
    letters, in spaces, hyphens and underscores between words, in quotation marks or a stop around them, or as numbers
    (“01” and “1.0”). Between two digits the space counts: “1 1” isn't “11”.
    """
    text = "".join(letter for letter in unicodedata.normalize("NFKC", name) if unicodedata.category(letter) != "Cf")
    whole = text.strip() or name.strip()
    text = whole.strip(_QUOTES).replace("\u2212", "-")
    if _NUMBER.fullmatch(text):
        return repr(float(text))
    plain = unicodedata.normalize("NFC", _ACCENTED.sub(r"\1", unicodedata.normalize("NFKD", text.casefold())))
    return _BETWEEN.sub(_joint, plain) or whole


def alike(names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Group the names that differ only in how they are written; those that no other is like are left out."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(spelling_key(name), []).append(name)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def alike_warnings(names: Iterable[str]) -> tuple[str, ...]:
    """Say of which classes the names differ only in how they are written, and what to do about it."""
    return tuple(
        Message(
            "{names} differ only in how they are written, and are taken for {count} classes. If they are one, give "
            "all of it one name in the class field.",
            names=listed(group),
            count=len(group),
        )
        for group in alike(names)
    )


def listed(names: Iterable[str]) -> str:
    """Write names one after the other, with what can't be seen in them told: “dike” and “dike⟨U+200B⟩”."""
    return ", ".join(f"“{_seen(name)}”" for name in names)


class Spellings:
    """Finds classes by name: as it is written or, where there is none, the first that is only written otherwise."""

    def __init__(self, names: Iterable[str]) -> None:
        """Take the classes' names in order; their numbers run from 1."""
        self._exact = {name: number for number, name in enumerate(names, start=1)}
        self._alike: dict[str, int] = {}
        for name, number in self._exact.items():
            self._alike.setdefault(spelling_key(name), number)

    def number(self, name: str) -> int:
        """Give a class's number from 1; 0 where there is no such class."""
        return self._exact.get(name) or self._alike.get(spelling_key(name), 0)

    def __contains__(self, name: str) -> bool:
        """Say whether there is such a class."""
        return self.number(name) > 0


def _joint(between: re.Match[str]) -> str:
    before, after = between.string[between.start() - 1 : between.start()], between.string[between.end() :][:1]
    return " " if before.isdigit() and after.isdigit() else ""


def _seen(name: str) -> str:
    return "".join(
        f"⟨U+{ord(letter):04X}⟩" if unicodedata.category(letter) == "Cf" or letter == "\u00a0" else letter
        for letter in name
    )
