"""The demo's project opens with imagery, polygons and prediction, in the legend's colours."""

from __future__ import annotations

import json
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path

from outcrop.ui.projects.demo_project import make_project
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorFileWriter, QgsVectorLayer

STUB = runpy.run_path(str(Path(__file__).parents[1] / "stub_worker.py"))


def test_project_opens_after_the_folder_was_moved(
    make_imagery: Callable[..., QgsRasterLayer], make_polygons: Callable[..., QgsVectorLayer], tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in ("image", "prediction"):
        shutil.copy(make_imagery(name).source(), folder / f"{name}.tif")
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), str(folder / "training.gpkg"), context, options)
    STUB["write_model"](str(folder / "m.safetensors"), {"name": "U-Net", "recipe": {"model": "unet"}})
    facts = {
        "image": str(folder / "image.tif"), "labels": str(folder / "training.gpkg"), "class_field": "kind",
        "model": str(folder / "m.safetensors"), "prediction": str(folder / "prediction.tif"),
    }  # fmt: skip
    (folder / "data.json").write_text(json.dumps(facts))
    made = make_project(folder)
    moved = folder.rename(tmp_path / "elsewhere")
    project = QgsProject()
    assert project.read(str(moved / made.name))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert set(layers) == {"image · U-Net", "image", "training polygons"}
    assert all(layer.isValid() for layer in layers.values())
    colours = {entry.value(): entry.symbol().color() for entry in layers["training polygons"].renderer().categories()}
    assert colours["dike"].name() == "#d1495b"
    assert 0 < colours["dike"].alpha() < 255
    assert [entry.label for entry in layers["image · U-Net"].renderer().classes()] == ["background", "dike", "snow"]
