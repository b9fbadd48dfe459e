"""The prediction that a session is about, and what a session's file says of it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadInputError
from ..geodata.grid import PixelGrid
from ..labels.legend import Legend
from ..message import Message
from .errors import OtherPredictionError
from .ground import BLANK, UNTOUCHED
from .session_file import FORMAT

DIGEST_LETTERS = 8
"""How much of a prediction's digest every correction carries; all of it stands in the session once."""
RESTORED = "(prediction)"
BLANKED = "(nodata)"
"""What stands for the class of corrections that have none."""


@dataclass(frozen=True)
class Prediction:
    """The prediction that a session is about.

    Attributes:
        path: Its file.
        place: Where its pixels lie.
        legend: Its classes.
        digest: SHA-256 of the file.
        model: Name of the model that made it.
    """

    path: str
    place: PixelGrid
    legend: Legend
    digest: str
    model: str = ""

    @property
    def name(self) -> str:
        """Name of its file."""
        return Path(self.path).name

    def class_name(self, value: int) -> str:
        """Give the name of a value of the overlay.

        Raises:
            BadInputError: When the legend has no such class.
        """
        if value in (UNTOUCHED, BLANK):
            return RESTORED if value == UNTOUCHED else BLANKED
        if not 0 < value <= len(self.legend):
            raise BadInputError(
                "“{name}” has no class {value}. Its classes are: {names}.",
                name=self.name,
                value=value,
                names=", ".join(self.legend.names),
            )
        return self.legend.names[value - 1]


def write_facts(connection: sqlite3.Connection, prediction: Prediction) -> None:
    """Note in a session which prediction it is about, and where that lies now."""
    grid = prediction.place
    facts = {
        "prediction": prediction.path, "digest": prediction.digest, "model": prediction.model,
        "legend": json.dumps(prediction.legend.to_dicts(), ensure_ascii=False),
        "place": json.dumps([grid.width, grid.height, list(grid.transform), grid.crs, grid.ground_area_m2]),
    }  # fmt: skip
    known = read_facts(connection)
    changed = [(key, value) for key, value in facts.items() if known.get(key) != value]
    if changed:
        connection.executemany("INSERT OR REPLACE INTO outcrop_session VALUES (?, ?)", changed)


def read_facts(connection: sqlite3.Connection) -> dict[str, str]:
    """Read what a session says of itself."""
    return dict(connection.execute("SELECT key, value FROM outcrop_session"))


def prediction_of(connection: sqlite3.Connection) -> Prediction:
    """Read which prediction a session is about."""
    facts = read_facts(connection)
    width, height, transform, crs, *area = json.loads(facts["place"])  # the area came later
    legend = Legend.from_dicts(json.loads(facts["legend"]))
    grid = PixelGrid(width, height, tuple(transform), crs, *area)
    return Prediction(facts["prediction"], grid, legend, facts["digest"], facts["model"])


def check_format(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse a session of another format.

    Raises:
        BadInputError: For a format that this version doesn't know.
    """
    if read_facts(connection).get("format") != FORMAT:
        raise BadInputError(
            "“{path}” was written by a later version of Outcrop. Update the plugin to go on with it.", path=path
        )


def check_subject(connection: sqlite3.Connection, path: Path, prediction: Prediction) -> None:
    """Refuse a session of another format or another prediction.

    Raises:
        BadInputError: For a format that this version doesn't know.
        OtherPredictionError: For another prediction.
    """
    check_format(connection, path)
    facts = read_facts(connection)
    if facts["digest"] != prediction.digest:
        name = Path(facts["prediction"]).name
        what = f"“{name}”" if name != prediction.name else Message("an earlier state of “{name}”", name=name)
        raise OtherPredictionError(
            Message(
                (
                    "The corrections of “{name}” were made on {what}, not on “{path}” as it is now. Begin a new "
                    "session and carry over what still fits, or choose the prediction they belong to."
                ),
                name=path.name,
                what=what,
                path=prediction.path,
            ),
            name,
            facts["digest"],
        )
