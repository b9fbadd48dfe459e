"""Corrections as a session keeps them, and how they are read from its file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Optional

from ..geodata.grid import PixelGrid, Window
from .geometry import pixels_of
from .pixels.packing import pack, unpack, unpack_values
from .pixels.runs import Runs

TOOLS = ("brush", "polygon", "freehand", "rectangle", "region", "similar", "becomes", "take", "restore")
"""What a correction can be made with."""
_FIELDS = (
    "c.fid, c.step, c.class_id, c.class, c.previous, c.pixels, c.area_m2, c.tool, c.made, c.user, c.model, "
    "c.prediction, c.digest, c.note, c.undone, p.row, p.col, p.height, p.width"
)
_SHORT = 4096
"""Outlines of so few bytes are read as quickly as packed pixels."""
_JOINED = "FROM corrections c JOIN outcrop_pixels p ON p.fid = c.fid"


@dataclass(frozen=True)
class Correction:
    """Pixels with the right class, and where that comes from.

    Attributes:
        fid: Its number in the layer; a higher one was made later.
        step: The step it was made in; a step may hold several, none of which share a pixel.
        class_id: Class of the prediction's legend; 0 gives the pixels back to the prediction, 255 makes them nodata.
        class_name: Name of that class.
        previous: What the map said there before: pixels by class name.
        pixels: How many pixels.
        area_m2: Their area.
        tool: One of `TOOLS`.
        made: When, in UTC.
        user: By whom.
        model: Name of the model that made the prediction.
        prediction: Name of the prediction's file.
        digest: The beginning of the SHA-256 of that file.
        note: Remark.
        undone: Whether it counts no more.
        window: The smallest window around the pixels.
    """

    fid: int
    step: int
    class_id: int
    class_name: str
    previous: dict[str, int]
    pixels: int
    area_m2: float
    tool: str
    made: datetime
    user: str
    model: str
    prediction: str
    digest: str
    note: str
    undone: bool
    window: Window


@dataclass(frozen=True)
class CorrectionFilter:
    """Which corrections are wanted; None and empty take all.

    Attributes:
        fid: The one of that number.
        class_id: Of one class.
        user: By one person.
        since: Made at that time or later.
        until: Made before that time.
        undone: Only those undone, or only those that count.
        window: Whose box touches that window.
        after: With a higher number.
    """

    fid: Optional[int] = None
    class_id: Optional[int] = None
    user: Optional[str] = None
    since: Optional[datetime] = None
    until: Optional[datetime] = None
    undone: Optional[bool] = None
    window: Optional[Window] = None
    after: Optional[int] = None

    def clause(self) -> tuple[str, list[object]]:
        """Give it as SQL with its values."""
        tests: list[tuple[str, object]] = []
        for test, value in (
            ("c.fid = ?", self.fid), ("c.fid > ?", self.after),
            ("c.class_id = ?", self.class_id), ("c.user = ?", self.user),
            ("c.made >= ?", self.since and time_text(self.since)), ("c.made < ?", self.until and time_text(self.until)),
            ("c.undone = ?", None if self.undone is None else int(self.undone)),
        ):  # fmt: skip
            if value is not None:
                tests.append((test, value))
        if self.window is not None:
            near = self.window
            tests += [("p.row < ?", near.row + near.height), ("p.row + p.height > ?", near.row)]
            tests += [("p.col < ?", near.col + near.width), ("p.col + p.width > ?", near.col)]
        text = " AND ".join(test for test, _ in tests)
        return (f"WHERE {text}" if tests else ""), [value for _, value in tests]


EVERY = CorrectionFilter()


def read_corrections(
    connection: sqlite3.Connection, wanted: CorrectionFilter, *, newest_first: bool = True, most: Optional[int] = None
) -> list[Correction]:
    """List corrections, without their pixels."""
    clause, values = wanted.clause()
    order = "DESC" if newest_first else "ASC"
    text = f"SELECT {_FIELDS} {_JOINED} {clause} ORDER BY c.fid {order} LIMIT ?"
    return [_correction(row) for row in connection.execute(text, (*values, -1 if most is None else most))]


def packed_pixels(runs: Runs, outline: bytes, grid: PixelGrid) -> bytes:
    """Give the pixels of a correction as bytes; none at all where its outline is short and tells them."""
    is_enough = len(outline) <= _SHORT and pixels_of(outline, grid).same_as(runs)
    return b"" if is_enough else pack(runs)


def read_pixels(
    connection: sqlite3.Connection, wanted: CorrectionFilter, grid: PixelGrid
) -> Iterator[tuple[int, int, Runs]]:
    """Give number, class id and pixels of corrections, one after the other as they were made."""
    clause, values = wanted.clause()
    outline = "CASE WHEN length(p.runs) = 0 THEN c.geom END"
    text = f"SELECT c.fid, c.class_id, p.runs, {outline} {_JOINED} {clause} ORDER BY c.fid"
    for fid, class_id, runs, geometry in connection.execute(text, values):
        yield fid, class_id, unpack(runs) if runs else pixels_of(geometry, grid)


def read_before(connection: sqlite3.Connection, fid: int) -> dict[int, Runs]:
    """Give the values that the overlay had where a correction was made: pixels by value, the rest had none."""
    (packed,) = connection.execute("SELECT before FROM outcrop_pixels WHERE fid = ?", (fid,)).fetchone()
    return unpack_values(packed)


def read_geometry(connection: sqlite3.Connection, fid: int) -> bytes:
    """Give the outline of a correction, as a GeoPackage keeps it."""
    (geometry,) = connection.execute("SELECT geom FROM corrections WHERE fid = ?", (fid,)).fetchone()
    return bytes(geometry)


def time_text(time: datetime) -> str:
    """Write a time as a GeoPackage does."""
    plain = time.astimezone(timezone.utc).replace(tzinfo=None)
    return plain.isoformat(timespec="milliseconds") + "Z"


def time_of(text: str) -> datetime:
    """Read such a time."""
    return datetime.fromisoformat(text.rstrip("Z")).replace(tzinfo=timezone.utc)


def _correction(row: tuple) -> Correction:
    fid, step, class_id, name, previous, *middle = row[:5] + row[5:15]
    pixels, area, tool, made_at, user, model, prediction, digest, note, undone = middle
    return Correction(
        fid, step, class_id, name, json.loads(previous), pixels, area, tool, time_of(made_at), user, model, prediction,
        digest, note, bool(undone), Window(*row[15:]),
    )  # fmt: skip
