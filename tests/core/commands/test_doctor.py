"""The doctor: what is installed, whether it works, and nothing private."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from outcrop.core.commands.command_line import main
from outcrop.core.commands.doctor import examine


def test_a_sound_installation_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert "Outcrop: 0." in told or "Outcrop: 1." in told
    assert {line.partition(" work: ")[0] for line in told.splitlines() if " work: " in line} == {
        "Packages", "Rasters", "Layers", "Networks",
    }  # fmt: skip
    assert "Lacking: nothing" in told


def test_machines_get_it_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["failed"] == {}
    assert set(report["checks"]) == {"Packages", "Rasters", "Layers", "Networks"}


def test_what_fails_is_told_and_the_rest_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://anna:hidden@proxy:3128")

    def broken(folder: Path) -> str:
        raise ImportError(f"{Path.home()}/env/libgdal.so: cannot open shared object file in {folder.name[:7]}")

    report = examine({"Rasters": broken, "Layers": lambda folder: f"in {folder.name[:7]}"})
    assert list(report["failed"]) == ["Rasters"]
    assert report["checks"] == {"Layers": "in outcrop"}
    assert "Rasters FAIL: ImportError: ~/env/libgdal.so" in report["text"]
    assert "hidden" not in report["text"]


def test_a_failure_is_an_exit_status(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path) -> str:
        raise OSError(folder)

    monkeypatch.setattr("outcrop.core.commands.doctor.CHECKS", {"Rasters": broken})
    assert main(["doctor"]) == 1
