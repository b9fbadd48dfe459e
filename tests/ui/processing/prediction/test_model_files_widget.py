"""The widget for several model files keeps what it is given, in every dialog of Processing."""

from __future__ import annotations

from typing import Any

import pytest
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import (
    QgsApplication,
    QgsProcessingModelAlgorithm,
)
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtWidgets import QFileDialog

FILES = ["/data/dikes.safetensors", "/data/ponds.safetensors"]


@pytest.fixture
def algorithm(provider: OutcropProvider) -> Any:
    del provider
    return QgsApplication.processingRegistry().createAlgorithmById("outcrop:predictensemble")


def test_history_brings_the_files_back(dialog: Any) -> None:
    dialog.setParameters({"MODEL_FILES": FILES})
    assert dialog.mainWidget().wrappers["MODEL_FILES"].parameterValue() == FILES


def test_files_are_typed_or_chosen(dialog: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    wrapper = dialog.mainWidget().wrappers["MODEL_FILES"]
    wrapper.widget.line.setText(" /data/a.safetensors;/data/b c.safetensors ; ")
    assert wrapper.parameterValue() == ["/data/a.safetensors", "/data/b c.safetensors"]
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *words: asked.append(words) or (FILES, ""))
    wrapper.widget.choose()
    assert wrapper.parameterValue() == FILES
    assert asked[0][2:] == ("/data", "Model files (*.safetensors)")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    wrapper.widget.choose()
    assert wrapper.parameterValue() == FILES


def test_the_model_designer_has_its_own_widget(algorithm: Any, qgis_iface: Any) -> None:
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    designer = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm("any", "tests"))
    assert isinstance(designer.widget.widget.wrappers["MODEL_FILES"], QgsProcessingModelerParameterWidget)
    designer.deleteLater()
