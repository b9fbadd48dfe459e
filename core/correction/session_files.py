"""The names of session files: they lie beside the prediction, or in a folder where that one can't be written."""

from __future__ import annotations

import glob
import re
from pathlib import Path
from typing import Optional

from ..whole_file import check_writable

_MARK = "_corrections"


def session_files(prediction: str | Path, folder: Optional[Path] = None) -> list[Path]:
    """List the sessions of a prediction by their names, the first one first.

    Args:
        prediction: Its file.
        folder: Where to look; beside the prediction where none is given.
    """
    given = Path(prediction)
    found = (folder or given.parent).glob(f"{glob.escape(given.stem + _MARK)}*.gpkg")
    numbered = {_number(path, given.stem): path for path in found}
    return [numbered[number] for number in sorted(numbered) if number]


def new_session_file(prediction: str | Path, folder: Optional[Path] = None) -> Path:
    """Give the name of the next session of a prediction.

    Raises:
        BadInputError: When the folder can't be written; ask for another one then.
    """
    given = Path(prediction)
    place = folder or given.parent
    number = max((_number(path, given.stem) for path in session_files(given, folder)), default=0) + 1
    path = place / f"{given.stem}{_MARK}{'' if number == 1 else f'_{number}'}.gpkg"
    check_writable(path)
    return path


def _number(path: Path, stem: str) -> int:
    """Give the number of a session in its file's name, 0 for a file of another kind."""
    match = re.fullmatch(re.escape(stem + _MARK) + r"(?:_(\d+))?", path.stem)
    return int(match.group(1) or 1) if match else 0
