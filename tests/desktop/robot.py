"""The robot: works QGIS from inside like a person, with mouse clicks on what is shown, and takes pictures."""

from __future__ import annotations

import json
import os
import subprocess
import time
import traceback
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any, Union

from qgis.core import QgsProject
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import QWidget

Step = Union[float, Callable[[], bool]]
"""What a tour yields: seconds to wait, or a question to wait for until it is answered with yes."""
_TICK_MS = 100
_PATIENCE_S = 1200.0


class Robot:
    """Drives one tour and reports how it went."""

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.window = iface.mainWindow()
        self.facts: dict[str, Any] = json.loads(Path(os.environ["OUTCROP_DESKTOP"]).read_text(encoding="utf-8"))
        self.told: dict[str, Any] = {}
        self._tour: Generator[Step, None, None] = iter(())  # type: ignore[assignment]
        self._until: Step = 0.0
        self._since = time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)

    def start(self, tour: Callable[[Robot], Generator[Step, None, None]], size: tuple[int, int]) -> None:
        """Give the window its size and begin."""
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.setGeometry(0, 0, *size)
        self._tour = tour(self)
        self._timer.start(_TICK_MS)

    def click(self, widget: QWidget, at: Union[QPoint, None] = None, button: int = 1) -> None:
        """Click a widget with the mouse, in its middle or at a point of it."""
        if not widget.isVisible() or not widget.isEnabled():
            raise AssertionError(f"{widget.objectName() or type(widget).__name__} can't be clicked: hidden or disabled")
        where = self._where(widget, at if at is not None else widget.rect().center())
        subprocess.Popen(["xdotool", "mousemove", *where, "sleep", "0.15", "click", str(button)])  # not waited for

    def hover(self, widget: QWidget, at: QPoint) -> None:
        """Move the mouse to a point of a widget."""
        subprocess.Popen(["xdotool", "mousemove", *self._where(widget, at + QPoint(3, 3)), "sleep", "0.1",
                          "mousemove", *self._where(widget, at)])  # fmt: skip

    def drag(
        self, widget: QWidget, places: Sequence[QPoint], pause: Union[Callable[[], None], None] = None
    ) -> Generator[Step, None, None]:
        """Hold the button from the first place to the last; `pause` is called before it is let go."""
        subprocess.Popen(["xdotool", "mousemove", *self._where(widget, places[0]), "sleep", "0.15", "mousedown", "1"])
        yield 0.4
        for start, end in zip(places, places[1:]):
            for step in range(1, 5):
                subprocess.Popen(["xdotool", "mousemove", *self._where(widget, start + (end - start) * step / 4)])
                yield 0.1
        if pause is not None:
            pause()
        subprocess.Popen(["xdotool", "mouseup", "1"])
        yield 0.3

    def _where(self, widget: QWidget, at: QPoint) -> list[str]:
        spot, scale = widget.mapToGlobal(at), self.window.devicePixelRatioF()
        return [str(round(spot.x() * scale)), str(round(spot.y() * scale))]

    def press(self, *keys: str, window: Union[QWidget, None] = None) -> None:
        """Press keys, by xdotool's names such as “ctrl+Return”, in a window that gets the focus first."""
        self._send(window, "key", "--delay", "60", *keys)

    def write(self, text: str, window: Union[QWidget, None] = None) -> None:
        """Type a text."""
        self._send(window, "type", "--delay", "40", text)

    def _send(self, window: Union[QWidget, None], *command: str) -> None:
        focus = ["windowfocus", str(int((window or self.window).winId())), "sleep", "0.15"]
        subprocess.Popen(["xdotool", *focus, *command])  # not waited for

    def shoot(self, name: str, widget: Union[QWidget, None] = None, *, with_messages: bool = False) -> None:
        """Take a picture of the window or of one widget, without the message bar's messages unless they are wanted."""
        if not with_messages:
            self.iface.messageBar().clearWidgets()
        folder = Path(self.facts["pictures"])
        folder.mkdir(parents=True, exist_ok=True)
        (widget or self.window).grab().save(str(folder / f"{name}.png"))

    def _tick(self) -> None:
        try:
            waited = time.monotonic() - self._since
            if callable(self._until):
                if not self._until():
                    if waited > float(self.facts.get("patience", _PATIENCE_S)):
                        self._tour.throw(TimeoutError(f"waited {waited:.0f} s in vain"))  # tells where it waited
                    return
            elif waited < self._until:
                return
            self._until = next(self._tour)
            self._since = time.monotonic()
        except StopIteration:
            self._end("")
        except Exception:  # noqa: BLE001  (the tour's own boundary: whatever went wrong is reported)
            self._end(traceback.format_exc())

    def _end(self, error: str) -> None:
        self._timer.stop()
        Path(self.facts["report"]).write_text(json.dumps({**self.told, "error": error}), encoding="utf-8")
        for layer in QgsProject.instance().mapLayers().values():
            if hasattr(layer, "isEditable") and layer.isEditable():
                layer.rollBack()
        QgsProject.instance().clear()
        QgsProject.instance().setDirty(False)
        QTimer.singleShot(0, self.iface.actionExit().trigger)
