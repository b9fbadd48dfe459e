"""The batch dialog's own class: its rows filled and named as users do it, run one after another, failing alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsVectorLayer

Open = Callable[[str], Any]


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
    batch = open_batch("train")
    asked = []
    monkeypatch.setattr(BatchPanel.QFileDialog, "getOpenFileNames", lambda *words: asked.append(words) or (files, ""))
    batch.fill("INPUT").showFileSelectionDialog()
    assert batch.column("INPUT") == files
    assert "*.tif" in asked[0][-1]
    shared = {
        "POLYGONS": scene.polygons, "CLASS_FIELD": "kind", "RECIPE": "quick", "MODEL": "svm", "EPOCHS": 3,
        "ALL_TOUCHED": True, "FREEZE": "encoder", "MODEL_FILE": "out.safetensors",
    }  # fmt: skip
    batch.put(0, shared)
    for name, value in shared.items():
        batch.fill(name).fillDown()
        assert batch.column(name) == [value] * 3, name


def test_model_files_of_a_folder_make_rows(open_batch: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from processing.gui import BatchPanel

    for name in ("dikes", "ponds"):
        (tmp_path / f"{name}.safetensors").touch()
    batch = open_batch("predict")
    monkeypatch.setattr(BatchPanel.QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    batch.fill("MODEL_FILE").showDirectorySelectionDialog()
    filled = [Path(value).name for value in batch.column("MODEL_FILE") if isinstance(value, str)]
    assert sorted(filled) == ["dikes.safetensors", "ponds.safetensors"]


def test_outputs_are_named_from_inputs(open_batch: Open, scene: Any) -> None:
    batch = open_batch("predict")
    for row, file in enumerate(scenes(scene, "north", "south")):
        batch.panel.addRow(row + 1 - batch.panel.batchRowCount())
        batch.put(row, {"INPUT": file})
    batch.name_outputs("OUTPUT", str(scene.folder / "map_.tif"), "INPUT")
    assert [Path(file).name for file in batch.column("OUTPUT")] == ["map_north.tif", "map_south.tif"]
    batch.name_outputs("OUTPUT", str(scene.folder / "map.tif"))
    assert [Path(file).name for file in batch.column("OUTPUT")] == ["map1.tif", "map2.tif"]


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_batch_goes_on_after_a_row_that_fails(open_batch: Open, scene: Any, model: str) -> None:
    batch = open_batch("predict")
    wrong = scene.folder / "wrong.safetensors"
    wrong.write_text("no model")
    batch.panel.addRow(2)
    for row, (file, name) in enumerate([(model, "first.tif"), (str(wrong), "second.tif"), (model, "third.tif")]):
        batch.put(row, {"INPUT": scene.image, "MODEL_FILE": file, "OUTPUT": str(scene.folder / name)})
    results, errors = batch.run()
    assert [Path(entry["results"]["OUTPUT"]).name for entry in results] == ["first.tif", "third.tif"]
    assert "isn't a model file" in errors[0]["errors"][0]
    assert not (scene.folder / "second.tif").exists()
    assert QgsProject.instance().mapLayers() == {}


@pytest.mark.slow
@pytest.mark.usefixtures("real_worker")
def test_the_shipped_model_maps_one_scene_after_another(open_batch: Open, scene: Any) -> None:
    batch = open_batch("imagerytomap")
    files = scenes(scene, "north", "south")
    empty = str(scene.folder / "empty.tif")
    gdal.Translate(empty, scene.image, scaleParams=[[0, 255, 0, 0]], noData=0)
    batch.panel.addRow(2)
    for row, file in enumerate([files[0], empty, files[1]]):
        batch.put(row, {
            "INPUT": file, "POLYGONS": scene.polygons, "CLASS_FIELD": "kind", "CHECK_POLYGONS": scene.polygons,
            "CHECK_FIELD": "kind", "MODEL": "maximum_likelihood", "MINUTES": 1,
        })  # fmt: skip
    for output, file in (
        ("train:MODEL_FILE", "model_.safetensors"), ("predict:PREDICTION", "map_.tif"), ("clean:CLEANED", "clean_.tif"),
        ("polygons:CLASS_POLYGONS", "classes_.gpkg"), ("accuracy:REPORT", "report_.html"),
    ):  # fmt: skip
        batch.name_outputs(output, str(scene.folder / file), "INPUT")
    results, errors = batch.run()
    assert len(results) == 2
    assert len(errors) == 1
    assert "No labelled pixel has valid image values" in errors[0]["errors"][0]
    for name in ("north", "south"):
        assert (scene.folder / f"model_{name}.safetensors").is_file()
        assert "Confusion matrix" in (scene.folder / f"report_{name}.html").read_text()
        layer = QgsVectorLayer(str(scene.folder / f"classes_{name}.gpkg"), name, "ogr")
        assert {feature["class"] for feature in layer.getFeatures()} == {"granite", "gneiss", "marble"}
    assert list(scene.folder.glob("*_empty*")) == []
