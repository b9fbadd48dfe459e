"""The command behind `make setup`, without the minutes that a whole environment takes."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pytest
from outcrop.core.environment import make
from outcrop.core.environment.plan import EnvironmentPlan, install_command, locked_names, stamp

ROOT = Path(__file__).parents[3]


def run_command(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", str(ROOT / "core" / "environment"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)


def test_bad_interpreter_is_refused_with_status_two(tmp_path: Path) -> None:
    said = run_command("made", "--python", "/no/python", "--torch", "cpu", folder=tmp_path)

    assert said.returncode == 2
    assert "/no/python" in said.stderr
    assert list(tmp_path.iterdir()) == []


def test_finished_environment_is_left_alone_but_gets_its_launcher(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(make, "make_environment", lambda *_: False)

    status = make.main([str(tmp_path), "--launcher", "--torch", "cpu"])

    assert status == 0
    assert "up to date" in capsys.readouterr().out
    (tmp_path / "bin" / "python").write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    (tmp_path / "bin" / "python").chmod(0o755)
    said = subprocess.run([tmp_path / "bin" / "outcrop", "models", "a b"], capture_output=True, text=True, check=True)
    assert said.stdout == f"-I {ROOT / 'core'} models a b\n"


def test_bar_says_each_step_once_where_there_is_no_terminal() -> None:
    out = io.StringIO()
    bar = make.ConsoleBar(out)

    for fraction, text in ((0.0, "first"), (0.1, "first"), (0.5, "second")):
        bar(fraction, text)

    assert out.getvalue().split() == ["0%", "first", "50%", "second"]


def test_bar_fills_one_line_of_a_terminal() -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Screen()
    bar = make.ConsoleBar(out)
    bar(0.5, "half " * 100)
    bar.end()

    line = out.getvalue().removeprefix("\r\x1b[K").removesuffix("\n")
    assert line.count("█") == line.count("░")
    assert " 50%  half" in line
    assert "\n" not in line


def test_every_lock_pins_and_hashes_everything() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.txt")):
        entries = [line for line in lock.read_text(encoding="utf-8").splitlines() if line[:1] not in {"#", " "}]
        text = lock.read_text(encoding="utf-8")

        assert all("==" in entry and entry.endswith("\\") for entry in entries), lock.name
        assert len(locked_names(text)) > 0
        assert text.count("--hash=sha256:") >= len(entries)
        assert "--index-url" not in text
        assert "--find-links" not in text


def test_install_asks_no_package_what_else_it_wants() -> None:
    command = install_command(EnvironmentPlan(Path("e"), Path("p"), ()), ("worker.txt",))

    assert {"--no-deps", "--require-hashes", "--only-binary"} <= set(command)


def test_stamp_tells_of_every_difference_that_matters() -> None:
    def stamp_of(**changed: object) -> str:
        facts = {"folder": Path("e"), "python": Path("p"), "locks": ("worker.txt",), **changed}
        return stamp(EnvironmentPlan(**facts), "3.11.2")  # type: ignore[arg-type]

    assert stamp_of() == stamp_of(folder=Path("elsewhere"))
    assert len({stamp_of(), stamp_of(locks=("worker.txt", "engines.txt")), stamp_of(sees_system=True)}) == 3
