"""Print as JSON what QGIS's classes have: run by a Python that has QGIS, for the stand-ins of one that has PyQt6.

By class: the QGIS classes and the class of Qt that it is made from, its enumerations, its signals, and its methods with
what they give, as their docstrings say.
"""

from __future__ import annotations

import enum
import json
import re
from typing import Any

from qgis import core, gui

GIVES = re.compile(r"\)\s*->\s*(.+?)\s*$", re.MULTILINE)


def described(kind: type) -> dict[str, Any]:
    """Describe one class by what it has itself."""
    own = vars(kind)
    if is_enumeration(kind):
        return {"values": members(kind, kind)}
    enums = {name: members(kind, value) for name, value in own.items() if is_enumeration(value)}
    signals = [name for name, value in own.items() if type(value).__name__ in {"pyqtSignal", "unbound signal"}]
    methods = {
        name: gives(getattr(kind, name))
        for name, value in own.items()
        if callable(getattr(kind, name, None)) and not isinstance(value, type)
        and (not name.startswith("_") or name == "__len__")
    }  # fmt: skip
    classes = [name for name, value in own.items() if isinstance(value, type) and not is_enumeration(value)]
    bases = [base.__name__ for base in kind.__mro__[1:] if base.__module__.startswith(("qgis._", "PyQt5."))]
    qt = [base.__module__.split(".")[-1] for base in kind.__mro__[1:] if base.__module__.startswith("PyQt5.")]
    constants = {name: value for name, value in own.items() if type(value) in {int, str} and not name.startswith("_")}
    return {
        "constants": constants, "bases": bases, "qt": qt[0] if qt else "", "enums": enums, "signals": signals,
        "methods": {name: value for name, value in methods.items() if name not in signals}, "classes": classes,
    }  # fmt: skip


def is_enumeration(value: object) -> bool:
    """Whether it is one: of Python, or of sip, which makes classes of whole numbers."""
    return isinstance(value, type) and issubclass(value, (int, enum.Enum)) and value not in {int, bool}


def members(owner: type, kind: type) -> dict[str, int]:
    """Give the values of an enumeration by name; those of sip lie in the class around it, too."""
    places = {**vars(owner), **vars(kind), **getattr(kind, "__members__", {})}
    return {name: int(getattr(value, "value", value)) for name, value in places.items() if isinstance(value, kind)}


def gives(method: Any) -> str:
    """Give the class that a method says it gives; nothing where it gives nothing."""
    found = GIVES.search(str(getattr(method, "__doc__", "") or "").partition("\n\n")[0])
    return found[1].strip("'\"") if found else ""


if __name__ == "__main__":
    kinds = {
        module.__name__: {name: described(kind) for name, kind in vars(module).items() if isinstance(kind, type)}
        for module in (core, gui)
    }
    print(json.dumps(kinds))
