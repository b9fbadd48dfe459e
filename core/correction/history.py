"""The history of a session: its steps in order, those done before those undone, as SQLite keeps them."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class Step:
    """One step: corrections made, or one of them reverted.

    Attributes:
        number: Its number; a higher one was done later.
        reverts: Whether it takes its corrections back, instead of making them.
        first: Number of its first correction.
        last: Number of its last.
    """

    number: int
    reverts: bool
    first: int
    last: int

    @property
    def fids(self) -> tuple[int, ...]:
        """Numbers of its corrections."""
        return tuple(range(self.first, self.last + 1))


def next_number(connection: sqlite3.Connection) -> int:
    """Give the number of the next step; that of one that was undone and dropped isn't given again."""
    (highest,) = connection.execute("SELECT max(step) FROM outcrop_steps").fetchone()
    (of_corrections,) = connection.execute("SELECT step FROM corrections ORDER BY fid DESC LIMIT 1").fetchone() or (0,)
    return int(max(highest or 0, of_corrections)) + 1


def add_step(connection: sqlite3.Connection, step: Step) -> None:
    """Add a step; those undone before can't be done again."""
    connection.execute("DELETE FROM outcrop_steps WHERE done = 0")
    connection.execute(
        "INSERT INTO outcrop_steps VALUES (?, ?, ?, ?, 1)", (step.number, step.reverts, step.first, step.last)
    )


def last_done(connection: sqlite3.Connection) -> Optional[Step]:
    """Give the step to undo."""
    undone = "SELECT min(step) FROM outcrop_steps WHERE done = 0"
    text = f"SELECT * FROM outcrop_steps WHERE step < ifnull(({undone}), step + 1) ORDER BY step DESC LIMIT 1"  # noqa: S608
    return _step(connection, text)


def first_undone(connection: sqlite3.Connection) -> Optional[Step]:
    """Give the step to do again."""
    return _step(connection, "SELECT * FROM outcrop_steps WHERE done = 0 ORDER BY step LIMIT 1")


def mark(connection: sqlite3.Connection, step: Step, *, done: bool) -> None:
    """Note that a step is done, or undone, and whether its corrections count."""
    connection.execute("UPDATE outcrop_steps SET done = ? WHERE step = ?", (done, step.number))
    mark_corrections(connection, step, undone=step.reverts == done)


def mark_corrections(connection: sqlite3.Connection, step: Step, *, undone: bool) -> None:
    """Note whether a step's corrections count."""
    connection.execute("UPDATE corrections SET undone = ? WHERE fid BETWEEN ? AND ?", (undone, step.first, step.last))


def counts(connection: sqlite3.Connection) -> tuple[int, int]:
    """Count the steps that can be undone, and those that can be done again."""
    by_state = dict(connection.execute("SELECT done, count(*) FROM outcrop_steps GROUP BY done"))
    return int(by_state.get(1, 0)), int(by_state.get(0, 0))


def _step(connection: sqlite3.Connection, text: str) -> Optional[Step]:
    row = connection.execute(text).fetchone()
    return Step(row[0], bool(row[1]), row[2], row[3]) if row else None
