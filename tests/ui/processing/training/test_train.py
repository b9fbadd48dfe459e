"""Training as an algorithm, with the real worker: layers of every kind in, one model file out, or nothing."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.core.model.card_file import read_card
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_worker")]


def test_train_from_files(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    target = scene.folder / "rocks v1.2"
    done = run("train", {**scene.data, **quick, "NAME": "rocks", "MODEL_FILE": str(target)})
    made = Path(done.outputs["MODEL_FILE"])
    assert made.name == "rocks v1.2.safetensors"
    card = read_card(made)
    assert card.name == "rocks"
    assert card.architecture == "maximum_likelihood"
    assert set(card.legend.names) == {"gneiss", "granite", "marble"}
    assert card.bands == ("Red", "Near infrared")
    assert card.recipe["gap_px"] == 2
    assert done.outputs["MIOU"] > 0.8
    assert Path(done.outputs["RUN_FOLDER"]).is_dir()
    assert any("Spatial blocks" in text for text in done.feedback.infos)


def test_selected_polygons_in_memory_and_one_band(
    run: Callable, scene: Any, quick: dict[str, Any], memory_polygons: QgsVectorLayer
) -> None:
    memory_polygons.selectByExpression("kind <> 'marble'")
    source = QgsProcessingFeatureSourceDefinition(memory_polygons.id(), selectedFeaturesOnly=True)
    values = {**scene.data, **quick, "POLYGONS": source, "BANDS": [2], "MODEL_FILE": "TEMPORARY_OUTPUT"}
    card = read_card(run("train", values).outputs["MODEL_FILE"])
    assert set(card.legend.names) == {"gneiss", "granite"}
    assert card.bands == ("Near infrared",)


def test_labelled_area_makes_background(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    values = {**scene.data, **quick, "LABELLED_AREA": scene.area, "MODEL_FILE": "TEMPORARY_OUTPUT"}
    card = read_card(run("train", values).outputs["MODEL_FILE"])
    assert card.legend.names[0] == "background"


def test_corrections_are_labels_too(run: Callable, scene: Any, quick: dict[str, Any], tmp_path: Path) -> None:
    imagery = QgsRasterLayer(scene.data["INPUT"])
    box, side = imagery.extent(), imagery.rasterUnitsPerPixelX()
    session = str(tmp_path / "corrections.gpkg")
    layer = QgsVectorLayer(
        f"Polygon?crs={imagery.crs().authid()}&field=class_id:integer&field=class:string&field=undone:integer",
        "",
        "memory",
    )
    feature = QgsFeature(layer.fields())
    feature.setAttributes([1, "basalt", 0])
    corner = box.xMinimum() + 2 * side, box.yMaximum() - 2 * side
    feature.setGeometry(
        QgsGeometry.fromRect(QgsRectangle(corner[0], corner[1] - 9 * side, corner[0] + 8 * side, corner[1]))
    )
    layer.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "corrections"
    QgsVectorFileWriter.writeAsVectorFormatV2(layer, session, QgsProject.instance().transformContext(), options)
    values = {**scene.data, **quick, "SPLIT": "none", "CORRECTIONS": [session], "MODEL_FILE": "TEMPORARY_OUTPUT"}
    (counts,) = read_card(run("train", values).outputs["MODEL_FILE"]).provenance["label_origins"]
    assert counts["corrected"]["basalt"] == 72


def test_the_message_of_the_core_reaches_the_caller(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    values = {**scene.data, **quick, "EXTENT": "0,10,0,10 [EPSG:32654]", "MODEL_FILE": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="extent"):
        run("train", values)


def test_cancelled_training_leaves_no_model_and_is_resumed(
    run: Callable, scene: Any, tiny_network: dict[str, Any], cancelling: Any
) -> None:
    target = scene.folder / "cancelled.safetensors"
    lasting = {"EPOCHS": 2, "TILES_PER_EPOCH": 600}  # so that it isn't over before it hears of the cancelling
    values = {**scene.data, **tiny_network, **lasting, "MODEL_FILE": str(target)}
    with pytest.raises(QgsProcessingException, match="stopped"):
        run("train", values, cancelling)
    assert not target.exists()
    resumed = run("resume", {"RUN_FOLDER": str(scene.folder / "cancelled.run")})
    assert Path(resumed.outputs["MODEL_FILE"]) == target
    assert read_card(target).architecture_parameters["width"] == 4
    assert any("Epoch 2" in text for text in resumed.feedback.infos)
    assert max(resumed.feedback.progressed) > 50


def test_fine_tuning_takes_architecture_and_recipe_from_the_model(
    run: Callable, scene: Any, network: str, model: str
) -> None:
    target = scene.folder / "finer.safetensors"
    values = {**scene.data, "START_FROM": network, "EPOCHS": 1, "FREEZE": "encoder", "MODEL_FILE": str(target)}
    done = run("finetune", values)
    card, base = read_card(target), read_card(network)
    assert card.architecture_parameters == base.architecture_parameters
    assert card.recipe == {**base.recipe, "epochs": 1}
    assert card.provenance["start_from"] == "network.safetensors"
    assert any("Started from “network.safetensors”; classes new to it: none." in text for text in done.feedback.infos)
    with pytest.raises(QgsProcessingException, match="there is nothing to take over from “model”"):
        run("finetune", {**values, "START_FROM": model, "MODEL_FILE": "TEMPORARY_OUTPUT"})


def test_several_models_make_one_table(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    chosen = {"MODELS": ["maximum_likelihood", "svm"], "GAP_PX": 2, "TILE_PX": 32}
    places = {"FOLDER": str(scene.folder / "models"), "TABLE": str(scene.folder / "t.csv"), "PAGE": "TEMPORARY_OUTPUT"}
    done = run("trainseveral", {**scene.data, **chosen, **places})
    assert done.outputs["TRAINED"] == 2
    rows = list(csv.DictReader(Path(done.outputs["TABLE"]).read_text().splitlines()))
    assert {row["model"] for row in rows} == {"maximum_likelihood", "svm"}
    assert [float(row["miou"]) for row in rows] == sorted((float(row["miou"]) for row in rows), reverse=True)
    assert all(read_card(row["model_file"]).name == row["name"] for row in rows)
    assert "<table>" in Path(done.outputs["PAGE"]).read_text()


def test_points_are_labels_too(run: Callable, scene: Any, quick: dict[str, Any]) -> None:
    points = QgsVectorLayer("Point?crs=EPSG:32654&field=kind:string", "survey", "memory")
    features = []
    for column in range(1, 96, 5):
        for row in range(1, 96, 5):
            feature = QgsFeature(points.fields())
            feature.setAttributes([("granite", "gneiss", "marble")[column // 32]])
            place = QgsPointXY(600_005.0 + 10 * column, 4_739_995.0 - 10 * row)
            feature.setGeometry(QgsGeometry.fromPointXY(place))
            features.append(feature)
    points.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(points)
    values = {**scene.data, **quick, "POLYGONS": points, "GAP_PX": None, "MODEL_FILE": "TEMPORARY_OUTPUT"}
    done = run("train", values)
    card = read_card(done.outputs["MODEL_FILE"])
    assert set(card.legend.names) == {"gneiss", "granite", "marble"}
    assert card.provenance["polygons"] == {}
    assert "as the rest of the scene is to labels" in card.provenance["split"]
    assert not any("Fewer than 400" in text for text in done.feedback.warnings)
    assert done.outputs["MIOU"] > 0.8
