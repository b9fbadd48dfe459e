"""Corrections of a first map brought to the next one, where that still says something else."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ....core.correction.edits import where
from ....core.correction.errors import NothingToCorrectError
from ....core.correction.pixels.runs import uncovered
from ....core.correction.reading import read_session
from ....core.correction.session import Session
from ....core.correction.session_files import new_session_file
from ....core.correction.transfer.fitting import Fit, fitted
from ....core.files.unfinished import temporary_folder
from ...correction.class_raster import are_same_system, read_prediction
from ...correction.overlay import SessionGround
from ...texts import said


@dataclass(frozen=True)
class Carried:
    """How many corrections were made again, and what of them doesn't fit the new map, in words."""

    corrections: int
    left_out: str


def carry_on(sessions: Iterable[str], prediction_file: Path) -> Carried:
    """Make corrections again on a new map, as far as it differs from them, in a session of its own.

    Classes are matched by name. The session appears when it is whole; without a correction to carry over none is made.

    Raises:
        OutcropError: A session or the map can't be read, or the new session can't be written.
    """
    prediction = read_prediction(str(prediction_file))
    file, carried, fit = new_session_file(prediction_file), 0, Fit()
    with temporary_folder(file) as folder:
        made = folder / file.name
        with ExitStack() as stack:
            session = stack.enter_context(closing(Session.create(made, prediction, getpass.getuser())))
            ground = stack.enter_context(closing(SessionGround.open(session)))
            for old in sessions:
                earlier = stack.enter_context(read_session(old))
                found = list(fitted(earlier, prediction.place, prediction.legend, fit, None, are_same_system))
                for (correction, value, _), runs in zip(found, uncovered([runs for *_, runs in found])):
                    left = runs - where(runs, ground.read, {value})
                    with suppress(NothingToCorrectError):  # nothing left, or the new map has no class there
                        session.repeat(correction, left, value)
                        carried += 1
        if carried:
            for suffix in (".overlay.tif", ".gpkg"):  # the session last: what it needs is there by then
                made.with_suffix(suffix).replace(file.with_suffix(suffix))
    return Carried(carried, said(fit.text(prediction_file.stem)))
