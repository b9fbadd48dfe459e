"""Results of other assessments, read back from their files and told by what they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import BadInputError
from ..files.json_text import read_json
from ..geodata.raster_file import open_raster
from .result_kinds import RESULT_KINDS, commands

_FIELDS = {
    "areas": ({"estimates", "answers"}, {"two_maps", "answers"}),
    "accuracy": ({"measures", "confusion", "question"},),
    "boundaries": ({"boundaries", "contacts", "margin"},),
    "bands": ({"bands", "blocks", "model"},),
}
"""By kind: what a report of it holds, in one form or another."""


@dataclass(frozen=True)
class Result:
    """One result.

    Attributes:
        kind: The key of its kind.
        path: Its file.
        content: What the file says, where it is a report; empty for a raster.
    """

    kind: str
    path: str
    content: Mapping[str, Any]


def read_results(files: Sequence[str]) -> tuple[Result, ...]:
    """Read results, in the order in which the report shows their kinds.

    Raises:
        BadInputError: For a file that is none; says what writes one.
    """
    order = [kind.key for kind in RESULT_KINDS]
    return tuple(sorted((_read(file) for file in files), key=lambda result: order.index(result.kind)))


def _read(file: str) -> Result:
    if Path(file).suffix.casefold() == ".json":
        content = read_json(file, "a result that Outcrop has written")
        if isinstance(content, dict):
            for kind, forms in _FIELDS.items():
                if any(form <= set(content) for form in forms):
                    return Result(kind, file, content)
    else:
        with open_raster(file) as dataset:
            names = [name or "" for name in dataset.descriptions]
        if len(names) == 2 and "applicability" in names[1]:
            return Result("trusted", file, {})
        if len(names) > 1 and names[0] == "all bands":
            return Result("saliency", file, {})
    raise BadInputError(
        "“{file}” is no result that a report shows. Give files that these have written: {commands}.",
        file=file, commands=commands(),
    )  # fmt: skip
