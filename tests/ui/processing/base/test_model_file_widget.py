"""The toolbox offers one's models by name; any other file can be typed or chosen."""

from __future__ import annotations

import os
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from outcrop.ui.settings import models_folder
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtWidgets import QFileDialog

STUB = Path(__file__).parents[2] / "stub_worker.py"


@pytest.fixture
def files() -> list[str]:
    """Write two models and a file that is none; the second model is the newer one."""
    write = runpy.run_path(str(STUB))["write_model"]
    folder = models_folder()
    folder.mkdir(parents=True)
    paths = [folder / "first.safetensors", folder / "second.safetensors"]
    for age, path in zip((100, 50), paths):
        write(str(path), {"name": f"U-Net {path.stem}", "recipe": {"model": "unet"}})
        os.utime(path, (1e9 - age, 1e9 - age))
    (folder / "broken.safetensors").write_text("no model")
    return [str(path) for path in paths]


@pytest.fixture
def dialog(files: list[str], provider: OutcropProvider, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)  # the stand-in has no browser
    made = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("outcrop:predict"))
    yield made
    made.deleteLater()


def test_models_are_listed_by_name(dialog: Any, files: list[str]) -> None:
    wrapper = dialog.mainWidget().wrappers["MODEL_FILE"]
    box = wrapper.widget.box
    assert [box.itemText(index) for index in range(box.count())] == ["U-Net second", "U-Net first"]
    assert wrapper.parameterValue() is None
    box.setCurrentIndex(1)
    assert wrapper.parameterValue() == files[0]


def test_files_are_typed_chosen_and_brought_back(
    dialog: Any, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wrapper = dialog.mainWidget().wrappers["MODEL_FILE"]
    wrapper.widget.box.setEditText(" /data/dikes.safetensors ")
    assert wrapper.parameterValue() == "/data/dikes.safetensors"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/data/ponds.safetensors", ""))
    wrapper.widget.choose()
    assert wrapper.parameterValue() == "/data/ponds.safetensors"
    dialog.setParameters({"MODEL_FILE": files[1]})
    assert wrapper.widget.box.currentText() == "U-Net second"
    assert wrapper.parameterValue() == files[1]


def test_the_model_designer_has_its_own_widget(files: list[str], provider: OutcropProvider, qgis_iface: Any) -> None:
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById("outcrop:predict")
    designer = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm("any", "tests"))
    assert isinstance(designer.widget.widget.wrappers["MODEL_FILE"], QgsProcessingModelerParameterWidget)
