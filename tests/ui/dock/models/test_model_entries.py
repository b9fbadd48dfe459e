"""Model files are listed with what they say of themselves; those that can't be read with the reason."""

from __future__ import annotations

import json
import os
import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from outcrop.core.model.companion import Companion
from outcrop.ui.dock.models.model_entries import ModelEntry, list_models
from outcrop.ui.dock.models.model_list import ModelList
from outcrop.ui.layers.imagery import read_imagery
from pytestqt.qtbot import QtBot
from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt

STUB = runpy.run_path(str(Path(__file__).parents[2] / "stub_worker.py"))


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    def make(name: str, bands: str = "Red,Green,Blue", age_s: int = 0) -> Path:
        monkeypatch.setenv("OUTCROP_STUB_BANDS", bands)
        path = tmp_path / f"{name}.safetensors"
        STUB["write_model"](str(path), {"name": name, "recipe": {"model": "unet_improved"}})
        os.utime(path, (1_700_000_000 - age_s, 1_700_000_000 - age_s))
        return path

    return make


def test_newest_first_and_summarised(write: Callable[..., Path], tmp_path: Path) -> None:
    write("old", age_s=60)
    write("new")
    entries = list_models(tmp_path)
    assert [entry.name for entry in entries] == ["new", "old"]
    assert entries[0].miou == 0.63
    assert "Improved U-Net, trained at 10 m\nBands: Red, Green, Blue\n" in entries[0].summary()
    assert "Classes: background, dike, snow" in entries[0].summary()


def test_a_committee_is_called_after_its_models(write: Callable[..., Path], tmp_path: Path) -> None:
    write("good")
    entry = list_models(tmp_path)[0]
    assert entry.card is not None
    together = replace(entry.card, companions=(Companion("random_forest", {}),))
    assert "Improved U-Net + Random forest, trained at 10 m" in replace(entry, card=together).summary()


def test_what_was_measured_on_is_said(write: Callable[..., Path], tmp_path: Path) -> None:
    write("good")
    entry = list_models(tmp_path)[0]
    assert entry.measured() == "mIoU 0.63 on pixels held back (80 pixels)"
    for count, text in ((5, "(80 pixels, 5 polygons)"), (2, "(80 pixels, 2 polygons), too few to be a measure")):
        told = {**entry.card.provenance, "polygons": {"training": 9, "validation": count}}
        counted = replace(entry, card=replace(entry.card, provenance=told))
        assert counted.measured() == f"mIoU 0.63 on pixels held back {text}"
    flattered = replace(entry, card=replace(entry.card, provenance={"pixels": {"validation": {"dike": 0}}}))
    assert "it learned from" in flattered.measured()
    assert replace(entry, card=replace(entry.card, measures={})).measured() == ""


def test_files_that_are_no_models_are_listed_with_the_reason(write: Callable[..., Path], tmp_path: Path) -> None:
    good = write("good")
    (tmp_path / "text.safetensors").write_text("no model")
    (tmp_path / "cut.safetensors").write_bytes(good.read_bytes()[:40])
    (tmp_path / ".partial.safetensors").write_text("being written")
    header = json.dumps({"__metadata__": {}}).encode()
    (tmp_path / "bare.safetensors").write_bytes(len(header).to_bytes(8, "little") + header)
    troubles = {entry.path.stem: entry.obstacle(None) for entry in list_models(tmp_path)}
    assert set(troubles) == {"good", "text", "cut", "bare"}
    assert troubles["good"] == ""
    assert all(troubles[name] for name in ("text", "cut", "bare"))


def test_folder_that_is_not_there_has_no_models(tmp_path: Path) -> None:
    assert list_models(tmp_path / "gone") == []


def test_bands_decide_whether_a_model_fits(
    write: Callable[..., Path], tmp_path: Path, make_imagery: Callable[..., QgsRasterLayer]
) -> None:
    write("four", "Red,Green,Blue,Near infrared")
    obstacle = list_models(tmp_path)[0].obstacle(read_imagery(make_imagery()))
    assert "trained on Red, Green, Blue, Near infrared" in obstacle
    assert "has no Near infrared" in obstacle


def test_list_checks_the_newest_that_fits_and_keeps_what_was_checked(
    write: Callable[..., Path], tmp_path: Path, make_imagery: Callable[..., QgsRasterLayer], qtbot: QtBot
) -> None:
    write("four", "Red,Green,Blue,Near infrared")
    write("new", age_s=10)
    write("old", age_s=20)
    models, imagery = ModelList(), read_imagery(make_imagery())
    qtbot.addWidget(models)
    models.show_models(list_models(tmp_path), imagery)
    assert [entry.name for entry in models.checked()] == ["new"]
    models.topLevelItem(2).setCheckState(0, Qt.CheckState.Checked)
    models.topLevelItem(1).setCheckState(0, Qt.CheckState.Unchecked)
    models.show_models(list_models(tmp_path), imagery)
    assert [entry.name for entry in models.checked()] == ["old"]
    assert not models.topLevelItem(0).flags() & Qt.ItemFlag.ItemIsUserCheckable
    newest = write("newest")
    models.show_models(list_models(tmp_path), imagery, str(newest))
    assert [entry.name for entry in models.checked()] == ["newest"]
    assert isinstance(models.selected(), ModelEntry)
    assert models.selected().name == "newest"
