"""Carrying over: the corrections of one prediction made again on another, with who made them and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import eq
from pathlib import Path
from typing import Optional

from ..errors import NothingToCorrectError
from ..reading import read_session
from ..session import Session
from .fitting import Fit, IsSame, Transform, fitted


def carry_over(
    old: str | Path,
    session: Session,
    transform: Optional[Transform] = None,
    progress: Callable[[float], None] = lambda _: None,
    is_same: IsSame = eq,
) -> Fit:
    """Make the corrections of an old session again in an open one, as far as they fit, each as a step to undo.

    Args:
        old: The old session's file.
        session: The new session, attached to its ground.
        transform: Needed where the coordinate systems of both predictions differ.
        is_same: Tells whether two texts mean the same one.
        progress: Told how far it is, from 0 to 1; may raise to stop, and what was carried over until then stays.

    Returns:
        How well they fit.

    Raises:
        BadInputError: When the old session can't be read, or the coordinate systems differ without a transform.
        DiskError: When the new one can't be written; what was carried over until then stays.
    """
    fit = Fit()
    prediction = session.prediction
    with read_session(old) as earlier:
        count = max(1, len(earlier.corrections))
        origin = earlier.path.name
        carried = fitted(earlier, prediction.place, prediction.legend, fit, transform, is_same)
        for number, (correction, value, runs) in enumerate(carried):
            progress(number / count)
            note = f"{correction.note} ({origin})" if correction.note else origin
            try:
                session.repeat(replace(correction, note=note), runs, value)
            except NothingToCorrectError:  # nodata in the new prediction, or given back where nothing was corrected
                fit.corrections -= 1
                fit.outside += 1
    progress(1.0)
    return fit
