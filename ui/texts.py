"""Texts that the analyst reads: translated by Qt, in one context, with numbers as the locale writes them."""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any, Optional

from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from ..core.message import Message

CONTEXT = "Outcrop"
_TOOLTIP_COLUMNS = 100


def tr(text: str, **values: Any) -> str:
    """Translate a text and fill its {placeholders}; messages and errors among the values are translated too."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**{name: said(value) for name, value in values.items()}) if values else translated


def said(value: Any) -> Any:
    """Give what an error or a message of core says, translated; anything else as it is."""
    message = getattr(value, "message", value) if isinstance(value, Exception) else value
    return message.translated(tr) if isinstance(message, Message) else value


def error_text(error: Exception) -> str:
    """Give what an error says, translated where it has a message that can be."""
    return str(said(error))


def count_text(number: int, one: str, many: str) -> str:
    """Choose between two translated texts by number; {n} stands for the number as the locale writes it."""
    return (one if number == 1 else many).replace("{n}", number_text(number))


def wrapped(text: str) -> str:
    """Break a long text into lines, for a tooltip: Qt breaks none of plain text."""
    return "\n".join(textwrap.wrap(text, _TOOLTIP_COLUMNS))


def number_text(number: float, decimals: int = 0) -> str:
    """Write a number as the locale does."""
    return QLocale().toString(float(number), "f", decimals)


def as_plain(text: str) -> str:
    """Give a text that Qt shows as it is, in tips and questions too, where a name in it may look like HTML."""
    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if Qt.mightBeRichText(text) else text


def as_sentence(text: str) -> str:
    """Let a text begin with a capital letter, as a line of its own does."""
    return text[:1].upper() + text[1:]


def as_caption(text: str) -> str:
    """Give a text that a button or a menu shows as it is: there an & underlines the letter after it."""
    return text.replace("&", "&&")


def unwritable_text(path: object, reason: object) -> str:
    """Say that a file or folder of ours can't be written, why, and what to do."""
    return tr(
        "“{path}” can't be written: {reason}. Free some disk space, or choose another work folder in the settings.",
        path=path, reason=str(reason).rstrip("."),
    )  # fmt: skip


def short_number(number: float) -> str:
    """Write a number with three figures that count: 0.412, 21,300, 12.4 million."""
    if abs(number) >= 1e9:
        return tr("{n} billion", n=number_text(number / 1e9, 1 if abs(number) < 1e11 else 0))
    if abs(number) >= 1e6:
        return tr("{n} million", n=number_text(number / 1e6, 1))
    if abs(number) >= 1000:
        return number_text(float(f"{number:.3g}"))
    return number_text(number, 0 if abs(number) >= 100 or number == int(number) else 1 if abs(number) >= 10 else 2)


def area_text(square_metres: float) -> str:
    """Write an area in m², ha or km², whichever reads best."""
    if square_metres >= 1e7:
        return tr("{n} km²", n=short_number(square_metres / 1e6))
    if square_metres >= 1e4:
        return tr("{n} ha", n=short_number(square_metres / 1e4))
    return tr("{n} m²", n=short_number(square_metres))


def time_text(seconds: Optional[float]) -> str:
    """Write a duration in words, roughly: “about 9 min”."""
    if seconds is None:
        return ""
    if seconds < 55:
        return tr("about {n} s", n=max(1, round(seconds)))
    if seconds < 3300:
        return tr("about {n} min", n=max(1, round(seconds / 60)))
    if seconds < 72 * 3600:
        return tr("about {n} h", n=number_text(seconds / 3600, 1 if seconds < 36000 else 0))
    return tr("about {n} days", n=number_text(seconds / 86400))


def moment_text(moment: Optional[QDateTime] = None) -> str:
    """Write day, month and time of a moment (now, by default) in the locale's words: “20 Nov 14:32”."""
    return QLocale().toString(moment or QDateTime.currentDateTime(), "d MMM HH:mm")
