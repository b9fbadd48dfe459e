"""The names of session files: they lie beside the prediction, or in a folder where that one can't be written."""

from __future__ import annotations

import glob
import re
from pathlib import Path
from typing import Optional

from ..files.whole_file import check_writable

_MARK = "_corrections"


def session_files(prediction: str | Path, folder: Optional[Path] = None) -> list[Path]:
    """List the sessions of a prediction by their names, the first one first.

    Args:
        prediction: Its file.
        folder: Where to look; beside the prediction where none is given.
    """
    file = Path(prediction)
    files = (folder or file.parent).glob(f"{glob.escape(file.stem + _MARK)}*.gpkg")
    numbered = {_number(path, file.stem): path for path in files}
    return [numbered[number] for number in sorted(numbered) if number]


def new_session_file(prediction: str | Path, folder: Optional[Path] = None) -> Path:
    """Give the name of the next session of a prediction.

    Raises:
        BadInputError: When the folder can't be written; ask for another one then.
    """
    file = Path(prediction)
    target_folder = folder or file.parent
    number = max((_number(path, file.stem) for path in session_files(file, folder)), default=0) + 1
    path = target_folder / f"{file.stem}{_MARK}{'' if number == 1 else f'_{number}'}.gpkg"
    check_writable(path)
    return path


def _number(path: Path, stem: str) -> int:
    """Give the number of a session in its file's name, 0 for a file of another kind."""
    match = re.fullmatch(re.escape(stem + _MARK) + r"(?:_(\d+))?", path.stem)
    return int(match.group(1) or 1) if match else 0
