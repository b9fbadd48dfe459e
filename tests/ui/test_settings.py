"""Settings keep their type and fall back to what works."""

from __future__ import annotations

from pathlib import Path

from outcrop.ui.settings import INTERPRETER, THREADS, WORK_FOLDER, models_folder, work_folder
from qgis.core import QgsSettings


def test_setting_comes_back_with_its_type() -> None:
    THREADS.set_value(2)
    assert THREADS.value() == 2
    assert QgsSettings().value("outcrop/threads") is not None


def test_default_is_not_stored() -> None:
    INTERPRETER.set_value("/env/bin/python")
    INTERPRETER.set_value("")
    assert not QgsSettings().contains("outcrop/interpreter")


def test_value_that_does_not_fit_counts_as_unset() -> None:
    QgsSettings().setValue("outcrop/threads", "many")
    assert THREADS.value() == 0
    QgsSettings().setValue("outcrop/threads", -3)
    assert THREADS.value() == 0


def test_models_live_in_the_work_folder(tmp_path: Path) -> None:
    WORK_FOLDER.set_value(str(tmp_path))
    assert models_folder() == tmp_path / "models"
    WORK_FOLDER.set_value("")
    assert work_folder().name == "Outcrop"
