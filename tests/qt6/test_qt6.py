"""The interface under PyQt6, as QGIS 4 loads it: every module is imported, every window is built, shown and painted.

Run by `make test-qt6` in an environment that has PyQt6 and no QGIS; `stand_ins` tells what stands for QGIS's classes.
"""

from __future__ import annotations

import ast
import collections.abc
import enum
import importlib
import inspect
import json
import os
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from stand_ins import Answer, install

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
WITH_QGIS = os.environ.get("OUTCROP_QGIS_PYTHON", "/usr/bin/python3")
SAID = subprocess.run([WITH_QGIS, str(ROOT / "tests/qt6/api.py")], capture_output=True, text=True, check=True).stdout
WORLD = install(json.loads(SAID.splitlines()[-1]))

from PyQt6.QtWidgets import QApplication, QWidget  # noqa: E402  (behind the stand-ins)

APPLICATION = QApplication([])
MODULES = [
    ".".join(("outcrop", *path.relative_to(ROOT).with_suffix("").parts))
    for path in (ROOT / "plugin.py", *sorted((ROOT / "ui").rglob("*.py")))
    if path.name != "__init__.py"
]


def windows() -> dict[str, type]:
    """Give every class of the interface that is a widget, by its name."""
    found = {}
    for name in MODULES:
        try:
            kinds = vars(importlib.import_module(name)).values()
        except Exception:  # noqa: BLE001, S112  (told by the test of that module)
            continue
        found.update({kind.__name__: kind for kind in kinds
                      if isinstance(kind, type) and issubclass(kind, QWidget) and kind.__module__ == name})  # fmt: skip
    return found


def value(hint: Any) -> Any:
    """Give a value that an annotation asks for: nothing where it may be none, empty where it may be empty."""
    origin, of = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        return None if type(None) in of else value(of[0])
    if origin is collections.abc.Callable:
        return Answer()
    if origin is not None:
        return {} if issubclass(origin, collections.abc.Mapping) else origin() if origin in {list, set} else ()
    if hint in PLAIN:
        return PLAIN[hint]
    if not isinstance(hint, type):
        return None
    if issubclass(hint, enum.Enum):
        return next(iter(hint))
    return built(hint)


PLAIN: dict[Any, Any] = {
    str: "a text",
    int: 1,
    float: 1.0,
    bool: True,
    Path: ROOT / "nowhere" / "a file.tif",
    QWidget: None,
}


def built(kind: type) -> Any:
    """Make one of a class, with what its constructor asks for and nothing that it doesn't."""
    if not kind.__module__.startswith("outcrop."):
        return kind()
    hints = typing.get_type_hints(kind.__init__)
    asked = list(inspect.signature(kind.__init__).parameters.values())[1:]
    given = {
        one.name: value(hints.get(one.name))
        for one in asked
        if one.default is one.empty and one.kind == one.POSITIONAL_OR_KEYWORD
    }
    return kind(**given)


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Gather what goes wrong inside Qt's calls, which would otherwise end the process."""
    seen: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, fault, _trace: seen.append(f"{kind.__name__}: {fault}"))
    monkeypatch.setattr("outcrop.ui.memory.memory.memory_file", lambda: tmp_path / "memory.json")
    return seen


@pytest.mark.parametrize("name", MODULES)
def test_every_module_is_imported(name: str) -> None:
    assert importlib.import_module(name).__name__ == name


def lacking(source: str) -> list[str]:
    """Give what a source asks of classes of Qt and QGIS that they don't have here: "Qt.AlignLeft"."""
    tree, known = ast.parse(source), {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.") and not node.level:
            module = importlib.import_module(str(node.module))
            known.update({entry.asname or entry.name: getattr(module, entry.name) for entry in node.names})
    asked = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)]
    return sorted({text for node in asked if not _has(known, text := ast.unparse(node))})


def _has(known: dict[str, Any], text: str) -> bool:
    first, *rest = text.split(".")
    thing = known.get(first)
    if not isinstance(thing, type) or not text.replace(".", "").isidentifier():
        return True  # no class of Qt or QGIS
    for name in rest:
        thing = getattr(thing, name, None)
        if thing is None:
            return False
        if not isinstance(thing, type):
            return True
    return True


@pytest.mark.parametrize("name", MODULES)
def test_what_modules_ask_of_qt_6_is_there(name: str) -> None:
    source = Path(str(importlib.import_module(name).__file__)).read_text(encoding="utf-8")
    assert lacking(source) == []


@pytest.mark.parametrize("name", sorted(windows()))
def test_every_window_is_built_and_painted(name: str, faults: list[str]) -> None:
    window = built(windows()[name])
    window.show()
    APPLICATION.processEvents()
    window.grab()
    window.close()
    assert faults == []


def test_what_qt_6_and_qgis_lack_is_missed() -> None:
    core = importlib.import_module("qgis.PyQt.QtCore")
    boxes = importlib.import_module("qgis.gui")

    assert not hasattr(core.Qt, "AlignLeft")
    assert not hasattr(importlib.import_module("qgis.PyQt.QtWidgets"), "QAction")
    assert lacking("from qgis.PyQt.QtCore import Qt\na = Qt.AlignLeft, Qt.AlignmentFlag.AlignLeft") == ["Qt.AlignLeft"]
    box = boxes.QgsMapLayerComboBox()
    assert isinstance(box, QWidget)
    assert not hasattr(box, "setNoSuchThing")
    with pytest.raises(AttributeError, match="has no QgsNoSuchClass"):
        boxes.QgsNoSuchClass  # noqa: B018  (asking is what fails)


def test_what_fails_inside_qt_is_seen(faults: list[str]) -> None:
    class Window(QWidget):
        def paintEvent(self, _event: object) -> None:
            raise LookupError("nothing to paint")

    window = Window()
    window.show()
    window.grab()
    assert "LookupError: nothing to paint" in faults
