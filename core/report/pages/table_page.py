"""A page that shows tables in any browser: one file, no scripts, nothing fetched, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

STYLE = (
    "body{font-family:sans-serif;margin:1.5em;max-width:70em}"
    "table{border-collapse:collapse;margin:1em 0}"
    "th,td{border:1px solid #bbb;padding:.25em .6em;text-align:left;vertical-align:top}"
    "th{background:#eee}td.n{text-align:right}"
    ".swatch{display:inline-block;width:.9em;height:.9em;border:1px solid #555;margin-right:.4em}"
)
_NUMBER = re.compile(r"[-−]?\d+(\D?\d{3})*([.,]\d+)?(e[-+]?\d+)?")
"""A number in any locale: with a mark between thousands or without, with a point or a comma."""


def page(title: str, body: str) -> str:
    """Give a whole page from its title and its body, which is HTML already."""
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{STYLE}</style></head>\n<body>\n<h1>{escape(title)}</h1>\n{body}\n</body></html>\n"
    )


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Give a table as HTML; numbers stand to the right, and columns without names have no head."""
    names = "".join(f"<th>{escape(name)}</th>" for name in columns)
    head = f"<tr>{names}</tr>\n" if any(columns) else ""
    lines = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    return f"<table>\n{head}{lines}\n</table>"


def table_page(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Give a page with one table."""
    return page(title, table(columns, rows))


def swatch(colour: str) -> str:
    """Give a small square of a colour, as HTML; it shows in readers that know no backgrounds, too."""
    ink = escape(colour, quote=True)
    return f'<span class="swatch" style="background:{ink};color:{ink}">■</span>&nbsp;'


class Html(str):
    """Text that is HTML already and isn't escaped again."""

    __slots__ = ()


def _cell(value: object) -> str:
    if isinstance(value, Html):
        return f"<td>{value}</td>"
    text = str(value)
    return f'<td class="n">{escape(text)}</td>' if _NUMBER.fullmatch(text) else f"<td>{escape(text)}</td>"
