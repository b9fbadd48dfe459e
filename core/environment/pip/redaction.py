"""Texts that can be shown to others: without the home folder, without credentials."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIDDEN = "***"
_IN_URL = re.compile(r"(?<=://)[^/\s@'\"<>]*(?:@[^/\s@'\"<>]*)*@")
_AFTER_NAME = re.compile(
    r"""(?ix) (?P<name> [\w-]* (?: passw(?:or)?d | passwd | secret | token | api[_-]?key | authcfg ) [\w-]* )
    (?P<sign> ['"]? \s* [:=] \s* ) (?P<value> "[^"\n]*" | '[^'\n]*' | [^\s&;,'"]+ )"""
)
_IN_HEADER = re.compile(r"(?i)(?P<name>(?:proxy-)?authorization\s*[:=]\s*(?:basic|bearer|token|digest)?\s*)[^\s'\",]+")


def redact(text: str, home: str) -> str:
    """Write "~" for the home folder, however it is spelled, and *** for passwords, tokens and users in addresses."""
    text = _IN_URL.sub(f"{_HIDDEN}@", text)
    text = _IN_HEADER.sub(rf"\g<name>{_HIDDEN}", text)
    text = _AFTER_NAME.sub(rf"\g<name>\g<sign>{_HIDDEN}", text)
    for spelling in _spellings(home):
        text = re.sub(re.escape(spelling), "~", text, flags=re.IGNORECASE)
    return text


def _spellings(home: str) -> Iterator[str]:
    """Give the ways in which programs write a folder: with either slash, doubled, or escaped as in an address."""
    home = home.rstrip("/\\")
    if len(home) < 3:
        return
    slashed = home.replace("\\", "/")
    yield from (home, slashed, home.replace("\\", "\\\\"), slashed.replace(" ", "%20"))
