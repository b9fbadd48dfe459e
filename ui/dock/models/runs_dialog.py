"""The window of runs: every training in the work folder, how it went, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.training.runs.found_runs import FoundRun
from ...texts import as_plain, number_text, said, tr
from ...widgets.page import flag_value
from .card_dialog import page_style
from .run_page import run_body, run_moment, state_text

_NAME, _STATE, _MIOU, _BEGUN = range(4)


class RunsDialog(QDialog):
    """Lists trainings, the newest first, and shows the page of the selected one; it blocks nothing."""

    resume_requested = pyqtSignal(object)
    keep_best_requested = pyqtSignal(object)
    delete_requested = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._runs: tuple[FoundRun, ...] = ()
        self._is_busy = False
        self.setWindowTitle(tr("Outcrop: Trainings"))
        self.resize(620, 640)
        self.list = _make_list()
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_page())
        self.empty = QLabel(tr("There is no training in the work folder yet."))
        self.empty.setWordWrap(True)
        self.page = QTextBrowser()
        self.page.setToolTip(tr("How the selected training went"))
        self.page.document().setDefaultStyleSheet(page_style(self.palette()))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.list)
        splitter.addWidget(self.page)
        splitter.setStretchFactor(1, 2)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(tr("Close this window"))
        buttons.rejected.connect(self.close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.resume = buttons.addButton(tr("&Resume"), role)
        self.resume.setToolTip(tr("Go on from where it was interrupted; it ends as if it never had been"))
        self.keep_best = buttons.addButton(tr("&Keep best"), role)
        self.keep_best.setToolTip(tr("Make a model file of the best epoch, and end the training"))
        self.folder = buttons.addButton(tr("Show in &folder"), role)
        self.folder.setToolTip(tr("Open the folder with its log, measures, checkpoints and sample tiles"))
        self.delete = buttons.addButton(tr("&Delete…"), role)
        self.delete.setToolTip(tr("Delete the training's folder; its model file stays. Asks first"))
        self._ask(self.resume, self.resume_requested)
        self._ask(self.keep_best, self.keep_best_requested)
        self._ask(self.delete, self.delete_requested)
        self.folder.clicked.connect(self._on_folder)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)

    def show_runs(self, runs: Sequence[FoundRun], *, is_busy: bool) -> None:
        """Show these runs; while a training runs here, `is_busy`, no other can be resumed."""
        chosen = self.selected()
        self._runs, self._is_busy = tuple(runs), is_busy
        self.list.blockSignals(True)
        self.list.clear()
        for run in self._runs:
            self.list.addTopLevelItem(_item(run))
        kept = [index for index, run in enumerate(self._runs) if chosen is not None and run.folder == chosen.folder]
        if self._runs:
            self.list.setCurrentItem(self.list.topLevelItem(kept[0] if kept else 0))
        self.list.blockSignals(False)
        self.empty.setVisible(not self._runs)
        self._show_page()

    def selected(self) -> Optional[FoundRun]:
        """Give the run that is looked at."""
        index = self.list.indexOfTopLevelItem(self.list.currentItem()) if self.list.currentItem() is not None else -1
        return self._runs[index] if 0 <= index < len(self._runs) else None

    def _show_page(self) -> None:
        run = self.selected()
        self.page.setHtml(run_body(run) if run is not None else "")
        free = run is not None and run.can_go_on and not self._is_busy
        self.resume.setEnabled(free)
        self.keep_best.setEnabled(free and run is not None and run.has_best)
        self.folder.setEnabled(run is not None)
        self.delete.setEnabled(run is not None and not run.is_running)

    def _ask(self, button: QPushButton, signal: Any) -> None:
        button.clicked.connect(lambda _checked=False: signal.emit(self.selected()))

    def _on_folder(self) -> None:
        run = self.selected()
        if run is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(run.folder)))


def _make_list() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(4)
    tree.setHeaderLabels([tr("Training"), tr("State"), tr("mIoU"), tr("Begun")])
    tree.setRootIsDecorated(False)
    tree.setToolTip(tr("Every training in the work folder, the newest first"))
    tree.setAccessibleName(tr("Trainings"))
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    return tree


def _item(run: FoundRun) -> QTreeWidgetItem:
    best = number_text(run.best_miou, 2) if run.best_miou is not None else ""
    item = QTreeWidgetItem([run.name, state_text(run), best, run_moment(run)])
    item.setTextAlignment(_MIOU, flag_value(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
    item.setToolTip(
        _NAME, as_plain("\n\n".join(part for part in (run.name, said(run.trouble), str(run.folder)) if part))
    )
    return item
