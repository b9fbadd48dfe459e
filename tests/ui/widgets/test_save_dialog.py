"""Asking for a place: dots in a name stay, and what the dialog didn't ask about is asked about."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcrop.ui.widgets.save_dialog import ask_for_file
from qgis.PyQt.QtWidgets import QFileDialog, QMessageBox


@pytest.mark.parametrize(
    ("typed", "answer", "given"),
    [
        ("", None, None), ("dikes", None, "dikes.onnx"), ("dikes.onnx", None, "dikes.onnx"),
        ("Dikes.ONNX", None, "Dikes.ONNX"), ("dikes v1.2", None, "dikes v1.2.onnx"),
        ("there", "Yes", "there.onnx"), ("there", "No", None),
    ],
)  # fmt: skip
def test_a_name_gets_its_ending_and_nothing_is_replaced_unasked(
    typed: str, answer: str | None, given: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "there.onnx").touch()
    (tmp_path / "dikes v1.onnx").touch()
    asked: list[str] = []

    def question(_parent: object, _title: str, text: str) -> QMessageBox.StandardButton:
        asked.append(text)
        return getattr(QMessageBox.StandardButton, answer or "No")

    chosen = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (chosen, ""))
    monkeypatch.setattr(QMessageBox, "question", question)
    found = ask_for_file(None, "Export", tmp_path / "proposed.onnx", "ONNX (*.onnx)", ".onnx")
    assert found == (tmp_path / given if given else None)
    assert len(asked) == (answer is not None)
