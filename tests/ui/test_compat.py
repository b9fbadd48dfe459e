"""Names that differ between versions: both ways by stand-ins; the sources are free of older ones and of bare enums."""

from __future__ import annotations

import ast
import enum
import importlib
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from outcrop.ui.compat import TEXT, TRUTH, WHOLE_NUMBER, emptied, faces, field_type, first_of, is_type, moved
from qgis.core import QgsField, QgsGeometry, QgsRectangle

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [ROOT / "plugin.py", *sorted((ROOT / "ui").rglob("*.py"))]
OLDER = {
    "setMinimal", "exec_", "QVariant.Type", "QVariant.String", "QVariant.Int", "QVariant.Double", "QVariant.Bool",
    "QgsWkbTypes.GeometryType", "QgsWkbTypes.Type", "QgsMapLayerProxyModel.Filter", "QgsMapLayerType.RasterLayer",
    "QgsUnitTypes.DistanceUnit", "QgsProcessing.SourceType",
}  # fmt: skip
"""What only `compat` may say."""
MOVED = {"QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoStack", "QFileSystemModel"}
"""Classes that Qt 6 has in QtGui."""


def named(**values: Any) -> Any:
    return SimpleNamespace(__name__="qgis.core", **values)


def test_the_newer_name_wins_and_the_older_one_is_the_way_back() -> None:
    older = SimpleNamespace(GeometryType=SimpleNamespace(PolygonGeometry="old"))
    newer = SimpleNamespace(GeometryType=SimpleNamespace(Polygon="new"))
    names = ("Qgis.GeometryType.Polygon", "QgsWkbTypes.GeometryType.PolygonGeometry")

    assert first_of(named(QgsWkbTypes=older, Qgis=SimpleNamespace()), *names) == "old"
    assert first_of(named(QgsWkbTypes=older, Qgis=newer), *names) == "new"
    assert first_of(named(Qgis=newer), *names) == "new"
    with pytest.raises(AttributeError, match=r"Qgis\.GeometryType\.Polygon, QgsWkbTypes"):
        first_of(named(Qgis=SimpleNamespace()), *names)


def test_a_class_that_qt_6_has_moved_is_found_on_either_side() -> None:
    old, new = SimpleNamespace(QAction="old"), SimpleNamespace(QAction="new")

    assert moved("QAction", SimpleNamespace(), old) == "old"
    assert moved("QAction", new, SimpleNamespace()) == "new"
    assert moved("QAction", new, old) == "new"


def test_field_types_come_from_either_class() -> None:
    qt5 = SimpleNamespace(QVariant=SimpleNamespace(Type=SimpleNamespace(String=10)), QMetaType=SimpleNamespace())
    qt6 = SimpleNamespace(
        QVariant=SimpleNamespace(), QMetaType=SimpleNamespace(Type=SimpleNamespace(QString=SimpleNamespace(value=10)))
    )
    fields = [SimpleNamespace(type=lambda kind=kind: kind) for kind in (10, SimpleNamespace(value=10), 2)]

    for module in (qt5, qt6):
        kind = field_type(module, "QString", "String")
        assert [is_type(field, kind) for field in fields] == [True, True, False]


def test_fields_of_this_qgis_have_the_types() -> None:
    assert [is_type(QgsField("n", kind), kind) for kind in (TEXT, WHOLE_NUMBER, TRUTH)] == [True] * 3
    assert not is_type(QgsField("n", TEXT), TRUTH)


def test_a_rectangle_is_emptied_either_way() -> None:
    called: list[str] = []
    emptied(SimpleNamespace(setNull=lambda: called.append("null"), setMinimal=lambda: called.append("minimal")))
    emptied(SimpleNamespace(setMinimal=lambda: called.append("minimal")))
    assert called == ["null", "minimal"]
    box = emptied(QgsRectangle(1, 2, 3, 4))
    box.combineExtentWith(QgsRectangle(5, 5, 6, 6))
    assert box == QgsRectangle(5, 5, 6, 6)


def test_faces_of_a_surface_are_polygons_either_way() -> None:
    flat = QgsGeometry.fromWkt("MultiPolygon (((0 0, 1 0, 1 1, 0 0)))")
    surface = SimpleNamespace(constGet=lambda: SimpleNamespace(toMultiPolygon=lambda: flat.constGet().clone()))

    assert faces(surface).asWkt() == flat.asWkt()  # type: ignore[arg-type]
    text = "TIN Z (((0 0 0, 1 0 0, 1 1 5, 0 0 0)))"
    silent = SimpleNamespace(geometryType=lambda: "TIN", asWkt=lambda _digits: text)
    assert faces(SimpleNamespace(constGet=lambda: silent)).area() == 0.5  # type: ignore[arg-type]
    assert faces(flat) is flat


def older_names(source: str) -> list[str]:
    """Give what stands in a source that newer versions lack."""
    attributes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    said = {node.attr for node in attributes} | {ast.unparse(node) for node in attributes}
    return sorted(said & OLDER)


def moved_classes(source: str) -> list[str]:
    """Give the classes that a source takes from where Qt 6 has them no more."""
    imports = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)]
    names = {entry.name for node in imports if node.module == "qgis.PyQt.QtWidgets" for entry in node.names}
    return sorted(names & MOVED)


def bare_enums(source: str) -> list[str]:
    """Give the values of enumerations that are named without their enumeration, which Qt 6 doesn't know."""
    tree = ast.parse(source)
    known: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "qgis" and not node.level:
            module: ModuleType = importlib.import_module(node.module)
            known.update({entry.asname or entry.name: getattr(module, entry.name, None) for entry in node.names})
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
            continue
        owner = known.get(node.value.id)
        value = getattr(owner, node.attr, None) if isinstance(owner, type) else None
        if isinstance(value, (int, enum.Enum)) and type(value) not in (int, bool):
            found.append(ast.unparse(node))
    return found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sources_are_ready_for_qt_6(path: Path) -> None:
    source = path.read_text(encoding="utf-8")

    assert bare_enums(source) == []
    assert moved_classes(source) == []
    if path.name != "compat.py":
        assert older_names(source) == []


def test_what_qt_6_lacks_is_found() -> None:
    source = "from qgis.PyQt.QtCore import Qt\nfrom qgis.PyQt.QtWidgets import QFrame\n"
    source += "a = Qt.AlignLeft\nb = Qt.AlignmentFlag.AlignLeft\nc = QFrame.HLine\nd = QFrame.Shape.HLine\n"
    source += "dialog.exec_()\nbox.setMinimal()\nQVariant.Type.Int\n"

    assert bare_enums(source) == ["Qt.AlignLeft", "QFrame.HLine"]
    assert moved_classes("from qgis.PyQt.QtWidgets import QAction, QLabel") == ["QAction"]
    assert older_names(source) == ["QVariant.Type", "exec_", "setMinimal"]
