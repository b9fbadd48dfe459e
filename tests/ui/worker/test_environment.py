"""The interpreter is found, its variables are scrubbed."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.ui.worker.environment import (
    ROOT,
    NoInterpreterError,
    child_environment,
    find_interpreter,
    interpreter_of,
    worker_command,
)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "python"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_setting_wins_over_variable_over_checkout(program: Path, tmp_path: Path) -> None:
    own = interpreter_of(tmp_path / ".venv")
    own.parent.mkdir(parents=True)
    own.write_bytes(program.read_bytes())
    own.chmod(0o755)
    other = tmp_path / "other"
    other.write_bytes(program.read_bytes())
    other.chmod(0o755)
    assert find_interpreter(str(program), {"OUTCROP_PYTHON": str(other)}, tmp_path) == program
    assert find_interpreter("", {"OUTCROP_PYTHON": str(other)}, tmp_path) == other
    assert find_interpreter("", {"OUTCROP_ENVIRONMENTS": str(tmp_path)}, tmp_path) == own


def test_named_interpreter_that_is_gone_is_not_replaced_silently(program: Path, tmp_path: Path) -> None:
    with pytest.raises(NoInterpreterError, match=r"gone.*Choose another"):
        find_interpreter(str(tmp_path / "nowhere"), {"OUTCROP_PYTHON": str(program)}, tmp_path)


def test_no_interpreter_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoInterpreterError, match="Set it up once"):
        find_interpreter("", {"OUTCROP_ENVIRONMENTS": str(tmp_path)}, tmp_path)


def test_file_that_is_no_program_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no program")
    with pytest.raises(NoInterpreterError):
        find_interpreter(str(text), {"OUTCROP_ENVIRONMENTS": str(tmp_path)}, tmp_path)


def test_child_keeps_the_users_variables_and_loses_those_of_qgis() -> None:
    inherited = {
        "HOME": "/home/ana", "PATH": "/usr/bin", "LANG": "zh_CN.UTF-8", "CUDA_VISIBLE_DEVICES": "1", "HTTPS_PROXY": "http://p",
        "PYTHONHOME": "/opt/qgis", "PYTHONPATH": "/opt/qgis/python", "PYTHONEXECUTABLE": "x", "PROJ_LIB": "/opt/p",
        "PROJ_DATA": "/opt/p", "GDAL_DATA": "/opt/g", "GDAL_DRIVER_PATH": "/opt/g", "LD_LIBRARY_PATH": "/opt/l",
        "LD_PRELOAD": "x.so", "DYLD_LIBRARY_PATH": "/opt/l", "QT_PLUGIN_PATH": "/opt/q", "VIRTUAL_ENV": "/v",
        "QGIS_PREFIX_PATH": "/opt/qgis", "PIP_TARGET": "/t",
    }  # fmt: skip
    child = child_environment(inherited, platform="linux")
    kept = {"HOME", "PATH", "LANG", "CUDA_VISIBLE_DEVICES", "HTTPS_PROXY"}
    added = {"PYTHONSAFEPATH": "1", "PYTHONIOENCODING": "utf-8", "PYTHONNOUSERSITE": "1"}
    assert child == {name: inherited[name] for name in kept} | added


def test_trust_store_stays_only_where_it_exists_outside_qgis(tmp_path: Path) -> None:
    ours, qgis = tmp_path / "company.pem", tmp_path / "qgis" / "bundle.pem"
    qgis.parent.mkdir()
    for file in (ours, qgis):
        file.write_text("certificate")
    for value, stays in ((ours, True), (qgis, False), (tmp_path / "gone.pem", False)):
        child = child_environment({"SSL_CERT_FILE": str(value)}, str(tmp_path / "qgis"), "linux")
        assert ("SSL_CERT_FILE" in child) is stays


def test_windows_path_loses_the_folders_of_qgis() -> None:
    path = r"C:\Program Files\QGIS 3.40\bin;C:\Windows;D:\OSGeo4W\bin;C:\Program Files\QGIS 3.40;C:\tools"
    child = child_environment({"Path": path}, r"C:\Program Files\QGIS 3.40", "win32")
    assert child["Path"] == r"C:\Windows;C:\tools"


def test_path_is_left_alone_elsewhere() -> None:
    assert (
        child_environment({"PATH": "/usr/bin:/opt/qgis/bin"}, "/opt/qgis", "darwin")["PATH"] == "/usr/bin:/opt/qgis/bin"
    )


def test_command_is_isolated_and_starts_in_the_jobs_folder(tmp_path: Path) -> None:
    command = worker_command(Path("/env/bin/python"), tmp_path / "job.json", {"A": "b"})
    assert command.arguments == ("/env/bin/python", "-I", str(ROOT / "core"), "worker", str(tmp_path / "job.json"))
    assert command.folder == str(tmp_path)
    assert command.environment == {"A": "b"}


def test_interpreter_of_a_virtual_environment_on_windows() -> None:
    assert interpreter_of(Path("env"), "win32") == Path("env/Scripts/python.exe")
