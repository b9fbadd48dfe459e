"""Whether packages fit below a folder, on systems that the tests don't run on."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest
from outcrop.core.environment.path_length import long_paths_are_on, packages_fit

SHORT = PureWindowsPath(r"C:\Users\Änne\AppData\Local\Outcrop\env-0123456789ab")
LONG = PureWindowsPath(r"C:\Users\firstname.lastname.of.a.department\AppData\Local\Outcrop\env-0123456789ab")


@pytest.mark.parametrize(
    ("folder", "platform", "long_paths", "fits"),
    [
        (SHORT, "win32", False, True),
        (LONG, "win32", False, False),
        (LONG, "win32", True, True),
        (PureWindowsPath(r"C:\Outcrop\env-0123456789ab"), "win32", False, True),
        (PurePosixPath("/home/" + "a" * 200), "linux", False, True),
        (PurePosixPath("/Users/" + "a" * 200), "darwin", False, True),
    ],
)
def test_what_windows_can_hold(folder: PurePath, platform: str, long_paths: bool, fits: bool) -> None:
    assert packages_fit(folder, platform, long_paths=long_paths) is fits


def test_elsewhere_the_question_does_not_arise() -> None:
    assert not long_paths_are_on()
