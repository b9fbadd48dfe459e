"""Tests of the reports that assessments leave."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

from outcrop.ui.processing.assessment.reports import write_reports


def test_what_is_wanted_is_written_and_no_band_is_a_formula(tmp_path: Path) -> None:
    inputs = SimpleNamespace(output=lambda name, suffix: str(tmp_path / name) + suffix if name != "PAGE" else "")
    report = {"bands": [{"band": "=1+1"}], "ü": None}
    written = write_reports(inputs, report, "<html>", [["Band", "Importance"], ["=1+1", "-0.25"]])
    assert written == {"TABLE": str(tmp_path / "TABLE.csv"), "JSON": str(tmp_path / "JSON.json")}
    assert Path(written["TABLE"]).read_text() == "Band,Importance\n'=1+1,-0.25\n"
    assert json.loads(Path(written["JSON"]).read_text(encoding="utf-8")) == report


def test_without_a_table_none_is_asked_for(tmp_path: Path) -> None:
    def output(name: str, suffix: str) -> str:
        assert name != "TABLE"
        return str(tmp_path / name) + suffix

    written = write_reports(SimpleNamespace(output=output), {}, "<html>")
    assert list(written) == ["PAGE", "JSON"]
