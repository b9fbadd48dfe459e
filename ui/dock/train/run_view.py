"""The run view: status, progress and curves of a job, and the buttons that steer it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ....core.events import METRIC, PROGRESS, message_of
from ...texts import number_text, said, time_text, tr
from ...widgets.page import next_button, wrapped_label
from ...widgets.wrapping_row import WrappingRow
from .curves import Curves
from .sample_tiles import SampleTiles

IDLE, RUNNING, PAUSED, FINISHING, WATCHING = "idle", "running", "paused", "finishing", "watching"
_MARGINS_PX = 24
"""Room beside the text of the lesser buttons, so that three of them stand in a narrow dock."""
_FINISH_AFTER_MS = 3000
"""A second click on Train, in whose place it stands, doesn't end what it has begun."""


class RunView(QWidget):
    """Shows a training run: nothing before the first, then its state, newest measures and what can be done with it."""

    pause_requested = pyqtSignal(bool)
    finish_requested = pyqtSignal()
    cancel_requested = pyqtSignal()
    leave_requested = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.state = IDLE
        self._epoch_text = self._stage = self._left_text = ""
        self._has_steps = False
        self._finish_timer = QTimer(self)
        self._finish_timer.setSingleShot(True)
        self._finish_timer.setInterval(_FINISH_AFTER_MS)
        self._best: tuple[float, int] = (-1.0, 0)
        self.curves = Curves()
        self.tiles = SampleTiles()
        self.status = wrapped_label()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setToolTip(tr("How far the training is; the best model so far can be kept at any time"))
        self.cancel = QPushButton(tr("Cancel"))
        self.cancel.setToolTip(tr("Stop at once and leave no model file"))
        self.pause = QPushButton(tr("Pause"))
        self.pause.setToolTip(tr("Leave the processor to others for a while"))
        self.finish = next_button(tr("Stop and keep best"), tr("End training now and keep the best model so far"))
        self.leave = QPushButton(tr("Stop watching"))
        self.leave.setToolTip(tr("The training goes on in the other process"))
        for button in (self.cancel, self.pause, self.finish, self.leave):
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for button, texts in ((self.cancel, (tr("Cancel"),)), (self.pause, (tr("Pause"), tr("Go on")))):
            widest = max(button.fontMetrics().horizontalAdvance(text) for text in texts)
            button.setMaximumWidth(widest + _MARGINS_PX)
        self.buttons = QWidget()
        line = WrappingRow(self.buttons)
        for button in (self.cancel, self.pause, self.finish, self.leave):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.curves, self.tiles, self.status, self.bar, self.buttons):
            layout.addWidget(widget)
        self.cancel.clicked.connect(self.cancel_requested)
        self.pause.clicked.connect(self._on_pause)
        self.finish.clicked.connect(self._on_finish)
        self.leave.clicked.connect(self.leave_requested)
        self._finish_timer.timeout.connect(self._update_finish)
        self.curves.hide()
        self._show_state(IDLE, "")

    def start(self, *, watching: bool = False) -> None:
        """Show that a run begins, or that one of another process is watched, which can't be steered from here."""
        self.curves.clear()
        self.curves.hide()
        self.tiles.clear_picture()
        self._epoch_text = self._stage = self._left_text = ""
        self._best, self._has_steps = (-1.0, 0), False
        self._finish_timer.start()
        self.bar.setRange(0, 0)
        self._show_state(WATCHING if watching else RUNNING, "" if watching else tr("Starting…"))

    def hear(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Show what the worker tells."""
        for event in events:
            if event["event"] == METRIC:
                self._hear_metric(event)
            elif event["event"] == PROGRESS:
                self._hear_progress(event)

    def forget(self) -> None:
        """Show nothing of the run before, whose data is no longer at hand."""
        self.curves.clear()
        self.curves.hide()
        self.tiles.clear_picture()
        self._show_state(IDLE, "")

    def end(self, text: str) -> None:
        """Show that the run is over, and how it ended."""
        self._show_state(IDLE, text)

    def _hear_metric(self, event: Mapping[str, Any]) -> None:
        self.curves.add(event)
        self.tiles.show_file(str(event.get("samples") or ""))
        self.curves.show()
        epoch, miou = event.get("epoch"), event.get("miou")
        if not isinstance(epoch, int) or not isinstance(miou, (int, float)):
            return
        if miou > self._best[0]:
            self._best = (float(miou), epoch)
        self._epoch_text = tr(
            "Epoch {epoch} of {epochs} · mIoU {miou} (best {best} at {best_epoch})",
            epoch=epoch, epochs=event.get("epochs", "?"), miou=number_text(miou, 2),
            best=number_text(self._best[0], 2), best_epoch=self._best[1],
        )  # fmt: skip
        self._show_status()
        self._update_finish()

    def _hear_progress(self, event: Mapping[str, Any]) -> None:
        fraction, left = event.get("fraction"), event.get("seconds_left")
        if isinstance(fraction, (int, float)) and fraction > 0:
            self.bar.setRange(0, 1000)
            self.bar.setValue(round(1000 * fraction))
        seconds = float(left) if isinstance(left, (int, float)) else None
        self._left_text = tr("{time} left", time=time_text(seconds)) if seconds is not None else ""
        message = message_of(event)
        self._stage, self._has_steps = said(message), self._has_steps or "step" in message.values
        self._show_status()
        self._update_finish()

    def _show_status(self) -> None:
        now = " · ".join(part for part in (self._stage, self._left_text) if part)
        if self.state in (RUNNING, WATCHING):
            self.status.setText("\n".join(part for part in (self._epoch_text, now) if part))
        elif self.state == FINISHING:
            finishing = tr("Finishing: the best model so far is being written…")
            self.status.setText("\n".join(part for part in (finishing, self._stage) if part))

    def _on_pause(self) -> None:
        pausing = self.state == RUNNING
        self.pause_requested.emit(pausing)
        self._show_state(PAUSED if pausing else RUNNING, tr("Paused. ") + self._epoch_text if pausing else "")
        self._show_status()

    def _on_finish(self) -> None:
        self.finish_requested.emit()
        self._show_state(FINISHING, tr("Finishing: the best model so far is being written…"))

    def _show_state(self, state: str, text: str) -> None:
        self.state = state
        self.status.setText(text)
        self.status.setVisible(bool(text) or state != IDLE)
        self.bar.setVisible(state != IDLE)
        self.buttons.setVisible(state != IDLE)
        for button in (self.cancel, self.pause, self.finish):
            button.setVisible(state != WATCHING)
        self.leave.setVisible(state == WATCHING)
        self.pause.setText(tr("Go on") if state == PAUSED else tr("Pause"))
        self.pause.setEnabled(state in (RUNNING, PAUSED))
        self._update_finish()

    def _update_finish(self) -> None:
        """Offer to keep the best when there is one, or when something was learned that may become one."""
        learned = self._best[1] > 0 or (self._has_steps and not self._finish_timer.isActive())
        self.finish.setEnabled(self.state in (RUNNING, PAUSED) and learned)
