"""The legend: the ordered classes that every label, model and prediction shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..errors import BadInputError
from ..files.plain_name import plain_name

UNLABELLED = 0
"""Value of unknown pixels in label rasters, and of nodata in predictions; no class uses it."""
MOST_CLASSES = 254
BACKGROUND = "background"
LABELS_TAG = "OUTCROP_LABELS"
"""The name under which a raster of labels, or of the parts of a split, says of itself that it is one."""
LABELS = "classes"
"""What it says where it holds labels to learn from, not the parts of a split or the like."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_REST = frozenset(
    (
        BACKGROUND, "back ground", "other", "others", "rest", "the rest", "remainder", "everything else", "elsewhere",
        "none", "nothing", "no class", "unclassified", "non class", "背景", "其他", "其它", "其余",
    )
)  # fmt: skip
"""Names, written small and with spaces alone between words, of classes that are merely what the others leave."""


def is_rest(name: str) -> bool:
    """Say whether a class is merely the rest, as “background” and “Other” are: drawn grey, or not at all."""
    return " ".join(re.split(r"[\s_-]+", name.strip().casefold())) in _REST


@dataclass(frozen=True)
class LegendClass:
    """One class: its id (1…254), its name, and its colour as “#rrggbb”."""

    id: int
    name: str
    colour: str


@dataclass(frozen=True)
class Legend:
    """The ordered classes, ids 1…n without gaps."""

    classes: tuple[LegendClass, ...]

    def __post_init__(self) -> None:
        """Refuse a legend that can't be written to an 8-bit raster or that names a class twice."""
        names = [entry.name for entry in self.classes]
        if len(names) > MOST_CLASSES:
            raise BadInputError(
                "{name_count} classes are too many: at most {most_classes} fit. Choose another class field.",
                name_count=len(names),
                most_classes=MOST_CLASSES,
            )
        if len(set(names)) < len(names):
            raise BadInputError("A class is named twice: {names}.", names=", ".join(names))
        if [entry.id for entry in self.classes] != list(range(1, len(names) + 1)):
            raise BadInputError("Class ids must run from 1 without gaps.")
        for entry in self.classes:
            if not _COLOUR.fullmatch(entry.colour):
                raise BadInputError(
                    "“{colour}” isn't a colour of class “{name}”. Write it as #rrggbb.",
                    colour=entry.colour,
                    name=entry.name,
                )

    @classmethod
    def from_names(cls, names: Sequence[str], colours: Mapping[str, str] | None = None) -> Legend:
        """Make a legend from class names in order; names without a given colour take the palette's next.

        No two of them share a colour; classes that are merely the rest are grey.
        """
        names = [plain_name(name) for name in names]
        colour_of = {plain_name(name): colour for name, colour in (colours or {}).items()}
        from .palette import GREYS, further_colours

        coloured = further_colours([colour for colour in colour_of.values() if _COLOUR.fullmatch(colour)])
        greys = (grey for grey in GREYS if grey not in colour_of.values())
        classes = []
        for position, name in enumerate(names, start=1):
            colour = colour_of.get(name) or (next(greys, None) if is_rest(name) else None) or next(coloured)
            classes.append(LegendClass(position, name, colour))
        return cls(tuple(classes))

    @classmethod
    def from_dicts(cls, entries: Iterable[Mapping[str, Any]]) -> Legend:
        """Make a legend from the plain form that `to_dicts` gives."""
        return cls(tuple(LegendClass(int(e["id"]), plain_name(str(e["name"])), str(e["colour"])) for e in entries))

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give the plain form that JSON can hold."""
        return [{"id": entry.id, "name": entry.name, "colour": entry.colour} for entry in self.classes]

    def __len__(self) -> int:
        """Give the number of classes."""
        return len(self.classes)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in order of their ids."""
        return tuple(entry.name for entry in self.classes)

    @property
    def rest(self) -> tuple[str, ...]:
        """The names of classes that are merely the rest; none where nothing else would be left."""
        rest = tuple(name for name in self.names if is_rest(name))
        return rest if len(rest) < len(self.classes) else ()

    def id_of(self, name: str) -> int:
        """Give the id of a class.

        Raises:
            BadInputError: When no class has that name.
        """
        for entry in self.classes:
            if entry.name == name:
                return entry.id
        raise BadInputError(
            "There is no class “{name}”. The classes are: {names}.", name=name, names=", ".join(self.names)
        )

    def recoloured(self, colours: Mapping[str, str]) -> Legend:
        """Give the same legend with other colours, by class name."""
        return Legend(tuple(replace(e, colour=colours.get(e.name, e.colour)) for e in self.classes))
