"""Sample scenes by kind: each is made from a seed, with the whole truth."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Optional

from ..errors import BadInputError, UnknownNameError
from ..files.disk import make_folder
from .jobs import SCENES

CLASS_FIELD = "kind"
SMALLEST_SIZE_PX, LARGEST_SIZE_PX = 128, 8192


def make_scene(kind: str, folder: Path, seed: int = 1, size_px: Optional[int] = None) -> dict[str, Path]:
    """Make a scene from a seed and write its files into a folder, which is made if it is missing.

    Returns:
        The files by name: image, labels, truth, truth_labels, evaluation_area and what else the kind has.

    Raises:
        UnknownNameError: For a kind that isn't in `SCENES`.
        BadInputError: The scene would be too small or too large, or the folder can't be made.
    """
    if kind not in SCENES:
        raise UnknownNameError("sample scene", kind, SCENES)
    size = SCENES[kind].size_px if size_px is None else size_px
    if not SMALLEST_SIZE_PX <= size <= LARGEST_SIZE_PX:
        raise BadInputError(
            "A sample scene of {size} pixels can't be made. Make it {low} to {high} wide.",
            size=size,
            low=SMALLEST_SIZE_PX,
            high=LARGEST_SIZE_PX,
        )
    if seed < 0:
        raise BadInputError("The seed {seed} is negative. Choose 0 or a positive whole number.", seed=seed)
    make_folder(folder)
    module, _, function = SCENES[kind].made_by.rpartition(".")
    made: dict[str, Path] = getattr(import_module(f".{module}", __package__), function)(folder, seed, size)
    return made
