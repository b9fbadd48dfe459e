"""The wording of a page: its language, its numbers, durations and moments; English unless told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def translatable(text: str) -> str:
    """Mark a text that a page translates when it is made."""
    return text


@dataclass(frozen=True)
class Wording:
    """What a page asks whoever shows it.

    Attributes:
        tr: Translates a text.
        number: Writes a number with so many decimals.
        duration: Writes a number of seconds.
        moment: Writes a moment that is given as ISO 8601.
        choice: Writes the key of a choice or a recipe in words.
    """

    tr: Callable[[str], str] = str
    number: Callable[[float, int], str] = lambda value, decimals: f"{value:.{decimals}f}"
    duration: Callable[[float], str] = lambda seconds: f"{seconds:.5g} s"
    moment: Callable[[str], str] = str
    choice: Callable[[str], str] = lambda key: key.replace("_", " ")

    def figures(self, value: float, figures: int) -> str:
        """Write a number with so many figures that count; very small and very large ones with a power of ten."""
        text = f"{value:.{figures}g}"
        return (
            text if not text.strip("-").replace(".", "").isdigit() else self.number(value, len(text.partition(".")[2]))
        )

    def share(self, value: object) -> str:
        """Write a measure between 0 and 1; empty where there is none."""
        return self.number(value, 3) if isinstance(value, (int, float)) else ""


ENGLISH = Wording()
"""The wording of files and of the command line."""
