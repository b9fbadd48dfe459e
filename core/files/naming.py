"""File names: made from any text, and free in a folder."""

from __future__ import annotations

import re
from pathlib import Path

from .plain_name import plain_name

_MOST_BYTES = 180
"""Leaves room for date, number and suffix within the 255 bytes that file systems allow."""


def file_stem(text: str) -> str:
    """Make a name fit for files on every system: letters, digits, dots, hyphens, underscores and blanks."""
    fit = re.sub(r"[^\w.\-+ ]+", "_", plain_name(text)).strip(" ._")
    return fit.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" ._") or "unnamed"


def free_path(folder: Path, stem: str, suffix: str = "", joint: str = " ") -> Path:
    """Give the first of “stem.suffix”, “stem 2.suffix”, “stem 3.suffix”… that a folder doesn't hold.

    Args:
        folder: The folder; it needn't be there yet.
        stem: The name without suffix, fit for a file (see `file_stem`).
        suffix: With its dot; empty for a folder.
        joint: What stands between name and number.
    """
    path, number = folder / f"{stem}{suffix}", 1
    while path.exists() or path.is_symlink():
        number += 1
        path = folder / f"{stem}{joint}{number}{suffix}"
    return path
