"""The class field is guessed by names and values: never a number of features, a measure or a free text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outcrop.ui.layers.classes.class_field import likely_field
from qgis.core import QgsFeature, QgsProject, QgsVectorFileWriter, QgsVectorLayer

LITHOLOGY = ("granite", "gneiss", "marble")


@pytest.fixture
def layer() -> Callable[..., QgsVectorLayer]:
    def make(rows: list[tuple[Any, ...]], *fields: str) -> QgsVectorLayer:
        made = QgsVectorLayer("Polygon?crs=EPSG:32654" + "".join(f"&field={field}" for field in fields), "a", "memory")
        features = []
        for row in rows:
            feature = QgsFeature(made.fields())
            feature.setAttributes(list(row))
            features.append(feature)
        made.dataProvider().addFeatures(features)
        return made

    return make


@pytest.mark.parametrize(
    ("rows", "fields", "likely"),
    [
        ([(n, LITHOLOGY[n % 3]) for n in range(9)], ("fid:integer", "unit:string"), "unit"),
        ([(f"polygon {n}", LITHOLOGY[n % 3]) for n in range(9)], ("name:string", "rock:string"), "rock"),
        ([("area", n % 4) for n in range(9)], ("type:string", "code:integer"), "code"),
        ([("a", n % 2) for n in range(9)], ("kind:string", "code:integer"), "kind"),
        ([("a", str(n % 2)) for n in range(9)], ("type:string", "LITH:string"), "LITH"),
        ([(n, n / 7) for n in range(810)], ("number:integer", "size:double"), ""),
        ([(f"remark {n}", n % 5) for n in range(810)], ("class:string", "group:integer"), "group"),
        ([], ("id:integer", "note:string", "kind:string"), "kind"),
        ([("dike", ""), ("dike", "")], ("kind:string", "note:string"), "kind"),
        ([("a", 1), ("b", 2), ("c", 3)], ("unit:string", "id:integer"), "unit"),
        ([(n, f"c{n}", f"unit {n}") for n in range(6)], ("class_id:integer", "code:string", "unit:string"), "code"),
        ([(f"ST-{n}", LITHOLOGY[n % 3]) for n in range(9)], ("name:string", "rock:string"), "rock"),
        ([(f"ST-{n}",) for n in range(20)], ("station:string",), ""),
    ],
)
def test_guess(layer: Callable[..., QgsVectorLayer], rows: list, fields: tuple, likely: str) -> None:
    assert likely_field(layer(rows, *fields)) == likely


def test_primary_key_of_a_file_is_never_guessed(layer: Callable[..., QgsVectorLayer], tmp_path: Path) -> None:
    made, options = layer([(n / 3,) for n in range(20)], "share:double"), QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, str(tmp_path / "a.gpkg"), context, options)
    assert likely_field(QgsVectorLayer(str(tmp_path / "a.gpkg"), "a", "ogr")) == ""
