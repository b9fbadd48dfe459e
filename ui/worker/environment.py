"""The worker's interpreter and the environment variables it gets; all but finding files are pure functions."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Optional, Union

from ...core.environment.managed import EnvironmentChoice, choose_managed
from ...core.environment.places import Machine, environments_folder
from ...core.errors import MissingPackageError
from ..texts import tr

VARIABLE = "OUTCROP_PYTHON"
"""Environment variable that names the worker's interpreter, for tests and for managed desktops."""
ROOT = Path(__file__).resolve().parents[2]
_SCRUBBED_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "CPL_", "OGR_", "LD_", "DYLD_", "QT_", "QML", "QGIS_", "CONDA_")
_SCRUBBED = {
    "GEOTIFF_CSV", "GISBASE", "O4W_QT_PREFIX", "OSGEO4W_ROOT", "PIP_PREFIX", "PIP_TARGET", "PIP_USER", "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
}  # fmt: skip
_TRUST_STORES = {"SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}
_ADDED = {"PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8", "PYTHONNOUSERSITE": "1"}


class NoInterpreterError(MissingPackageError):
    """No interpreter to compute with was found; the message says where it was looked for."""


@dataclass(frozen=True)
class Command:
    """A program to start: its arguments, all of its environment variables, and the folder it starts in."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    folder: str


def find_interpreter(setting: str, environ: Mapping[str, str] = os.environ, root: Path = ROOT) -> Path:
    """Find the worker's interpreter: setting, `OUTCROP_PYTHON`, the environment that was set up, the checkout's own.

    QGIS's own interpreter is never taken: on Windows and macOS starting it would open a second QGIS.

    Raises:
        NoInterpreterError: When there is none, or the one that was named is gone.
    """
    for named, where in ((setting, tr("the settings")), (environ.get(VARIABLE, ""), VARIABLE)):
        if named:
            return _checked(Path(named).expanduser(), where)
    choice = choose_managed(managed_folder(environ), sys.platform)
    if choice.used is not None:
        return choice.used.interpreter
    interpreter = interpreter_of(root / ".venv")
    if _is_program(interpreter):
        return interpreter
    raise NoInterpreterError(_what_is_missing(choice))


def managed_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Give the folder that environments are made in, in the user's data."""
    return Path(environments_folder(Machine(sys.platform, str(Path.home()), environ)))


def _what_is_missing(choice: EnvironmentChoice) -> str:
    if choice.damaged is not None:
        return tr(
            "The computing environment in “{folder}” is damaged: {what} is missing. Repair it in Outcrop's dock.",
            folder=choice.damaged.folder,
            what=", ".join(choice.damaged.damage or choice.damaged.verdict.classifiers_lack),
        )
    if choice.outdated is not None:
        return tr(
            "This version of Outcrop needs a newer computing environment than the one in “{folder}”. "
            "Renew it in Outcrop's dock.",
            folder=choice.outdated.folder,
        )
    if choice.unfinished:
        return tr("The computing environment isn't finished. Go on with setting it up in Outcrop's dock.")
    return tr(
        "Outcrop computes outside QGIS, in a Python with PyTorch of its own. "
        "Set it up once: about 1.5 GB (6 GB for a GPU on Linux), in your user data folder. Nothing in QGIS changes."
    )


def interpreter_of(folder: Path, platform: str = sys.platform) -> Path:
    """Give the path of the interpreter in a virtual environment's folder."""
    return folder / "Scripts" / "python.exe" if platform == "win32" else folder / "bin" / "python"


def child_environment(
    environ: Mapping[str, str], qgis_folder: str = "", platform: str = sys.platform
) -> dict[str, str]:
    """Give the variables that the worker gets: the user's, without what QGIS or its launcher set for itself.

    `qgis_folder` is where QGIS lives; trust stores in there, and on Windows folders of `PATH` in there, are left out.
    """
    kept = {}
    for name, value in environ.items():
        upper = name.upper()
        if upper.startswith(_SCRUBBED_PREFIXES) or upper in _SCRUBBED:
            continue
        if upper in _TRUST_STORES and not _trusted(value, qgis_folder, platform):
            continue
        kept[name] = _clean_path(value, qgis_folder) if platform == "win32" and upper == "PATH" else value
    return {**kept, **_ADDED}


def worker_command(interpreter: Path, job_file: Path, environment: Mapping[str, str], root: Path = ROOT) -> Command:
    """Give the command that runs one job: isolated from user site packages and from the current folder."""
    arguments = (str(interpreter), "-I", str(root / "core"), "worker", str(job_file))
    return Command(arguments, environment, str(job_file.parent))


def qgis_folder(platform: str = sys.platform) -> str:
    """Give the folder whose contents belong to QGIS alone; on Linux it shares the system's, so there is none."""
    from qgis.core import QgsApplication

    if platform.startswith("linux"):
        return ""
    prefix = Path(QgsApplication.prefixPath())
    return str(prefix.parents[1]) if platform == "win32" and prefix.parent.name == "apps" else str(prefix)


def _checked(interpreter: Path, where: str) -> Path:
    if _is_program(interpreter):
        return interpreter
    raise NoInterpreterError(
        tr(
            "The Python “{path}”, named in {where}, is gone or can't be run. Choose another one.",
            path=interpreter,
            where=where,
        )
    )


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _trusted(value: str, qgis: str, platform: str) -> bool:
    return Path(value).exists() and not (qgis and _inside(value, qgis, platform))


def _clean_path(value: str, qgis: str) -> str:
    kept = [entry for entry in value.split(";") if entry and not (qgis and _inside(entry, qgis, "win32"))]
    return ";".join(entry for entry in kept if "osgeo4w" not in entry.lower())


def _inside(path: str, folder: str, platform: str) -> bool:
    kind = PureWindowsPath if platform == "win32" else PurePosixPath
    inner: Union[PureWindowsPath, PurePosixPath] = kind(path)
    outer: Optional[PurePosixPath] = kind(folder)  # type: ignore[assignment]
    return outer == inner or outer in inner.parents
