"""Class names and colours are read as the worker and the layer's style have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from outcrop.ui.layers.classes.class_values import class_colours, class_text, in_order
from qgis.core import NULL, QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""), (NULL, ""), (float("nan"), ""), ("  dike ", "dike"), (3, "3"), (3.0, "3"), (2.5, "2.5"),
        (True, "true"), (0, "0"), ("", ""), (QDate(2020, 5, 1), "2020-05-01"), (QDate(), ""),
        (QDateTime(QDate(2020, 5, 1), QTime(12, 30, 5)), "2020-05-01 12:30:05"), (QTime(12, 30, 5), "12:30:05"),
        (["a", QDate(2020, 5, 1)], "a, 2020-05-01"), (QByteArray(b"sand"), "sand"), ("pink\x0bdike", "pink dike"),
        ("Ga\u0308nge", "Gänge"),
    ],
)  # fmt: skip
def test_class_text(value: object, text: str) -> None:
    assert class_text(value) == text


def test_order_is_the_one_that_people_use() -> None:
    assert in_order(["unit 10", "10", "unit 2", "9", "Alluvium", "-1"]) == [
        "-1",
        "9",
        "10",
        "Alluvium",
        "unit 2",
        "unit 10",
    ]


def test_colours_come_from_the_categories_of_that_field(make_polygons: Callable[..., QgsVectorLayer]) -> None:
    layer = make_polygons()
    assert class_colours(layer, "kind") == {}
    symbols = {
        name: QgsFillSymbol.createSimple({"color": colour}) for name, colour in (("dike", "#ff0000"), ("", "#00ff00"))
    }
    snow = QgsRendererCategory(["snow", "ice"], QgsFillSymbol.createSimple({"color": "#0000ff"}), "white")
    categories = [QgsRendererCategory(name, symbol, name) for name, symbol in symbols.items()]
    layer.setRenderer(QgsCategorizedSymbolRenderer("kind", [*categories, snow]))
    assert class_colours(layer, "kind") == {"dike": "#ff0000", "snow": "#0000ff", "ice": "#0000ff"}
    assert class_colours(layer, "note") == {}
