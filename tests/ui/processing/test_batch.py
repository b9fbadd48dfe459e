"""The batch dialog's own class: its rows filled and named as users do it, run one after another, failing alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.ui.processing.provider import OutcropProvider
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDialog

Open = Callable[[str], Any]


@pytest.fixture
def open_batch(provider: OutcropProvider, qgis_iface: QgisInterface) -> Iterator[Open]:
    """Give a function that opens an algorithm's batch dialog without loading what it makes."""
    del provider, qgis_iface
    dialogs = []

    def do(name: str) -> Any:
        from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"outcrop:{name}")
        dialogs.append(BatchAlgorithmDialog(algorithm))
        dialogs[-1].mainWidget().checkLoadLayersOnCompletion.setChecked(False)
        return dialogs[-1]

    yield do
    for dialog in dialogs:
        dialog.deleteLater()


@pytest.fixture
def name_outputs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Give a function that clicks “…” beside the first row's output and has QGIS fill in the rows below."""

    def do(panel: Any, output: str, file: str, parameter: str = "") -> None:
        from processing.gui import BatchOutputSelectionPanel

        class Chosen(BatchOutputSelectionPanel.AutofillDialog):
            """Answers with the parameter, or with numbers where there is none."""

            def exec_(self) -> int:
                self.mode = self.FILL_WITH_PARAMETER if parameter else self.FILL_WITH_NUMBERS
                self.param_name = parameter
                return int(QDialog.DialogCode.Accepted)

            exec = exec_

        monkeypatch.setattr(BatchOutputSelectionPanel, "AutofillDialog", Chosen)
        kind = panel.alg.parameterDefinition(output).createFileFilter()
        monkeypatch.setattr(BatchOutputSelectionPanel.QFileDialog, "getSaveFileName", lambda *_: (file, kind))
        panel.tblParameters.cellWidget(1, panel.parameter_to_column[output]).showSelectionDialog()

    return do


def put(panel: Any, row: int, values: dict[str, Any]) -> None:
    """Type values into a row."""
    context = QgsProcessingContext()
    for name, value in values.items():
        column = panel.parameter_to_column[name]
        if panel.alg.parameterDefinition(name).isDestination():
            panel.tblParameters.cellWidget(row + 1, column).setValue(value)
        else:
            panel.wrappers[row][column].setParameterValue(value, context)


def column(panel: Any, name: str) -> list[Any]:
    """Give what stands in all rows."""
    rows = range(panel.batchRowCount())
    if panel.alg.parameterDefinition(name).isDestination():
        return [panel.tblParameters.cellWidget(row + 1, panel.parameter_to_column[name]).getValue() for row in rows]
    return [panel.valueForParameter(row, name) for row in rows]


def fill(panel: Any, name: str) -> Any:
    """Give the “Autofill…” of a column."""
    return panel.tblParameters.cellWidget(0, panel.parameter_to_column[name])


def run_rows(dialog: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Any], list[Any]]:
    """Press Run; give the rows that went well and those that failed."""
    told: list[tuple[list[Any], list[Any]]] = []
    monkeypatch.setattr(dialog, "finish", lambda results, errors: told.append((results, errors)))
    dialog.runAlgorithm()
    (answer,) = told
    return answer


def scenes(scene: Any, *names: str) -> list[str]:
    """Copy the imagery under other names."""
    files = [str(scene.folder / f"{name}.tif") for name in names]
    for file in files:
        gdal.Translate(file, scene.image)
    return files


def test_files_make_rows_and_values_are_filled_down(
    open_batch: Open, scene: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from processing.gui import BatchPanel

    files = scenes(scene, "north", "south", "west")
    panel = open_batch("train").mainWidget()
    asked = []
    monkeypatch.setattr(BatchPanel.QFileDialog, "getOpenFileNames", lambda *words: asked.append(words) or (files, ""))
    fill(panel, "INPUT").showFileSelectionDialog()
    assert column(panel, "INPUT") == files
    assert "*.tif" in asked[0][-1]
    shared = {
        "POLYGONS": scene.polygons, "CLASS_FIELD": "kind", "RECIPE": "quick", "MODEL": "svm", "EPOCHS": 3,
        "ALL_TOUCHED": True, "FREEZE": "encoder", "MODEL_FILE": "out.safetensors",
    }  # fmt: skip
    put(panel, 0, shared)
    for name, value in shared.items():
        fill(panel, name).fillDown()
        assert column(panel, name) == [value] * 3, name


def test_model_files_of_a_folder_make_rows(open_batch: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from processing.gui import BatchPanel

    for name in ("dikes", "ponds"):
        (tmp_path / f"{name}.safetensors").touch()
    panel = open_batch("predict").mainWidget()
    monkeypatch.setattr(BatchPanel.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    fill(panel, "MODEL_FILE").showDirectorySelectionDialog()
    filled = [Path(value).name for value in column(panel, "MODEL_FILE") if isinstance(value, str)]
    assert sorted(filled) == ["dikes.safetensors", "ponds.safetensors"]


def test_outputs_are_named_from_inputs(open_batch: Open, scene: Any, name_outputs: Callable[..., None]) -> None:
    panel = open_batch("predict").mainWidget()
    for row, file in enumerate(scenes(scene, "north", "south")):
        panel.addRow(row + 1 - panel.batchRowCount())
        put(panel, row, {"INPUT": file})
    name_outputs(panel, "OUTPUT", str(scene.folder / "map_.tif"), "INPUT")
    assert [Path(file).name for file in column(panel, "OUTPUT")] == ["map_north.tif", "map_south.tif"]
    name_outputs(panel, "OUTPUT", str(scene.folder / "map.tif"))
    assert [Path(file).name for file in column(panel, "OUTPUT")] == ["map1.tif", "map2.tif"]


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_batch_goes_on_after_a_row_that_fails(
    open_batch: Open, scene: Any, model: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_batch("predict")
    wrong = scene.folder / "wrong.safetensors"
    wrong.write_text("no model")
    rows = [(model, "first.tif"), (str(wrong), "second.tif"), (model, "third.tif")]
    dialog.mainWidget().addRow(2)
    for row, (file, name) in enumerate(rows):
        values = {"INPUT": scene.image, "MODEL_FILE": file, "OUTPUT": str(scene.folder / name)}
        put(dialog.mainWidget(), row, values)
    results, errors = run_rows(dialog, monkeypatch)
    assert [Path(entry["results"]["OUTPUT"]).name for entry in results] == ["first.tif", "third.tif"]
    assert "isn't a model file" in errors[0]["errors"][0]
    assert not (scene.folder / "second.tif").exists()
    assert QgsProject.instance().mapLayers() == {}
