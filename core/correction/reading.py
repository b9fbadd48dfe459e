"""A session read by another process, or by no one who wants to correct: nothing is written and nothing locked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import BadInputError
from .correction import Correction, CorrectionFilter, read_corrections, read_geometry, read_pixels
from .errors import told
from .pixels.runs import Runs
from .prediction import Prediction, check_format, prediction_of
from .session_file import connect

LIVE = CorrectionFilter(undone=False)


@dataclass(frozen=True)
class SessionReader:
    """An open session that is only read.

    Attributes:
        path: Its file.
        prediction: What it is about.
        corrections: Those that count, in the order they were made.
    """

    path: Path
    prediction: Prediction
    corrections: tuple[Correction, ...]
    _connection: sqlite3.Connection

    def pixels(self) -> Iterator[tuple[Correction, Runs]]:
        """Give the corrections that count with their pixels, in the order they were made."""
        by_fid = {entry.fid: entry for entry in self.corrections}
        with told(self.path):
            for fid, _, runs in read_pixels(self._connection, LIVE, self.prediction.place):
                if fid in by_fid:  # one made since belongs to the next reading
                    yield by_fid[fid], runs

    def geometry(self, fid: int) -> bytes:
        """Give the outline of a correction on the map, as a GeoPackage keeps it."""
        with told(self.path):
            return read_geometry(self._connection, fid)


@contextmanager
def read_session(path: str | Path) -> Iterator[SessionReader]:
    """Open a session to read it; someone may go on correcting in it meanwhile.

    Raises:
        BadInputError: When it isn't there, isn't a session, or is damaged.
        DiskError: When it can't be read now.
    """
    file = Path(path)
    if not file.is_file():
        raise BadInputError(
            "There is no session “{file}”. Choose the GeoPackage that lies beside its prediction.", file=file
        )
    with told(file):
        connection = connect(file, read_only=True)
        try:
            check_format(connection, file)
            corrections = tuple(read_corrections(connection, LIVE, newest_first=False))
            yield SessionReader(file, prediction_of(connection), corrections, connection)
        finally:
            connection.close()
