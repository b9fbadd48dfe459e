"""Predictions arrive styled, in a group beside their imagery; the user's layers stay where and as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.core.errors import OutcropError
from outcrop.core.labels.legend import Legend
from outcrop.ui.dock.data.validation_map import add_parts
from outcrop.ui.layers.classes.class_style import style_by_class
from outcrop.ui.layers.predictions import PredictionLayers, add_prediction
from qgis.core import QgsLayerTreeGroup, QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer, QgsVectorLayer

LEGEND = Legend.from_names(["background", "dike", "snow"], {"dike": "#d1495b"})


@pytest.fixture
def project() -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def imagery(make_imagery: Callable[..., QgsRasterLayer], project: QgsProject) -> QgsRasterLayer:
    layer = make_imagery()
    project.addMapLayer(layer)
    return layer


def add(
    project: QgsProject, imagery_id: str, raster: str, model: str = "Improved U-Net · 20 Nov 14:32"
) -> QgsRasterLayer:
    place = PredictionLayers(imagery_id, "atsuma_rgb", model, "m.safetensors")
    return add_prediction(project, place, Path(raster), LEGEND, ("background",))


def names(group: QgsLayerTreeGroup) -> list[str]:
    return [child.name() for child in group.children()]


def test_style_is_the_legend(project: QgsProject, imagery: QgsRasterLayer) -> None:
    renderer = add(project, imagery.id(), imagery.source()).renderer()
    assert isinstance(renderer, QgsPalettedRasterRenderer)
    drawn = [(entry.value, entry.label, entry.color.name(), entry.color.alpha()) for entry in renderer.classes()]
    assert drawn[0][1:] == ("background", LEGEND.classes[0].colour, 0)
    assert drawn[1] == (2, "dike", "#d1495b", 255)
    assert drawn[2][3] == 255


def test_group_stands_above_its_imagery_and_moves_nothing(
    project: QgsProject, make_imagery: Callable[..., QgsRasterLayer], make_polygons: Callable[..., QgsVectorLayer]
) -> None:
    folder = project.layerTreeRoot().addGroup("My data")
    imagery, polygons = make_imagery(), make_polygons()
    for layer in (polygons, imagery):
        project.addMapLayer(layer, False)
        folder.addLayer(layer)
    add(project, imagery.id(), imagery.source())
    assert names(project.layerTreeRoot()) == ["My data"]
    assert names(folder) == ["Outcrop · atsuma_rgb", "training_2026", "atsuma_rgb"]


def test_map_is_seen_whatever_lies_over_the_imagery(
    project: QgsProject, make_imagery: Callable[..., QgsRasterLayer], make_polygons: Callable[..., QgsVectorLayer]
) -> None:
    root = project.layerTreeRoot()
    imagery, outlines, hidden, opaque = make_imagery(), *(make_polygons(name=name) for name in "abc")
    style_by_class(outlines, "kind", {"dike": "#aa0000"})
    for layer in (hidden, outlines, opaque):
        project.addMapLayer(layer, False)
        root.addLayer(layer)
    root.findLayer(hidden).setItemVisibilityChecked(False)
    data = root.addGroup("data")
    project.addMapLayer(imagery, False)
    data.addLayer(imagery)
    add(project, imagery.id(), imagery.source())
    assert names(root) == ["b", "a", "Outcrop · atsuma_rgb", "c", "data"]
    assert add_parts(project, imagery.id(), Path(imagery.source())).name() == "training and validation"
    assert names(root)[:3] == ["b", "training and validation", "a"]


def test_newer_predictions_come_above_older_ones(project: QgsProject, imagery: QgsRasterLayer) -> None:
    add(project, imagery.id(), imagery.source(), "random forest")
    add(project, imagery.id(), imagery.source(), "U-Net")
    root = project.layerTreeRoot()
    assert names(root) == ["Outcrop · atsuma_rgb", "atsuma_rgb"]
    group = root.findGroup("Outcrop · atsuma_rgb")
    assert names(group) == ["U-Net", "random forest"]
    assert names(group.children()[0]) == ["atsuma_rgb · U-Net"]
    assert group.isExpanded()


def test_group_is_found_again_after_it_was_renamed(project: QgsProject, imagery: QgsRasterLayer) -> None:
    add(project, imagery.id(), imagery.source())
    project.layerTreeRoot().findGroup("Outcrop · atsuma_rgb").setName("Mine")
    add(project, imagery.id(), imagery.source())
    assert names(project.layerTreeRoot()) == ["Mine", "atsuma_rgb"]


def test_imagery_that_has_gone_does_not_stop_it(project: QgsProject, imagery: QgsRasterLayer) -> None:
    source, gone = imagery.source(), imagery.id()
    project.removeMapLayer(gone)
    add(project, gone, source)
    assert names(project.layerTreeRoot()) == ["Outcrop · atsuma_rgb"]


def test_further_rasters_stand_below_switched_off(
    project: QgsProject, imagery: QgsRasterLayer, make_imagery: Callable[..., QgsRasterLayer]
) -> None:
    uncertainty = make_imagery("p_uncertainty", bands=("uncertainty",))
    style = QgsRasterLayer(uncertainty.source(), "x")
    style.setOpacity(0.25)
    style.saveNamedStyle(str(Path(uncertainty.source()).with_suffix(".qml")))
    place = PredictionLayers(imagery.id(), "atsuma_rgb", "U-Net", "m.safetensors")
    others = {"uncertainty": Path(uncertainty.source())}
    add_prediction(project, place, Path(imagery.source()), LEGEND, (), others)
    group = project.layerTreeRoot().findGroup("U-Net")
    assert names(group) == ["atsuma_rgb · U-Net", "atsuma_rgb · U-Net · uncertainty"]
    assert [node.itemVisibilityChecked() for node in group.children()] == [True, False]
    assert group.children()[1].layer().opacity() == 0.25


def test_failure_leaves_the_project_as_it_was(project: QgsProject, imagery: QgsRasterLayer, tmp_path: Path) -> None:
    place = PredictionLayers(imagery.id(), "atsuma_rgb", "U-Net", "m.safetensors")
    with pytest.raises(OutcropError):
        add_prediction(project, place, Path(imagery.source()), LEGEND, (), {"uncertainty": tmp_path / "gone.tif"})
    assert names(project.layerTreeRoot()) == ["atsuma_rgb"]
    assert len(project.mapLayers()) == 1


def test_raster_that_is_not_there_is_told(project: QgsProject, imagery: QgsRasterLayer, tmp_path: Path) -> None:
    with pytest.raises(OutcropError, match="can't be loaded"):
        add(project, imagery.id(), str(tmp_path / "gone.tif"))
