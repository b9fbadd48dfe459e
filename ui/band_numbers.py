"""Bands by number: many of them written as “1–60, 75”, and read from such a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..core.errors import BadInputError
from .texts import count_text, tr

_FEW = 8
"""So many bands are listed by name."""
_RUN = 3
"""So many numbers that follow each other are written as a range."""
_NUMBERED = re.compile(r"^(\D*)(\d+)(?:\D.*)?$")
_PART = re.compile(r"(\d+)(?:\s*[-–—~:]\s*(\d+))?")
_BETWEEN = re.compile(r"\s*[,;\uff0c\uff1b\u3001]\s*|\s+(?![-–—~:\s])(?<![-–—~:]\s)")


def numbers_text(numbers: Sequence[int]) -> str:
    """Write numbers in their order, runs of them as ranges: “1–60, 75”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[f"{run[0]}–{run[-1]}"] if len(run) >= _RUN else [str(number) for number in run] for run in runs]
    return ", ".join(part for run in parts for part in run)


def read_numbers(text: str, most: int) -> list[int]:
    """Read numbers and ranges, “1-60, 75”, in their order; each number once, a range down from its end if it says so.

    Raises:
        BadInputError: It says something else, or numbers beyond 1 to `most`; says what is expected.
    """
    numbers: dict[int, None] = {}
    for part in _BETWEEN.split(text.strip()):
        match = _PART.fullmatch(part)
        if match is None:
            raise BadInputError(tr("Write numbers and ranges of bands, such as 1-3, 5."))
        first, last = int(match[1]), int(match[2] or match[1])
        outside = [number for number in (first, last) if not 1 <= number <= most]
        if outside:
            raise BadInputError(tr("There is no band {n}; they are 1 to {most}.", n=outside[0], most=most))
        step = 1 if first <= last else -1
        numbers.update(dict.fromkeys(range(first, last + step, step)))
    return list(numbers)


def bands_text(names: Sequence[str]) -> str:
    """List bands in a line: few by name, many by number where their names are numbered alike, else by the ends."""
    if len(names) <= _FEW:
        return ", ".join(names)
    count = count_text(len(names), tr("{n} band"), tr("{n} bands"))
    matches = [match for match in map(_NUMBERED.match, names) if match is not None]
    numbers = [int(match[2]) for match in matches]
    if len({match[1].casefold() for match in matches}) == 1 and len(set(numbers)) == len(names):
        return tr("{bands}: {numbers}", bands=count, numbers=numbers_text(numbers))
    return tr("{bands}: {first} … {last}", bands=count, first=names[0], last=names[-1])


def bands_line(names: Sequence[str]) -> str:
    """Write a line that says which bands they are: by name, where they are few, after a heading."""
    return tr("Bands: {bands}", bands=bands_text(names)) if len(names) <= _FEW else bands_text(names)
