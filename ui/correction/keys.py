"""Keys while a tool of the Correct page is the canvas's; QGIS's own shortcuts are as ever when none is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QWidget

from .tool_kinds import TOOLS

HIDE = "hide"


@dataclass(frozen=True)
class KeyAction:
    """What keys do: its name, the keys as `QKeySequence` writes them, and what it does in words."""

    name: str
    keys: tuple[str, ...]
    text: str


KEYS = (
    KeyAction("eyedropper", ("L",), QT_TRANSLATE_NOOP("Outcrop", "take the class under the cursor")),
    KeyAction("swap", ("X",), QT_TRANSLATE_NOOP("Outcrop", "swap the last two classes")),
    KeyAction("undo", ("Z", "Ctrl+Z"), QT_TRANSLATE_NOOP("Outcrop", "undo")),
    KeyAction("redo", ("Y", "Ctrl+Shift+Z", "Ctrl+Y"), QT_TRANSLATE_NOOP("Outcrop", "redo")),
    KeyAction("smaller", (",",), QT_TRANSLATE_NOOP("Outcrop", "smaller brush, or less alike")),
    KeyAction("larger", (".",), QT_TRANSLATE_NOOP("Outcrop", "larger brush, or more alike")),
    KeyAction(HIDE, ("Space",), QT_TRANSLATE_NOOP("Outcrop", "hide the map while held")),
    KeyAction("swipe", ("S",), QT_TRANSLATE_NOOP("Outcrop", "swipe between imagery and map, by the mouse")),
    KeyAction("previous", ("[",), QT_TRANSLATE_NOOP("Outcrop", "go to the previous correction of the list")),
    KeyAction("next", ("]",), QT_TRANSLATE_NOOP("Outcrop", "go to the next correction of the list")),
    KeyAction("drop", ("Esc",), QT_TRANSLATE_NOOP("Outcrop", "drop what is in hand; once more leaves the tool")),
    KeyAction("finish", ("Return", "Enter"), QT_TRANSLATE_NOOP("Outcrop", "finish what is in hand")),
    KeyAction("back", ("Backspace", "Del"), QT_TRANSLATE_NOOP("Outcrop", "take the last corner or region back")),
    KeyAction("natural", ("N",), QT_TRANSLATE_NOOP("Outcrop", "imagery in natural colours")),
    KeyAction("false", ("C",), QT_TRANSLATE_NOOP("Outcrop", "imagery in false colours, near infrared as red")),
    KeyAction("band", ("M",), QT_TRANSLATE_NOOP("Outcrop", "the imagery’s next band alone")),
    KeyAction("stretch", ("V",), QT_TRANSLATE_NOOP("Outcrop", "stretch the imagery to what the view holds")),
    KeyAction("original", ("U",), QT_TRANSLATE_NOOP("Outcrop", "imagery as it was")),
)
"""All but the classes' numbers and the tools' letters."""


def _table() -> Iterator[tuple[str, str]]:
    for action in KEYS:
        for keys in action.keys:
            yield keys, action.name
    for kind in TOOLS:
        yield kind.key, f"tool {kind.name}"
    for number in range(1, 10):
        yield str(number), f"class {number}"


_NAMES = dict(_table())


class Keys(QObject):
    """Watches widgets while it is on; `pressed` brings an action's name, `released` that the map is to be seen again.

    The names are those of `KEYS`, “tool ” with a tool's name, and “class ” with a number.
    """

    pressed = pyqtSignal(str)
    released = pyqtSignal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = False
        self._canvas: QWidget | None = None

    def watch(self, canvas: QWidget, *others: QWidget) -> None:
        """Watch the canvas, and other widgets in which Space and Return go on pressing what has the focus."""
        self._canvas = canvas
        for widget in (canvas, *others):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key before QGIS's shortcuts do."""
        if not self.is_on or event.type() not in (
            QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease,
        ):  # fmt: skip
            return False
        name = name_of(event)
        if not name or (watched is not self._canvas and name in (HIDE, "finish", "back")):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            if not (event.isAutoRepeat() and name == HIDE):
                self.pressed.emit(name)
        elif name == HIDE and not event.isAutoRepeat():
            self.released.emit(name)
        return True


def name_of(event: QKeyEvent) -> str:
    """Give the name of what a key does; empty where it does nothing here."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.text() in _NAMES and not plain & Qt.KeyboardModifier.ControlModifier and not event.text().isalnum():
        return _NAMES[event.text()]  # brackets and the like lie on other keys elsewhere
    modifiers = getattr(plain, "value", plain)
    return _NAMES.get(QKeySequence(int(modifiers) | int(event.key())).toString(), "")
