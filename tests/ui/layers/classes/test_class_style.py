"""Label layers are drawn by class, barely filled, and what somebody else has styled stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from outcrop.ui.layers.classes.class_style import (
    add_classes,
    class_value,
    drawn_classes,
    is_by_class,
    is_covering,
    is_unstyled,
    make_ours,
    recolour,
    style_by_class,
)
from outcrop.ui.layers.classes.class_values import class_colours
from outcrop.ui.projects.training_layer import make_training_layer
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFillSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

Vectors = Callable[..., QgsVectorLayer]


def test_style_is_by_class_and_shows_what_lies_below(make_polygons: Vectors) -> None:
    layer = make_polygons()
    assert is_unstyled(layer)
    assert is_covering(layer)
    style_by_class(layer, "kind", {"dike": "#aa0000", "snow": "#0000aa"})
    assert is_by_class(layer, "kind")
    assert class_colours(layer, "kind") == {"dike": "#aa0000", "snow": "#0000aa"}
    assert not is_covering(layer)


def test_what_was_drawn_before_is_one_click_away(make_polygons: Vectors) -> None:
    layer = make_polygons()
    style_by_class(layer, "kind", {"dike": "#aa0000"})
    layer.styleManager().setCurrentStyle("default")
    assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)


@pytest.mark.parametrize("look", [{"color": "red", "outline_color": "red"}, {"style": "no"}])
def test_what_somebody_styled_is_known(make_polygons: Vectors, look: dict[str, str]) -> None:
    layer = make_polygons()
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(look)))
    assert not is_unstyled(layer)
    assert is_covering(layer) == ("color" in look)


def test_further_class_leaves_the_others(make_polygons: Vectors) -> None:
    layer = make_polygons()
    own = QgsFillSymbol.createSimple({"color": "10,20,30", "outline_color": "black", "outline_width": "2"})
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", [QgsRendererCategory("snow", own, "Schnee")]))
    assert add_classes(layer, "kind", {"snow": "#ffffff", "dike": "#aa0000"})
    assert not add_classes(layer, "kind", {"dike": "#bb0000"})
    assert class_colours(layer, "kind") == {"snow": "#0a141e", "dike": "#aa0000"}
    assert layer.renderer().categories()[0].label() == "Schnee"
    assert recolour(layer, "snow", "#00ff00")
    categories = layer.renderer().categories()
    symbol = categories[0].symbol()
    assert symbol.color().name() == "#00ff00"
    assert symbol.symbolLayer(0).strokeColor().name() == "#000000"
    assert not recolour(layer, "scree", "#00ff00")


def test_style_travels_in_the_file(tmp_path: Path) -> None:
    layer = make_training_layer(
        tmp_path / "labels.gpkg", QgsCoordinateReferenceSystem("EPSG:32654"), QgsProject.instance()
    )
    add_classes(layer, "kind", {"dike": "#aa0000"})
    recolour(layer, "dike", "#0000aa")
    assert layer.isEditable()
    again = QgsVectorLayer(layer.source(), "again", "ogr")
    assert class_colours(again, "kind") == {"dike": "#0000aa"}
    add_classes(again, "kind", {"snow": "#00aa00"})
    assert drawn_classes(QgsVectorLayer(layer.source(), "third", "ogr")) == ["dike", "snow"]


def test_nothing_is_written_into_a_file_that_is_not_ours(tmp_path: Path, make_polygons: Vectors) -> None:
    ours = make_training_layer(
        tmp_path / "ours.gpkg", QgsCoordinateReferenceSystem("EPSG:32654"), QgsProject.instance()
    )
    ours.rollBack()
    theirs = tmp_path / "theirs.gpkg"
    theirs.write_bytes((tmp_path / "ours.gpkg").read_bytes())
    layer = QgsVectorLayer(f"{theirs}|layername=ours", "theirs", "ogr")
    style_by_class(layer, "kind", {"dike": "#aa0000"})
    assert "dike" not in drawn_classes(QgsVectorLayer(layer.source(), "again", "ogr"))


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        ("integer", "3", 3), ("integer", "3.5", None), ("integer", "rock", None), ("double", "3", 3),
        ("string(3)", "dike", None), ("string(9)", "dike", "dike"), ("string", "岩脉", "岩脉"),
    ],
)  # fmt: skip
def test_a_class_is_written_as_its_field_holds_it(kind: str, name: str, value: object) -> None:
    layer = QgsVectorLayer(f"Polygon?crs=EPSG:32654&field=code:{kind}", "codes", "memory")
    assert class_value(layer, "code", name) == value


def test_layer_in_memory_can_be_ours(make_polygons: Vectors) -> None:
    layer = make_polygons()
    make_ours(layer)
    style_by_class(layer, "kind", {"dike": "#aa0000"})
    assert layer.styleManager().styles() == ["default"]


def test_polygons_are_still_read_after_the_style_was_kept(make_polygons: Vectors, tmp_path: Path) -> None:
    file, options = tmp_path / "training.gpkg", QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(make_polygons(), str(file), QgsCoordinateTransformContext(), options)
    with sqlite3.connect(file) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    layer = QgsVectorLayer(str(file), "training", "ogr")
    assert len(list(layer.getFeatures())) == 3
    make_ours(layer)
    style_by_class(layer, "kind", {"dike": "#aa0000"})
    assert len(list(layer.getFeatures())) == 3
    assert recolour(layer, "dike", "#00aa00")
    assert len(list(layer.getFeatures())) == 3
