"""Runs found again: looked for when the dock opens, and then watched, resumed, ended with their best, or discarded."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox

from ....core.training.runs.found_runs import FoundRun, list_runs
from ...settings import runs_folder
from ...texts import as_plain, tr
from ..models.run_watch import RunWatch
from ..models.runs_dialog import RunsDialog
from .train_page import TrainPage
from .training import Training


class FoundRuns(QObject):
    """Ties the Train page's run and its card of found runs to the training; `ended` tells how a watched run ended."""

    ended = pyqtSignal(str, str)

    def __init__(self, page: TrainPage, training: Training, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._page, self._training = page, training
        self.window: Optional[RunsDialog] = None
        self.watch = RunWatch(self)
        page.runs.resume_requested.connect(self._on_resume)
        page.runs.keep_best_requested.connect(self._on_keep_best)
        page.runs.discard_requested.connect(self._on_discard)
        page.runs.watch_requested.connect(self._on_watch)
        page.run.leave_requested.connect(self._on_leave)
        page.run.finish_requested.connect(training.finish)
        page.run.pause_requested.connect(training.pause)
        page.run.cancel_requested.connect(training.cancel)
        training.heard.connect(page.run.hear)
        self.watch.heard.connect(page.run.hear)
        self.watch.ended.connect(self.ended)

    def refresh(self) -> Optional[FoundRun]:
        """Look for runs and show them; give the newest."""
        if not self.watch.is_watching:
            self._page.show_runs(self._training.found())
        if self.window is not None:
            self.window.show_runs(list_runs(runs_folder()), is_busy=self._training.is_running)
        return self._page.runs.newest

    def show_list(self) -> None:
        """Show every training there is, in a window beside."""
        if self.window is None:
            self.window = window = RunsDialog(self._page.window())
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.resume_requested.connect(self._on_resume)
            window.keep_best_requested.connect(self._on_keep_best)
            window.delete_requested.connect(self._on_discard)
            window.destroyed.connect(self._on_window_gone)
        self.refresh()
        self.window.show()
        self.window.raise_()

    def shutdown(self) -> None:
        """Look no more."""
        self.watch.stop()
        if self.window is not None:
            self.window.close()

    def _on_window_gone(self) -> None:
        self.window = None

    def _on_resume(self, run: FoundRun) -> None:
        self._training.resume(run)
        self.refresh()

    def _on_keep_best(self, run: FoundRun) -> None:
        self._training.resume(run, keep_best=True)
        self.refresh()

    def _on_discard(self, run: FoundRun) -> None:
        question = (
            tr("Delete what the training “{name}” has left, checkpoints and log? It can't be resumed then.")
            if run.can_go_on
            else tr("Delete the folder of the training “{name}”, its log, measures and sample tiles? Its model stays.")
        ).format(name=run.name)
        if QMessageBox.question(self._page, tr("Outcrop"), as_plain(question)) == QMessageBox.StandardButton.Yes:
            self._training.discard(run)
            self.refresh()

    def _on_watch(self, run: FoundRun) -> None:
        self._page.set_running(watching=True)
        self.watch.start(run)

    def _on_leave(self) -> None:
        self.watch.stop()
        self._page.set_ended("", has_model=False)
        self.refresh()
