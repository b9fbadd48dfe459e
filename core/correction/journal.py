"""The journal: every correction and every step of a session in its file, on the disk before anyone is told."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

import numpy as np

from ..errors import BadInputError
from ..files.whole_file import check_writable, whole_file
from . import history
from .change import SessionTotals
from .correction import (
    EVERY,
    Correction,
    CorrectionFilter,
    packed_pixels,
    read_before,
    read_corrections,
    read_pixels,
    time_of,
    time_text,
)
from .errors import told
from .geometry import geometry_of
from .history import Step
from .pixels.packing import pack_values
from .pixels.runs import Runs
from .prediction import DIGEST_LETTERS, Prediction, check_subject, read_facts, write_facts
from .session_file import FORMAT, connect, make_tables, protect
from .survey import PixelSurvey

NODATA_NAME = "nodata"
"""What stands for nodata among the classes that were there before."""


class SessionJournal:
    """The file of a session, open for writing; used in one thread.

    Attributes:
        path: The GeoPackage.
        prediction: What is corrected.
        uuid: The session's own name.
        change: Grows with every change to the pixels.
        undo_count: How many steps can be undone.
        redo_count: How many undone steps can be done again.
        progress: What the corrections that count have come to.
    """

    def __init__(self, path: Path, prediction: Prediction, connection: sqlite3.Connection) -> None:
        """Keep an open database; see `create` and `open`."""
        self.path, self.prediction, self._connection = path, prediction, connection
        facts = read_facts(connection)
        self.uuid, self.change, self._srs = facts["uuid"], int(facts["change"]), int(facts["srs"])
        self.undo_count, self.redo_count = history.counts(connection)
        self.progress = _progress(connection)

    @staticmethod
    def create(path: Path, prediction: Prediction) -> None:
        """Make the file of a session, whole or not at all.

        Raises:
            BadInputError: When there is such a file already, or the folder can't be written.
            DiskError: When the disk is full.
        """
        check_writable(path)
        if path.exists():
            raise BadInputError("There is a file “{path}” already. Choose another name.", path=path)
        with told(path), whole_file(path) as partial:
            connection = sqlite3.connect(partial, isolation_level=None)
            try:
                srs = make_tables(connection, prediction.place)
                facts = {"format": FORMAT, "uuid": uuid.uuid4().hex, "change": "0", "srs": str(srs)}
                connection.executemany("INSERT INTO outcrop_session VALUES (?, ?)", list(facts.items()))
                write_facts(connection, prediction)
            finally:
                connection.close()

    @classmethod
    def open(cls, path: Path, prediction: Prediction) -> SessionJournal:
        """Open the file of a session; see `Session.open` for what is raised."""
        with told(path), ExitStack() as undo:
            connection = undo.enter_context(closing(connect(path)))
            check_subject(connection, path, prediction)
            write_facts(connection, prediction)
            protect(connection)
            opened = cls(path, prediction, connection)
            undo.pop_all()
            return opened

    def close(self) -> None:
        """Make the file a plain one again. May be called twice."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA journal_mode = DELETE")  # refused where a layer reads the file; no matter
        self._connection.close()

    def record(
        self, surveys: Mapping[int, PixelSurvey], tool: str, note: str, user: str, made_at: Optional[datetime] = None
    ) -> Step:
        """Add a correction for each value, as one step, made now or at a time given.

        Raises:
            BadInputError: For a class that isn't in the legend.
            DiskError: When it can't be written; the file is as before.
        """
        now = time_of(time_text(made_at or datetime.now(timezone.utc)))  # no finer than it is kept
        common = {"tool": tool, "note": note, "user": user, "made": time_text(now)}
        with self._transaction():
            number = history.next_number(self._connection)
            fids = [self._insert(value, one, {"step": number, **common}) for value, one in surveys.items()]
            step = Step(number, False, fids[0], fids[-1])
            history.add_step(self._connection, step)
        self._count(step, undone=False, undo=1, last=now)
        self.redo_count = 0
        return step

    def undo(self) -> Optional[Step]:
        """Take back the last step; None where there is none."""
        with self._transaction():
            step = history.last_done(self._connection)
            if step is not None:
                history.mark(self._connection, step, done=False)
        if step is not None:
            self._count(step, undone=not step.reverts, undo=-1)
            self.redo_count += 1
        return step

    def redo(self) -> Optional[Step]:
        """Do the step again that was undone last; None where there is none."""
        with self._transaction():
            step = history.first_undone(self._connection)
            if step is not None:
                history.mark(self._connection, step, done=True)
        if step is not None:
            self._count(step, undone=step.reverts, undo=1)
            self.redo_count -= 1
        return step

    def revert(self, fid: int) -> Step:
        """Take back one correction, as a step of its own."""
        with self._transaction():
            step = Step(history.next_number(self._connection), True, fid, fid)
            history.add_step(self._connection, step)
            history.mark_corrections(self._connection, step, undone=True)
        self._count(step, undone=True, undo=1)
        self.redo_count = 0
        return step

    def blockers(self, fid: int) -> list[int]:
        """List the later corrections that lie on the pixels of one and keep it from being reverted.

        Raises:
            BadInputError: When there is no such correction.
        """
        correction, runs = self.correction(fid), self.runs_of(fid)
        later = CorrectionFilter(after=fid, undone=False, window=correction.window)
        return [other for other, _, pixels in self.pixels(later) if pixels.touches(runs)]

    def corrections(
        self, wanted: CorrectionFilter = EVERY, *, newest_first: bool = True, most: Optional[int] = None
    ) -> list[Correction]:
        """List corrections, without their pixels."""
        with told(self.path):
            return read_corrections(self._connection, wanted, newest_first=newest_first, most=most)

    def correction(self, fid: int) -> Correction:
        """Give one correction.

        Raises:
            BadInputError: When there is none of that number.
        """
        matches = self.corrections(CorrectionFilter(fid=fid))
        if not matches:
            raise BadInputError("“{name}” has no correction {fid}.", name=self.path.name, fid=fid)
        return matches[0]

    def users(self) -> list[str]:
        """List who has made corrections, by name."""
        with told(self.path):
            return [name for (name,) in self._connection.execute("SELECT DISTINCT user FROM corrections ORDER BY user")]

    def pixels(self, wanted: CorrectionFilter) -> Iterator[tuple[int, int, Runs]]:
        """Give number, value and pixels of corrections, in the order they were made."""
        with told(self.path):
            yield from read_pixels(self._connection, wanted, self.prediction.place)

    def runs_of(self, fid: int) -> Runs:
        """Give the pixels of a correction."""
        return next(runs for _, _, runs in self.pixels(CorrectionFilter(fid=fid)))

    def before(self, fid: int) -> dict[int, Runs]:
        """Give what the overlay held where a correction was made: pixels by value; the rest was untouched."""
        with told(self.path):
            return read_before(self._connection, fid)

    def set_note(self, fid: int, note: str) -> None:
        """Write the remark of a correction."""
        with self._transaction(changes_pixels=False):
            self._connection.execute("UPDATE corrections SET note = ? WHERE fid = ?", (note, fid))

    @contextmanager
    def _transaction(self, changes_pixels: bool = True) -> Iterator[None]:
        """Do all of a block, on the disk, or nothing."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                if changes_pixels:
                    text = "UPDATE outcrop_session SET value = ? WHERE key = 'change'"
                    self._connection.execute(text, (str(self.change + 1),))
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise
        self.change += changes_pixels

    def _insert(self, value: int, survey: PixelSurvey, common: Mapping[str, object]) -> int:
        prediction, runs = self.prediction, survey.runs
        said = {_name_of(prediction, v): int(survey.said[v]) for v in np.flatnonzero(survey.said).tolist()}
        outline = geometry_of(runs, prediction.place, self._srs)
        row = {
            **common, "class_id": value, "class": prediction.class_name(value),
            "previous": json.dumps(said, ensure_ascii=False, separators=(",", ":")), "pixels": runs.pixels,
            "area_m2": round(runs.pixels * prediction.place.pixel_area_m2, 4), "model": prediction.model,
            "prediction": prediction.name, "digest": prediction.digest[:DIGEST_LETTERS],
            "geom": outline,
        }  # fmt: skip
        text = f"INSERT INTO corrections ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
        fid = self._connection.execute(text, list(row.values())).lastrowid
        around = runs.window
        box = (around.row, around.col, around.height, around.width)
        values = (fid, *box, packed_pixels(runs, outline, prediction.place), pack_values(survey.before))
        self._connection.execute("INSERT INTO outcrop_pixels VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        return int(fid or 0)

    def _count(self, step: Step, *, undone: bool, undo: int, last: Optional[datetime] = None) -> None:
        """Keep the counts in step with the file, from which they are read only when it is opened."""
        self.undo_count += undo
        sign, before = -1 if undone else 1, self.progress
        text = "SELECT count(*), sum(pixels), sum(area_m2) FROM corrections WHERE fid BETWEEN ? AND ?"
        with told(self.path):
            count, pixels, area = self._connection.execute(text, (step.first, step.last)).fetchone()
            last = last or _last_made(self._connection)
        self.progress = SessionTotals(
            before.corrections + sign * count, before.pixels + sign * pixels, before.area_m2 + sign * area, last
        )


def _name_of(prediction: Prediction, value: int) -> str:
    """Name a value of the map, also one that the legend has lost."""
    if value == 0:
        return NODATA_NAME
    return prediction.legend.names[value - 1] if value <= len(prediction.legend) else str(value)


def _last_made(connection: sqlite3.Connection) -> Optional[datetime]:
    row = connection.execute("SELECT made FROM corrections WHERE undone = 0 ORDER BY fid DESC LIMIT 1").fetchone()
    return time_of(row[0]) if row else None


def _progress(connection: sqlite3.Connection) -> SessionTotals:
    text = "SELECT count(*), coalesce(sum(pixels), 0), coalesce(sum(area_m2), 0) FROM corrections WHERE undone = 0"
    count, pixels, area = connection.execute(text).fetchone()
    return SessionTotals(count, pixels, area, _last_made(connection))
