"""The card of a training found from an earlier start: interrupted, or still going on in another process."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QDateTime, QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ....core.training.runs.found_runs import FoundRun
from ...messages import first_sentence
from ...texts import as_plain, count_text, moment_text, number_text, said, tr
from ...widgets.page import grey_label, highlight, wrapped_label

_STYLE = "QFrame#found_run { background: rgba(255, 193, 7, 45); border-radius: 3px; }"


class InterruptedRuns(QFrame):
    """Shows the newest run that was found, and what can be done with it; takes no room when there is none."""

    resume_requested = pyqtSignal(object)
    keep_best_requested = pyqtSignal(object)
    discard_requested = pyqtSignal(object)
    watch_requested = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("found_run")
        self.setStyleSheet(_STYLE)
        self._runs: tuple[FoundRun, ...] = ()
        self.text, self.details = wrapped_label(), grey_label()
        self.resume = _button(tr("Resume"), tr("Go on from where it was interrupted; it ends as if it never had been"))
        self.keep_best = _button(tr("Keep best"), tr("Make a model file of the best epoch, and end the training"))
        self.discard = QToolButton()
        self.discard.setIcon(QgsApplication.getThemeIcon("/mActionDeleteSelected.svg"))
        self.discard.setAutoRaise(True)
        self.discard.setAccessibleName(tr("Discard"))
        self.discard.setToolTip(tr("Discard: delete what the training has left"))
        self.watch = _button(tr("Watch"), tr("See its curves here; it goes on wherever it was started"))
        highlight(self.resume, on=True)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.discard)
        line.addStretch(1)
        for button in (self.keep_best, self.resume, self.watch):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        layout.addWidget(self.details)
        layout.addLayout(line)
        for button, signal in (
            (self.resume, self.resume_requested), (self.keep_best, self.keep_best_requested),
            (self.discard, self.discard_requested), (self.watch, self.watch_requested),
        ):  # fmt: skip
            button.clicked.connect(lambda _checked=False, signal=signal: self._ask(signal))
        self.hide()

    @property
    def newest(self) -> Optional[FoundRun]:
        """The run that is shown."""
        return self._runs[0] if self._runs else None

    def _ask(self, signal: Any) -> None:
        if self.newest is not None:
            signal.emit(self.newest)

    def show_runs(self, runs: Sequence[FoundRun]) -> None:
        """Show the first of these runs, and how many there are besides."""
        self._runs = tuple(runs)
        run = self.newest
        self.setVisible(run is not None)
        if run is None:
            return
        self.text.setText(run_sentence(run))
        self.details.setText(_details(run, len(runs) - 1))
        self.details.setToolTip(as_plain(said(run.trouble)))
        self.watch.setVisible(run.is_running)
        self.resume.setVisible(not run.is_running)
        self.discard.setVisible(not run.is_running)
        self.keep_best.setVisible(run.has_best and not run.is_running)


def run_sentence(run: FoundRun) -> str:
    """Say when a run was begun, and how it stands."""
    text = (
        tr("A training run of {moment} goes on in another process, at epoch {epoch} of {epochs}.")
        if run.is_running
        else tr("A training run of {moment} was interrupted at epoch {epoch} of {epochs}.")
    )
    return text.format(moment=_moment(run), epoch=run.epoch, epochs=run.epochs)


def _details(run: FoundRun, more: int) -> str:
    best = tr("best mIoU {value}", value=number_text(run.best_miou, 2)) if run.best_miou is not None else ""
    first = " · ".join(part for part in (run.name, best) if part)
    others = count_text(more, tr("{n} more run was found."), tr("{n} more runs were found.")) if more else ""
    return "\n".join(part for part in (first, first_sentence(said(run.trouble)), others) if part)


def _moment(run: FoundRun) -> str:
    """Write when a run was begun: the time alone where that was today."""
    began = QDateTime.fromSecsSinceEpoch(int(run.began.timestamp()))
    if began.date() == QDate.currentDate():
        return QLocale().toString(began.time(), "HH:mm")
    return moment_text(began)


def _button(text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tooltip)
    button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    return button
