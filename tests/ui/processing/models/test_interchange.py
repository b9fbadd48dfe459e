"""Models and data sets out and in again as algorithms, with the real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from osgeo import gdal
from outcrop.core.model.card_file import read_card
from outcrop.ui.settings import WORK_FOLDER
from qgis.core import QgsProcessingException

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_a_network_goes_out_and_comes_in(run: Callable, scene: Any, network: str) -> None:
    out = run("exportonnx", {"MODEL_FILE": network, "OUTPUT": str(scene.folder / "rocks")}).outputs
    assert out["OUTPUT"] == str(scene.folder / "rocks.onnx")
    assert out["TILE_SIDE"] >= 32
    target = str(scene.folder / "again.safetensors")
    made = run("importmodel", {"FILE": out["OUTPUT"], "NAME": "Again", "MODEL_FILE": target}).outputs
    assert made["MODEL_FILE"] == target
    assert read_card(target).name == made["NAME_READ"] == "Again"
    assert made["CLASSES_READ"] == "gneiss, granite, marble"
    values = {"INPUT": scene.image, "OUTPUT": "TEMPORARY_OUTPUT"}
    maps = [run("predict", {**values, "MODEL_FILE": file}).outputs["OUTPUT"] for file in (network, target)]
    first, second = (gdal.Open(file).ReadAsArray() for file in maps)
    assert (first != second).mean() < 0.001


def test_a_model_file_is_copied_among_the_models(run: Callable, scene: Any, model: str) -> None:
    before = WORK_FOLDER.value()
    WORK_FOLDER.set_value(str(scene.folder))
    try:
        files = [run("importmodel", {"FILE": model}).outputs["MODEL_FILE"] for _ in range(2)]
    finally:
        WORK_FOLDER.set_value(before)
    assert [Path(file).name for file in files] == ["model.safetensors", "model 2.safetensors"]
    assert read_card(files[1]).name == read_card(model).name


def test_a_classifier_is_not_exported(run: Callable, scene: Any, model: str) -> None:
    target = scene.folder / "m.onnx"
    with pytest.raises(QgsProcessingException, match="Export a network"):
        run("exportonnx", {"MODEL_FILE": model, "OUTPUT": str(target)})
    assert not target.exists()


def test_tiles_come_back_as_labels_to_train_on(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    tiles = {"TILE_PX": 32, "STRIDE_PX": 32, "VALIDATION_SHARE": 0.2, "TEST_SHARE": 0.0}
    exported = run("exporttiles", {**scene.data, **tiles, "FOLDER": str(scene.folder / "tiles")}).outputs
    made = run("importtiles", {"INPUT": exported["FOLDER"], "FOLDER": str(scene.folder / "labels")}).outputs
    assert made["TILES"] == exported["TILES"]
    assert made["CLASSES_READ"] == "gneiss, granite, marble"
    data = {"INPUT": made["TRAIN_IMAGERY"], "LABEL_RASTER": made["TRAIN_LABELS"]}
    trained = run("train", {**data, **quick, "MODEL_FILE": str(scene.folder / "m.safetensors")}).outputs
    assert set(read_card(trained["MODEL_FILE"]).legend.names) == {"gneiss", "granite", "marble"}
