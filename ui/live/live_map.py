"""The live map: a sketch of the view, renewed after every polygon or stroke and whenever the map is moved."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal

from ...core.errors import BadInputError, OutcropError
from ...core.files.private_folder import private_folder
from ...core.geodata.scene import Scene
from ...core.labels.legend import Legend
from ...core.live.jobs import LiveMapJob
from ..texts import error_text, number_text, short_number, tr
from ..worker.launcher import Launcher
from ..worker.task import CANCELLED, JobTask, Outcome, Step
from .sketch_layer import SketchLayer
from .view import View, view_of

_AFTER_STROKE_MS, _AFTER_MOVE_MS = 40, 250
UNSURE_KEY = Qt.Key.Key_H


@dataclass(frozen=True)
class LiveRequest:
    """What is to be sketched: labels and imagery as they are now, and what has to be done before they can be read."""

    scene: Scene
    imagery_id: str
    imagery_name: str
    before: Sequence[Step] = ()


class LiveMap(QObject):
    """Keeps a sketch of the view up to date while it is live; costs nothing while it is not.

    `told` brings what there is to say in one line, `busy` whether a sketch is being made.
    """

    told = pyqtSignal(str)
    busy = pyqtSignal(bool)
    shown = pyqtSignal()

    def __init__(
        self, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher,
        crs: Callable[[], Optional[QgsCoordinateReferenceSystem]], describe: Callable[[View, Path], LiveRequest],
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        """Make it.

        Args:
            project: The project.
            canvas: Whose view is sketched.
            launcher: Starts the jobs.
            crs: Gives the imagery's coordinate system; None while there is no imagery.
            describe: Says what is to be sketched of a view, its files in a folder, or why nothing can be
                (BadInputError).
            parent: The owner.
        """
        super().__init__(parent)
        self._project, self._canvas, self._launcher = project, canvas, launcher
        self._crs, self._describe = crs, describe
        self.layer = SketchLayer(project, self)
        self.is_live = False
        self._task: Optional[JobTask] = None
        self._request: Optional[LiveRequest] = None
        self._folder: Optional[Path] = None
        self._number = 0
        self._again = self._overtook = self._took_over = False
        self._view: Optional[View] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._renew)

    def set_live(self, on: bool) -> None:
        """Renew the sketch from now on whenever labels or view change, or stop that and take it away."""
        if on == self.is_live:
            return
        self.is_live = on
        if on:
            self._canvas.extentsChanged.connect(self._on_moved)
            self._canvas.installEventFilter(self)
            self.update_once()
        else:
            self._canvas.extentsChanged.disconnect(self._on_moved)
            self._canvas.removeEventFilter(self)
            self.clear()

    def update_once(self) -> None:
        """Sketch the view as it is now, live or not."""
        self._timer.stop()
        self._renew()

    def touch(self) -> None:
        """Hear that labels have changed."""
        if self.is_live:
            self._timer.start(_AFTER_STROKE_MS)

    def clear(self) -> None:
        """Stop, and take the sketch away."""
        self._timer.stop()
        self._again = False
        if self._task is not None:
            self._task.cancel()
        self.layer.remove()
        self.told.emit("")

    def shutdown(self) -> None:
        """Let go of canvas, project and files."""
        self.set_live(False)
        self.clear()
        self.layer.shutdown()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show how unsure the sketch is while its key is held down over the map."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and event.key() == UNSURE_KEY:
            if not event.isAutoRepeat() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self.layer.show_unsure(event.type() == QEvent.Type.KeyPress)
            return True
        return super().eventFilter(watched, event)

    def _on_moved(self) -> None:
        self._timer.start(_AFTER_MOVE_MS)

    def _renew(self) -> None:
        """Start a sketch; one that is being made is overtaken, and what the worker knows of the imagery stays.

        Of the same view every second one is finished, so that who draws faster than it learns sees something.
        """
        if self._task is not None:
            if not self._took_over or self._is_elsewhere():
                self._task.overtake()
                self._overtook = True
            self._again = True
            return
        self._took_over, self._overtook, self._again = self._overtook, False, False
        try:
            self._begin()
        except OutcropError as error:
            self.told.emit(error_text(error))

    def _begin(self) -> None:
        crs = self._crs()
        if crs is None:
            raise BadInputError(tr("Choose imagery and polygons first."))
        self._launcher.check()
        view = self._view = view_of(self._canvas.mapSettings(), crs, self._project)
        folder = self._new_folder()
        self._request = self._describe(view, folder)
        box = view.box
        job = LiveMapJob(
            self._request.scene, (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()), view.pixel,
            str(folder / "sketch.tif"),
        )  # fmt: skip
        title = tr("Outcrop: live map")
        self._task = self._launcher.start(title, job, folder, warm=True, before=self._request.before)
        self._task.heard.connect(self._on_events)
        self._task.ended.connect(self._on_end)
        self.busy.emit(True)

    def _is_elsewhere(self) -> bool:
        """Whether the map shows another view by now than the one that is being sketched."""
        crs = self._crs()
        if crs is None or self._view is None:
            return True
        try:
            return view_of(self._canvas.mapSettings(), crs, self._project) != self._view
        except OutcropError:
            return True

    def _new_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="live-", dir=private_folder()))
        self._number += 1
        folder = self._folder / str(self._number)
        folder.mkdir()
        return folder

    def _on_events(self, events: list[dict[str, Any]]) -> None:
        partial = [event for event in events if event.get("partial")]
        if partial and self._task is not None:
            self._show(Path(str(partial[-1]["partial"])), partial[-1])

    def _on_end(self, outcome: Outcome) -> None:
        self._task = None
        self.busy.emit(False)
        if outcome.result is not None and (self.is_live or not self._again):
            self._show(Path(str(outcome.result["out"])), outcome.result)
            self.told.emit(_sentence(outcome.result))
            self._forget_older()
        elif outcome.result is None and outcome.kind != CANCELLED:
            self.told.emit(outcome.text)
        if self._again:
            self._renew()

    def _show(self, file: Path, told: dict[str, Any]) -> None:
        if self._request is not None:
            legend = Legend.from_dicts(told["classes"])
            self.layer.show(self._request.imagery_id, self._request.imagery_name, file, legend)
            self.shown.emit()

    def _forget_older(self) -> None:
        """Delete what no layer shows any more."""
        if self._folder is not None:
            for folder in self._folder.iterdir():
                if folder.name != str(self._number):
                    shutil.rmtree(folder, ignore_errors=True)


def _sentence(result: dict[str, Any]) -> str:
    """Say what a sketch is and what it was learned from."""
    pixels = sum(result["learned_from"].values())
    return tr(
        "A sketch, not a trained model: learned from {n} labelled pixels in {seconds} s. Hold H on the map to see "
        "where it is unsure.",
        n=short_number(pixels), seconds=number_text(float(result["seconds"]), 1),
    )  # fmt: skip
