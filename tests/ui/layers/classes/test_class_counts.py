"""Polygons are counted per class, over the imagery, in whatever coordinate systems."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.layers.classes.class_counts import ClassCounter, Counts
from outcrop.ui.layers.imagery import read_imagery
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

Rasters, Vectors = Callable[..., QgsRasterLayer], Callable[..., QgsVectorLayer]


def count(imagery: QgsRasterLayer, polygons: QgsVectorLayer, **options: bool) -> Counts:
    return ClassCounter(polygons, "kind", read_imagery(imagery), **options).count()


@pytest.mark.parametrize("crs", ["EPSG:32654", "EPSG:4326", "EPSG:3857"])
def test_pixels_and_areas(make_imagery: Rasters, make_polygons: Vectors, crs: str) -> None:
    counts = count(make_imagery(), make_polygons(crs=crs))
    assert [(entry.name, entry.polygons) for entry in counts.classes] == [("dike", 2), ("snow", 1)]
    assert [entry.pixels for entry in counts.classes] == pytest.approx([244, 400], rel=0.01)
    assert [entry.square_metres for entry in counts.classes] == pytest.approx([24_400, 40_000], rel=0.01)
    assert (counts.polygons, counts.outside, counts.unnamed, counts.invalid) == (3, 0, 0, 0)


def test_what_lies_outside_is_counted_apart(make_imagery: Rasters, make_polygons: Vectors) -> None:
    counts = count(make_imagery(), make_polygons((("dike", 75, 10, 10), ("snow", 500, 10, 10))))
    assert [(entry.name, round(entry.pixels)) for entry in counts.classes] == [("dike", 50)]
    assert counts.outside == 1
    assert counts.outside_box.xMinimum() == pytest.approx(605_000)


def test_polygons_without_class_are_counted_apart(make_imagery: Rasters, make_polygons: Vectors) -> None:
    counts = count(make_imagery(), make_polygons((("", 5, 5, 10), ("snow", 30, 10, 10))))
    assert [entry.name for entry in counts.classes] == ["snow"]
    assert counts.unnamed == 1


def test_polygon_that_crosses_itself_is_counted_and_told(make_imagery: Rasters, make_polygons: Vectors) -> None:
    layer = make_polygons(())
    feature = QgsFeature(layer.fields())
    feature["kind"] = "dike"
    x, y = 600_100, 4_739_800
    feature.setGeometry(
        QgsGeometry.fromWkt(f"MultiPolygon((({x} {y}, {x + 100} {y + 100}, {x + 100} {y}, {x} {y + 100}, {x} {y})))")
    )
    layer.dataProvider().addFeature(feature)
    counts = count(make_imagery(), layer)
    assert counts.invalid == 1
    assert counts.classes[0].pixels == pytest.approx(50, rel=0.01)


def test_only_selected(make_imagery: Rasters, make_polygons: Vectors) -> None:
    layer = make_polygons()
    layer.selectByExpression("kind = 'snow'")
    assert [entry.name for entry in count(make_imagery(), layer, only_selected=True).classes] == ["snow"]


def test_counting_stops_when_told(make_imagery: Rasters, make_polygons: Vectors) -> None:
    counter = ClassCounter(make_polygons(), "kind", read_imagery(make_imagery()))
    assert counter.count(lambda: True).polygons == 0


def test_layer_may_go_before_it_is_counted(make_imagery: Rasters, make_polygons: Vectors) -> None:
    layer = make_polygons()
    counter = ClassCounter(layer, "kind", read_imagery(make_imagery()))
    del layer
    assert counter.count().polygons == 3
