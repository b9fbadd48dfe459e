"""Where environments lie and Pythons are looked for, on systems that the tests don't run on."""

from __future__ import annotations

import pytest
from outcrop.core.environment.places import (
    Machine,
    environments_folder,
    interpreter_in,
    python_candidates,
    uv_candidates,
)

WINDOWS = Machine(
    "win32", r"C:\Users\Änne", {
        "LOCALAPPDATA": r"C:\Users\Änne\AppData\Local", "ProgramFiles": r"C:\Program Files", "SystemDrive": "C:",
        "Path": r"C:\Users\Änne\AppData\Local\Microsoft\WindowsApps;D:\tools\py312",
    },
    r"C:\Program Files\QGIS 3.40\apps\Python312", (3, 12),
)  # fmt: skip
MAC = Machine(
    "darwin", "/Users/ana", {"PATH": "/usr/bin:/bin"}, "/Applications/QGIS.app/Contents/MacOS", (3, 9)
)  # fmt: skip
LINUX = Machine("linux", "/home/ana", {"PATH": "/opt/tools:relative:/usr/bin"}, "/usr", (3, 12))


def texts(machine: Machine) -> list[str]:
    return [str(path) for path in python_candidates(machine)]


@pytest.mark.parametrize(
    ("machine", "folder"),
    [
        (WINDOWS, r"C:\Users\Änne\AppData\Local\Outcrop"),
        (Machine("win32", r"C:\Users\b", {}), r"C:\Users\b\AppData\Local\Outcrop"),
        (MAC, "/Users/ana/Library/Application Support/Outcrop"),
        (LINUX, "/home/ana/.local/share/outcrop"),
        (Machine("linux", "/home/b", {"XDG_DATA_HOME": "/data"}), "/data/outcrop"),
        (Machine("linux", "/home/b", {"XDG_DATA_HOME": "relative"}), "/home/b/.local/share/outcrop"),
        (Machine("win32", r"C:\Users\b", {"OUTCROP_ENVIRONMENTS": r"D:\apps\outcrop"}), r"D:\apps\outcrop"),
    ],
)
def test_environments_lie_in_the_users_data(machine: Machine, folder: str) -> None:
    assert str(environments_folder(machine)) == folder


def test_qgis_own_python_comes_first() -> None:
    assert texts(WINDOWS)[0] == r"C:\Program Files\QGIS 3.40\apps\Python312\python.exe"
    assert texts(MAC)[0] == "/Applications/QGIS.app/Contents/MacOS/bin/python3.9"
    assert texts(LINUX)[0] == "/usr/bin/python3.12"


def test_qgis_itself_is_never_a_candidate() -> None:
    for machine in (WINDOWS, MAC, LINUX):
        assert not [path for path in texts(machine) if "qgis-bin" in path.lower() or path.endswith("/QGIS")]


def test_newer_pythons_come_before_older_ones() -> None:
    for machine, new, old in (
        (WINDOWS, r"C:\Users\Änne\AppData\Local\Programs\Python\Python313\python.exe", r"C:\Python311\python.exe"),
        (MAC, "/opt/homebrew/bin/python3.13", "/usr/local/bin/python3.11"),
        (LINUX, "/usr/bin/python3.14", "/opt/tools/python3.11"),
    ):
        assert texts(machine).index(new) < texts(machine).index(old)


def test_stubs_that_open_something_are_left_alone() -> None:
    assert not [path for path in texts(WINDOWS) if "WindowsApps" in path]
    assert r"D:\tools\py312\python.exe" in texts(WINDOWS)
    assert "/usr/bin/python3" not in texts(MAC)
    assert not [
        path for path in texts(Machine("darwin", "/Users/b", {}, "/usr", (3, 9))) if path.startswith("/usr/bin")
    ]


def test_relative_folders_of_the_path_are_not_searched() -> None:
    assert not [path for path in texts(LINUX) if "relative" in path]


@pytest.mark.parametrize(
    ("machine", "path"),
    [
        (WINDOWS, r"C:\Users\Änne\.local\bin\python3.12.exe"),
        (WINDOWS, r"C:\Users\Änne\AppData\Local\Python\pythoncore-3.14-64\python.exe"),
        (MAC, "/Users/ana/.local/bin/python3.12"),
        (LINUX, "/home/ana/.local/bin/python3.12"),
    ],
)
def test_pythons_of_uv_and_of_python_org_are_found(machine: Machine, path: str) -> None:
    assert path in texts(machine)


def test_no_candidate_comes_twice() -> None:
    for machine in (WINDOWS, MAC, LINUX):
        assert len(texts(machine)) == len(set(texts(machine)))


def test_uv_is_sought_where_its_installers_put_it() -> None:
    assert r"C:\Users\Änne\.local\bin\uv.exe" in map(str, uv_candidates(WINDOWS))
    assert "/opt/homebrew/bin/uv" in map(str, uv_candidates(MAC))
    assert str(uv_candidates(LINUX)[0]) == "/opt/tools/uv"


def test_interpreter_of_an_environment() -> None:
    assert str(interpreter_in(WINDOWS.path(r"C:\e"), "win32")) == r"C:\e\Scripts\python.exe"
    assert str(interpreter_in(LINUX.path("/e"), "linux")) == "/e/bin/python"
