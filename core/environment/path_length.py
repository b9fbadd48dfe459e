"""Whether packages fit below a folder: Windows holds no path over 259 signs unless it is told to."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import PurePath

LONGEST_INSIDE = 190
"""Signs of the longest path inside an environment on Windows, which is a licence text of PyTorch's."""
_LONGEST = 259
_KEY, _NAME = r"SYSTEM\CurrentControlSet\Control\FileSystem", "LongPathsEnabled"


def packages_fit(folder: PurePath, platform: str, *, long_paths: bool = False) -> bool:
    """Whether the packages of an environment can lie in a folder.

    Args:
        folder: The environment's folder.
        platform: As `sys.platform` spells it.
        long_paths: Whether Windows was told to hold longer paths.
    """
    return platform != "win32" or long_paths or len(str(folder)) + 1 + LONGEST_INSIDE <= _LONGEST


def long_paths_are_on() -> bool:
    """Ask Windows' registry; False elsewhere, where the question doesn't arise."""
    if sys.platform == "win32":
        import winreg

        with suppress(OSError), winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _KEY) as key:
            return bool(winreg.QueryValueEx(key, _NAME)[0])
    return False
