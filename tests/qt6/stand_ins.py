"""QGIS's modules as QGIS 4 has them, on PyQt6: Qt is real, QGIS's own classes are stand-ins.

A stand-in has the members of the class of this machine's QGIS and no others, and is made from the same class of Qt, so
that what Qt 6 lacks is missed here as it would be there. Its methods give an empty value of the type that they name.
"""

from __future__ import annotations

import enum
import importlib
import sys
from types import ModuleType
from typing import Any, Callable

from PyQt6 import QtCore, QtGui, QtNetwork, QtSvg, QtWidgets, QtXml, sip

_QT = (QtCore, QtGui, QtWidgets, QtNetwork, QtXml, QtSvg)
_NUMBERS: dict[str, Any] = {"str": "", "int": 0, "float": 0.0, "bool": False, "bytes": b""}


class Answer:
    """What stands for a value of which nothing is known: empty, and whatever is asked of it is so again."""

    def __call__(self, *_arguments: Any, **_named: Any) -> Answer:
        return Answer()

    def __getattr__(self, name: str) -> Answer:
        if name.startswith("__"):
            raise AttributeError(name)
        return Answer()

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __iter__(self) -> Any:
        return iter(())

    def __int__(self) -> int:
        return 0

    __index__ = __int__

    def __float__(self) -> float:
        return 0.0

    def __or__(self, _other: object) -> Answer:
        return Answer()

    def __mro_entries__(self, _bases: object) -> tuple[type, ...]:
        return (object,)

    __ror__ = __and__ = __add__ = __or__


class Signal:
    """A signal of a stand-in: it takes and forgets its listeners."""

    def connect(self, *_arguments: Any) -> None:
        """Take a listener."""

    disconnect = emit = __call__ = connect

    def __getitem__(self, _kinds: object) -> Signal:
        return self


class Method:
    """A method of a stand-in, of its class too: it gives an empty value of its type."""

    def __init__(self, world: World, kind: str) -> None:
        self._world, self._kind = world, kind

    def __call__(self, *_arguments: Any, **_named: Any) -> Any:
        return self._world.empty(self._kind)


class World:
    """The stand-ins of one QGIS, made when they are asked for."""

    def __init__(self, api: dict[str, dict[str, Any]]) -> None:
        self.api = {name: entry for module in api.values() for name, entry in module.items()}
        self.modules = {module: set(kinds) for module, kinds in api.items()}
        self.made: dict[str, type] = {}

    def kind(self, name: str) -> type:
        """Give the stand-in of a class."""
        if name not in self.made:
            entry = self.api[name]
            if "values" in entry:
                return self.made.setdefault(name, enum.IntFlag(name, entry["values"]))
            mixed_in = [base for base in entry["bases"] if base in self.api and not self.api[base]["qt"]]
            wanted = next((base for base in entry["bases"] if not entry["qt"] or base not in mixed_in), None)
            base = object if wanted is None else self._base(wanted, entry["qt"])
            self.made[name] = type(base)(name, (base,), self._members(name, entry, base))
        return self.made[name]

    def _base(self, name: str, module: str) -> type:
        """Give the class, a stand-in or Qt's own, that a stand-in is made from."""
        return self.kind(name) if name in self.api else getattr(importlib.import_module(f"PyQt6.{module}"), name)

    def empty(self, kind: str) -> Any:
        """Give an empty value of a type by its name."""
        if kind.startswith(("Optional[", "Union[")):
            kind = kind.partition("[")[2].partition(",")[0].rstrip("]").strip("'\"")
        if kind in _NUMBERS:
            return _NUMBERS[kind]
        if kind.startswith("Tuple["):
            return tuple(self.empty(part.strip()) for part in kind[6:-1].split(","))
        if kind.startswith(("List", "Set", "Iterable", "QVector")):
            return []
        if kind.startswith(("Dict", "QMap")):
            return {}
        if kind in ("None", "object", "Any"):
            return None
        name = kind.split(".")[-1]
        for module in _QT:
            if hasattr(module, name):
                return _made(getattr(module, name))
        if name in self.api:
            return _made(self.kind(name))
        return Answer() if kind else None

    def _members(self, name: str, entry: dict[str, Any], base: type) -> dict[str, Any]:
        methods = {called: gives for called, gives in entry["methods"].items() if not hasattr(base, called)}
        members: dict[str, Any] = {called: Method(self, gives) for called, gives in methods.items()}
        members.update(entry["constants"])
        members.update({called: Signal() for called in entry["signals"]})
        members.update({called: Answer() for called in entry["classes"]})
        for called, values in entry["enums"].items():
            if values:
                members[called] = enum.IntFlag(called, values, module=name, qualname=f"{name}.{called}")
        members.update(_PARTICULAR.get(name, {}))
        members["__init__"] = _initial(base)
        if entry["bases"] == []:
            members["__hash__"] = object.__hash__
        return members


def _made(kind: type) -> Any:
    """Make one without arguments, where that can be done."""
    try:
        return kind()
    except TypeError:
        return Answer()


def _initial(base: type) -> Callable[..., None]:
    """Give a constructor that hands on what the class of Qt takes, and forgets what only QGIS's class would."""

    def initial(self: Any, *arguments: Any, **named: Any) -> None:
        if base is object:
            return
        parents = [value for value in arguments if isinstance(value, QtCore.QObject)]
        for given in (arguments, tuple(parents), ()):
            try:
                base.__init__(self, *given)  # type: ignore[misc]
            except TypeError:
                continue
            return
        raise TypeError(f"{base.__name__} can't be made of {arguments}, {named}")

    return initial


def _default(_settings: Any, _key: str, default: Any = None, *_further: Any, **_named: Any) -> Any:
    """Answer for settings that know nothing: every question gets its own default."""
    return default


def _nothing(*_arguments: Any, **_named: Any) -> dict[str, Any]:
    """Give a dictionary without anything in it."""
    return {}


_PARTICULAR: dict[str, dict[str, Any]] = {"QgsSettings": {"value": _default}, "QgsProject": {"mapLayers": _nothing}}
"""Methods that don't tell what they give."""


def install(api: dict[str, dict[str, Any]]) -> World:
    """Put the stand-ins in place of QGIS's modules."""
    world = World(api)
    qgis, pyqt = ModuleType("qgis"), ModuleType("qgis.PyQt")
    named: dict[str, ModuleType] = {"qgis": qgis, "qgis.PyQt": pyqt}
    for module in (*_QT, sip):
        short = module.__name__.split(".")[-1]
        named[f"qgis.PyQt.{short}"] = module
        setattr(pyqt, short, module)
    for name in ("core", "gui"):
        named[f"qgis.{name}"] = _of_classes(f"qgis.{name}", world)
    named["qgis.core"].NULL = None  # type: ignore[attr-defined]
    named["qgis.utils"] = _of_answers("qgis.utils")
    for name in ("osgeo", "osgeo.gdal", "osgeo.ogr", "osgeo.osr", "processing", "processing.gui"):
        named[name] = _of_answers(name)
    named["processing.gui.wrappers"] = ModuleType("processing.gui.wrappers")
    named["processing.gui.wrappers"].WidgetWrapper = type("WidgetWrapper", (), {})  # type: ignore[attr-defined]
    for full, module in named.items():
        package, _, short = full.rpartition(".")
        if package and not full.startswith("qgis.PyQt."):
            setattr(named[package], short, module)
        sys.modules[full] = module
    return world


def _of_classes(name: str, world: World) -> ModuleType:
    module = ModuleType(name)

    def find(wanted: str) -> Any:
        if wanted in world.modules[name]:
            return world.kind(wanted)
        raise AttributeError(f"{name} has no {wanted}")

    module.__getattr__ = find  # type: ignore[method-assign]
    return module


def _of_answers(name: str) -> ModuleType:
    module = ModuleType(name)

    def find(wanted: str) -> Any:
        if wanted.startswith("__"):
            raise AttributeError(wanted)
        return Answer()

    module.__getattr__ = find  # type: ignore[method-assign]
    module.__path__ = []  # type: ignore[attr-defined]
    return module
