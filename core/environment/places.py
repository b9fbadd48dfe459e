"""Where environments lie and where Pythons are looked for, on every system: pure functions of what they are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from .plan import HIGHEST_PYTHON, LOWEST_PYTHON

VARIABLE = "OUTCROP_ENVIRONMENTS"
"""Environment variable that names the folder for environments, for managed desktops."""
WINDOWS, MAC = "win32", "darwin"


@dataclass(frozen=True)
class Machine:
    """What decides over places.

    Attributes:
        platform: As `sys.platform` spells it.
        home: The user's home folder.
        environ: The environment variables.
        prefix: The folder of the Python inside QGIS, `sys.base_exec_prefix`; empty where there is no QGIS.
        version: The version of that Python, as in (3, 11).
    """

    platform: str
    home: str
    environ: Mapping[str, str]
    prefix: str = ""
    version: tuple[int, int] = LOWEST_PYTHON

    def path(self, text: str) -> PurePath:
        """Read a path as this system writes it."""
        return PureWindowsPath(text) if self.platform == WINDOWS else PurePosixPath(text)


def environments_folder(machine: Machine) -> PurePath:
    """Give the folder for environments: in the user's data, outside the plugin and outside the QGIS profile.

    Both of those are emptied by updates and copied by administrators; and this one path can be allowed by policy.
    """
    named = machine.environ.get(VARIABLE, "")
    if named:
        return machine.path(named)
    home = machine.path(machine.home)
    if machine.platform == WINDOWS:
        local = machine.environ.get("LOCALAPPDATA", "")
        return (machine.path(local) if local else home / "AppData" / "Local") / "Outcrop"
    if machine.platform == MAC:
        return home / "Library" / "Application Support" / "Outcrop"
    data = machine.environ.get("XDG_DATA_HOME", "")
    return (machine.path(data) if data.startswith("/") else home / ".local" / "share") / "outcrop"


def interpreter_in(folder: PurePath, platform: str) -> PurePath:
    """Give the path of the interpreter in a virtual environment's folder."""
    return folder / "Scripts" / "python.exe" if platform == WINDOWS else folder / "bin" / "python"


def python_candidates(machine: Machine) -> tuple[PurePath, ...]:
    """List where a Python to start from may be, the best first: QGIS's own, then those of the system, newest first.

    The program that runs now is never among them: on Windows and macOS that is QGIS itself. Neither are the stubs
    that open a shop or an installer when they are started.
    """
    where = {WINDOWS: _on_windows, MAC: _on_mac}.get(machine.platform, _on_linux)
    return tuple(dict.fromkeys(where(machine)))


def uv_candidates(machine: Machine) -> tuple[PurePath, ...]:
    """List where uv may be."""
    name = "uv.exe" if machine.platform == WINDOWS else "uv"
    home = machine.path(machine.home)
    folders = [*_search_path(machine), home / ".local" / "bin", home / ".cargo" / "bin"]
    if machine.platform == MAC:
        folders += [PurePosixPath("/opt/homebrew/bin"), PurePosixPath("/usr/local/bin")]
    return tuple(dict.fromkeys(folder / name for folder in folders))


def _on_windows(machine: Machine) -> Iterator[PurePath]:
    if machine.prefix:
        yield machine.path(machine.prefix) / "python.exe"
        yield machine.path(machine.prefix) / "python3.exe"
    local = machine.environ.get("LOCALAPPDATA", "")
    folders = [machine.path(local) / "Programs" / "Python"] if local else []
    folders += [machine.path(machine.environ.get(name, "")) for name in ("ProgramFiles", "SystemDrive")]
    managed = machine.path(local) / "Python" if local else None  # of python.org's install manager
    for minor in _minors():
        yield machine.path(machine.home) / ".local" / "bin" / f"python3.{minor}.exe"  # of uv
        if managed is not None:
            yield managed / f"pythoncore-3.{minor}-64" / "python.exe"
        for folder in folders:
            if str(folder) != ".":
                root = PureWindowsPath(f"{folder}\\") if str(folder).endswith(":") else folder
                yield root / f"Python3{minor}" / "python.exe"
    for folder in _search_path(machine):
        if "windowsapps" not in str(folder).lower():  # a stub there opens the shop
            yield folder / "python.exe"


def _on_mac(machine: Machine) -> Iterator[PurePath]:
    names = [f"python{machine.version[0]}.{machine.version[1]}", "python3"]
    if machine.prefix:
        prefix = machine.path(machine.prefix)
        inside = [folder for folder in (prefix, *prefix.parents) if folder.name == "Contents"]
        folders = [prefix / "bin", *(folder / part / "bin" for folder in inside for part in ("MacOS", "Frameworks"))]
        yield from (folder / name for folder in folders for name in names if str(folder) != "/usr/bin")
    framework = PurePosixPath("/Library/Frameworks/Python.framework/Versions")
    for minor in _minors():
        yield framework / f"3.{minor}" / "bin" / f"python3.{minor}"
        yield PurePosixPath("/opt/homebrew/bin") / f"python3.{minor}"
        yield PurePosixPath("/usr/local/bin") / f"python3.{minor}"
        yield machine.path(machine.home) / ".local" / "bin" / f"python3.{minor}"  # of uv
    # /usr/bin/python3 is left out: where it is only a stub, starting it opens an installer.


def _on_linux(machine: Machine) -> Iterator[PurePath]:
    if machine.prefix:
        yield machine.path(machine.prefix) / "bin" / f"python{machine.version[0]}.{machine.version[1]}"
    folders = dict.fromkeys([PurePosixPath("/usr/bin"), PurePosixPath("/usr/local/bin"), *_search_path(machine)])
    folders[machine.path(machine.home) / ".local" / "bin"] = None
    for minor in _minors():
        yield from (folder / f"python3.{minor}" for folder in folders)
    yield from (folder / "python3" for folder in folders)


def _minors() -> range:
    """Give the minor versions of Python that the locks have packages for, newest first."""
    return range(HIGHEST_PYTHON[1], LOWEST_PYTHON[1] - 1, -1)


def _search_path(machine: Machine) -> list[PurePath]:
    windows = machine.platform == WINDOWS
    text = next((value for name, value in machine.environ.items() if name.upper() == "PATH"), "")
    folders = [machine.path(entry.strip('"')) for entry in text.split(";" if windows else ":") if entry]
    return [folder for folder in folders if folder.is_absolute()]
