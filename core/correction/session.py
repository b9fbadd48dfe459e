"""The session: the corrections of one prediction with one undo stack over all tools, on the disk at every step."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from typing import Optional

import numpy as np

from ..errors import BadInputError, DiskError, UnknownNameError
from ..process_lock import ProcessLock
from ..whole_file import check_writable, whole_file
from . import history
from .change import EDIT, REDO, REVERT, UNDO, Change, Progress
from .correction import EVERY, TOOLS, Correction, Filter, read_before, read_corrections, read_pixels, time_of, time_text
from .errors import BlockedRevertError, NothingToCorrectError, SessionInUseError, told
from .geometry import geometry_of
from .ground import UNTOUCHED, Ground
from .history import Step
from .packing import pack, pack_values
from .prediction import DIGEST_LETTERS, Prediction, check_subject, read_facts, write_facts
from .runs import Runs
from .session_file import FORMAT, connect, make_tables
from .survey import Survey, paint_overlay, survey

NODATA_NAME = "nodata"
"""What stands for nodata among the classes that were there before."""


class Session:
    """An open session; used in one thread. What a method has returned from is on the disk, whatever happens next.

    Attributes:
        path: The GeoPackage.
        prediction: What is corrected.
        uuid: Its own name, by which an overlay is known as its own.
        change: Grows with every change to the pixels.
        overlay_stale: Whether the overlay must be made anew before anything else is painted.
    """

    def __init__(self, path: Path, prediction: Prediction, user: str, connection: sqlite3.Connection) -> None:
        """Keep an open database; see `create` and `open`."""
        self.path, self.prediction, self._user, self._connection = path, prediction, user, connection
        facts = read_facts(connection)
        self.uuid, self.change, self._srs = facts["uuid"], int(facts["change"]), int(facts["srs"])
        self.overlay_stale = False
        self._ground: Optional[Ground] = None
        self._lock: Optional[ProcessLock] = None
        self._counts = history.counts(connection)
        self._progress = _progress(connection)

    @classmethod
    def create(cls, path: Path, prediction: Prediction, user: str) -> Session:
        """Begin a session.

        Raises:
            BadInputError: When there is such a file already, or the folder can't be written.
            DiskError: When the disk is full.
        """
        check_writable(path)
        if path.exists():
            raise BadInputError(f"There is a file “{path}” already. Choose another name.")
        with told(path), whole_file(path) as partial:
            connection = sqlite3.connect(partial, isolation_level=None)
            try:
                srs = make_tables(connection, prediction.place)
                facts = {"format": FORMAT, "uuid": uuid.uuid4().hex, "change": "0", "srs": str(srs)}
                connection.executemany("INSERT INTO outcrop_session VALUES (?, ?)", list(facts.items()))
                write_facts(connection, prediction)
            finally:
                connection.close()
        return cls.open(path, prediction, user)

    @classmethod
    def open(cls, path: Path, prediction: Prediction, user: str) -> Session:
        """Go on with a session.

        Raises:
            SessionInUseError: When another window or process has it open.
            OtherPredictionError: When it belongs to another prediction, or to an earlier state of this one.
            BadInputError: When the file isn't a session, is damaged, or lies in a folder that can't be written.
            DiskError: When it can't be read or written now.
        """
        check_writable(path)
        lock = ProcessLock(path.with_name(f".{path.name}.lock"))
        if not lock.take(user, patience_s=0.2):
            raise SessionInUseError(
                f"“{path}” is being corrected in another window. Close it there, or choose another session."
            )
        try:
            with told(path):
                connection = connect(path)
                try:
                    check_subject(connection, path, prediction)
                    write_facts(connection, prediction)
                    session = cls(path, prediction, user, connection)
                except BaseException:
                    connection.close()
                    raise
        except BaseException:
            lock.let_go()
            raise
        session._lock = lock
        return session

    def close(self) -> None:
        """End editing: the file is a plain one again, and others may open it. May be called twice."""
        with suppress(sqlite3.Error):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA busy_timeout = 0")
            self._connection.execute("PRAGMA journal_mode = DELETE")  # refused where a layer reads the file; no matter
        self._connection.close()
        if self._lock is not None:
            self._lock.let_go()

    def __enter__(self) -> Session:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def attach(self, ground: Ground) -> None:
        """Say where the pixels are: the prediction, and the overlay, which must show this session as it is now."""
        self._ground = ground
        self.overlay_stale = False

    @property
    def undo_count(self) -> int:
        """How many steps can be undone."""
        return self._counts[0]

    @property
    def redo_count(self) -> int:
        """How many undone steps can be done again."""
        return self._counts[1]

    @property
    def progress(self) -> Progress:
        """What the session has come to."""
        return self._progress

    def paint(self, runs: Runs, value: int, tool: str, *, note: str = "", over_nodata: bool = False) -> Change:
        """Give pixels a class, give them back to the prediction (0), or make them nodata (255); one step.

        Args:
            runs: The pixels; what lies outside the prediction is cut off and told.
            value: A class id, `UNTOUCHED` or `BLANK`.
            tool: One of `TOOLS`.
            note: Remark.
            over_nodata: Whether pixels are painted too where the prediction has nothing.

        Raises:
            NothingToCorrectError: When none of the pixels can be corrected.
            BadInputError: For a class that isn't in the legend.
            DiskError: When it can't be written; session and overlay are as before.
        """
        return self.paint_several({value: runs}, tool, note=note, over_nodata=over_nodata)

    def paint_several(
        self, parts: Mapping[int, Runs], tool: str, *, note: str = "", over_nodata: bool = False
    ) -> Change:
        """Paint several values at once, as one step with a correction for each; no pixel may have two. See `paint`."""
        if tool not in TOOLS:
            raise UnknownNameError("tool", tool, TOOLS)
        names = {value: self.prediction.class_name(value) for value in parts}
        ground = self._ready()
        inside = {value: runs.clipped(ground.place.window) for value, runs in parts.items()}
        outside = sum(parts[value].pixels - inside[value].pixels for value in parts)
        found = {
            value: survey(ground, runs, over_nodata=over_nodata, corrected_only=value == UNTOUCHED)
            for value, runs in inside.items()
        }
        nodata = sum(one.nodata for one in found.values())
        found = {value: one for value, one in found.items() if not one.runs.is_empty}
        if not found:
            raise NothingToCorrectError(self._nothing(outside, nodata, sum(runs.pixels for runs in parts.values())))
        made = datetime.now(timezone.utc)
        with self._transaction():
            number = history.next_number(self._connection)
            fids = [self._insert(number, v, names[v], one, tool, note, time_text(made)) for v, one in found.items()]
            history.add_step(self._connection, Step(number, False, fids[0], fids[-1]))
        pixels = sum(one.runs.pixels for one in found.values())
        self._note(1, 0, len(found), pixels, made)
        stale = self._show([(one.runs, value) for value, one in found.items()])
        window = Runs.joined(one.runs for one in found.values()).window
        return Change(EDIT, number, tuple(fids), window, pixels, outside, nodata, stale)

    def undo(self) -> Optional[Change]:
        """Take back the last step; None where there is none.

        Raises:
            DiskError: When it can't be written; session and overlay are as before.
        """
        self._ready()
        with told(self.path):
            step = history.last_done(self._connection)
        return None if step is None else self._turn(UNDO, step, done=False)

    def redo(self) -> Optional[Change]:
        """Do the step again that was undone last; None where there is none. See `undo`."""
        self._ready()
        with told(self.path):
            step = history.first_undone(self._connection)
        return None if step is None else self._turn(REDO, step, done=True)

    def revert(self, fid: int) -> Change:
        """Take back one correction, whichever it is; a step of its own, which can be undone.

        Raises:
            BlockedRevertError: When later corrections lie on its pixels.
            BadInputError: When there is no such correction, or it is undone already.
            DiskError: When it can't be written; session and overlay are as before.
        """
        self._ready()
        given = self.correction(fid)
        if given.undone:
            raise BadInputError(f"Correction {fid} is undone already.")
        blockers = self.blockers(fid)
        if blockers:
            raise BlockedRevertError(
                f"Correction {fid} can't be taken back alone: {_numbers(blockers)} made later on the same pixels. "
                "Take these back first.",
                blockers,
            )
        with self._transaction():
            step = Step(history.next_number(self._connection), True, fid, fid)
            history.add_step(self._connection, step)
            history.mark_corrections(self._connection, step, undone=True)
        return self._turned(REVERT, step, undone=True)

    def blockers(self, fid: int) -> list[int]:
        """List the later corrections that lie on the pixels of one and keep it from being reverted.

        Raises:
            BadInputError: When there is no such correction.
        """
        given, runs = self.correction(fid), self.runs_of(fid)
        later = Filter(after=fid, undone=False, window=given.window)
        with told(self.path):
            return [other for other, _, pixels in read_pixels(self._connection, later) if pixels.touches(runs)]

    def corrections(
        self,
        wanted: Filter = EVERY,
        *,
        newest_first: bool = True,
        most: Optional[int] = None,
    ) -> list[Correction]:
        """List corrections."""
        with told(self.path):
            return read_corrections(self._connection, wanted, newest_first=newest_first, most=most)

    def correction(self, fid: int) -> Correction:
        """Give one correction.

        Raises:
            BadInputError: When there is none of that number.
        """
        with told(self.path):
            found = read_corrections(self._connection, Filter(fid=fid))
        if not found:
            raise BadInputError(f"“{self.path.name}” has no correction {fid}.")
        return found[0]

    def runs_of(self, fid: int) -> Runs:
        """Give the pixels of a correction."""
        with told(self.path):
            return next(runs for _, _, runs in read_pixels(self._connection, Filter(fid=fid)))

    def pixels(self) -> Iterator[tuple[int, int, Runs]]:
        """Give number, value and pixels of all corrections that count, in order: what an overlay is made of."""
        with told(self.path):
            yield from read_pixels(self._connection, Filter(undone=False))

    def set_note(self, fid: int, note: str) -> None:
        """Write the remark of a correction."""
        with self._transaction(changes_pixels=False):
            self._connection.execute("UPDATE corrections SET note = ? WHERE fid = ?", (note, fid))

    def _ready(self) -> Ground:
        if self._ground is None:
            raise BadInputError("The session knows no prediction to paint on yet.")
        if self.overlay_stale:
            raise DiskError(
                f"The overlay of “{self.path.name}” couldn't be written; the corrections are saved. "
                "Free some space and make it anew before going on."
            )
        return self._ground

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

    def _insert(self, step: int, value: int, name: str, found: Survey, tool: str, note: str, made: str) -> int:
        prediction, runs = self.prediction, found.runs
        said = {_name_of(prediction, v): int(found.said[v]) for v in np.flatnonzero(found.said).tolist()}
        row = {
            "step": step, "class_id": value, "class": name, "previous": json.dumps(said, ensure_ascii=False),
            "pixels": runs.pixels, "area_m2": round(runs.pixels * prediction.place.pixel_area_m2, 4), "tool": tool,
            "made": made, "user": self._user, "model": prediction.model, "prediction": prediction.name,
            "digest": prediction.digest[:DIGEST_LETTERS], "note": note,
            "geom": geometry_of(runs, prediction.place, self._srs),
        }  # fmt: skip
        text = f"INSERT INTO corrections ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608
        fid = self._connection.execute(text, list(row.values())).lastrowid
        around = runs.window
        box = (around.row, around.col, around.height, around.width)
        values = (fid, *box, pack(runs), pack_values(found.before))
        self._connection.execute("INSERT INTO outcrop_pixels VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        return int(fid or 0)

    def _turn(self, kind: str, step: Step, *, done: bool) -> Change:
        with self._transaction():
            history.mark(self._connection, step, done=done)
        return self._turned(kind, step, undone=step.reverts == done)

    def _turned(self, kind: str, step: Step, *, undone: bool) -> Change:
        """Paint what the corrections of a step have become, and say so."""
        layers: list[tuple[Runs, int]] = []
        given = []
        with told(self.path):
            for fid in step.fids:
                ((_, value, runs),) = read_pixels(self._connection, Filter(fid=fid))
                given.append(runs)
                layers.append((runs, UNTOUCHED if undone else value))
                if undone:
                    layers += [(part, before) for before, part in read_before(self._connection, fid).items()]
        pixels = sum(runs.pixels for runs in given)
        sign = {UNDO: (-1, 1), REDO: (1, -1), REVERT: (1, 0)}[kind]
        self._note(*sign, -len(given) if undone else len(given), -pixels if undone else pixels, None)
        stale = self._show(layers)
        return Change(kind, step.number, step.fids, Runs.joined(given).window, pixels, overlay_stale=stale)

    def _note(self, undo: int, redo: int, corrections: int, pixels: int, made: Optional[datetime]) -> None:
        """Keep the counts in step with the file, which is read for them only when it is opened."""
        before = self._progress
        pixel_area = self.prediction.place.pixel_area_m2
        made_now = made is not None or (undo, redo) == (1, 0)
        self._counts = self._counts[0] + undo, 0 if made_now else self._counts[1] + redo
        total = before.pixels + pixels
        last = made or _last_made(self._connection)
        self._progress = Progress(before.corrections + corrections, total, total * pixel_area, last)

    def _show(self, layers: list[tuple[Runs, int]]) -> bool:
        """Paint the overlay; say whether it couldn't be written and has become stale."""
        ground = self._ready()
        try:
            for runs, value in layers:
                paint_overlay(ground, runs, value)
            ground.overlay.flush()
        except (DiskError, OSError):
            self.overlay_stale = True
        return self.overlay_stale

    def _nothing(self, outside: int, nodata: int, drawn: int) -> str:
        name = self.prediction.name
        if drawn and outside == drawn:
            return f"What was drawn lies outside of “{name}”."
        if nodata:
            return f"“{name}” has nothing where this was drawn. Allow painting over nodata to paint there."
        return "Nothing was corrected here that could be given back." if drawn else "Nothing was drawn."


def _name_of(prediction: Prediction, value: int) -> str:
    """Name a value of the map, also one that the legend has lost."""
    if value == 0:
        return NODATA_NAME
    return prediction.legend.names[value - 1] if value <= len(prediction.legend) else str(value)


def _numbers(fids: list[int]) -> str:
    shown = ", ".join(map(str, fids[:5]))
    return f"correction {shown} was" if len(fids) == 1 else f"corrections {shown}{' …' if len(fids) > 5 else ''} were"


def _last_made(connection: sqlite3.Connection) -> Optional[datetime]:
    row = connection.execute("SELECT made FROM corrections WHERE undone = 0 ORDER BY fid DESC LIMIT 1").fetchone()
    return time_of(row[0]) if row else None


def _progress(connection: sqlite3.Connection) -> Progress:
    text = "SELECT count(*), coalesce(sum(pixels), 0), coalesce(sum(area_m2), 0) FROM corrections WHERE undone = 0"
    count, pixels, area = connection.execute(text).fetchone()
    return Progress(count, pixels, area, _last_made(connection))
