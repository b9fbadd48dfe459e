"""Ctrl+C asks a command to stop; the second one ends it at once, however deep in a library it is."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there signals can't be sent to one process")
ROOT = Path(__file__).resolve().parents[4]
COMMAND = """
import argparse, importlib.util, sqlite3, sys, time
from pathlib import Path

spec = importlib.util.spec_from_file_location("core_main", sys.argv[1])
main = importlib.util.module_from_spec(spec)
spec.loader.exec_module(main)
main.bind_package()
from outcrop.core.commands import command_line
from outcrop.core.files.unfinished import unfinished

def deep_in_a_library(given, events):
    with unfinished(Path(sys.argv[3])) as path:
        path.touch()
        print("ready", flush=True)
        sqlite3.connect(":memory:").execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        ).fetchall()

def looking_up_often(given, events):
    print("ready", flush=True)
    while True:
        events.check_cancelled()
        time.sleep(0.01)

def raising(given, events):
    print("ready", flush=True)
    raise KeyError("\\ud800")

class Parser:
    def parse_args(self, _given):
        return argparse.Namespace(perform=globals()[sys.argv[2]], json=True)

command_line.parser = Parser
sys.exit(command_line.main([]))
"""


@pytest.fixture
def command(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    arguments = [sys.executable, "-c", COMMAND, str(ROOT / "core" / "__main__.py"), request.param, str(tmp_path / "x")]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.stderr.read() if process.stderr else ""
        yield process
        process.kill()


def rest_of(command: subprocess.Popen[str]) -> tuple[str, str]:
    """What a command still prints, on its output and its errors.

    ``communicate`` reads past the buffer of ``readline``, which may hold the next line already.
    """
    assert command.stdout is not None
    assert command.stderr is not None
    said, told = command.stdout.read(), command.stderr.read()
    command.wait(10)
    return said, told


@pytest.mark.parametrize("command", ["deep_in_a_library"], indirect=True)
def test_the_second_one_ends_a_command_deep_in_a_library(command: subprocess.Popen[str], tmp_path: Path) -> None:
    os.kill(command.pid, signal.SIGINT)
    assert command.stderr is not None
    assert "again" in command.stderr.readline()
    assert command.poll() is None
    os.kill(command.pid, signal.SIGINT)
    assert command.wait(10) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["looking_up_often"], indirect=True)
def test_the_first_one_stops_a_command_in_words(command: subprocess.Popen[str]) -> None:
    os.kill(command.pid, signal.SIGINT)
    said, told = rest_of(command)
    assert command.returncode == 1
    assert json.loads(said) == {"error": "The job was stopped.", "status": 1}
    assert "Traceback" not in told


@pytest.mark.parametrize("command", ["raising"], indirect=True)
def test_whatever_goes_wrong_is_told_as_json(command: subprocess.Popen[str]) -> None:
    said, _ = rest_of(command)
    assert command.returncode == 1
    assert json.loads(said)["status"] == 1
