"""The model library: what can be done with the model files in the list, by buttons, by menu, by keys and by drop."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QPoint, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices, QIcon, QKeySequence
from qgis.PyQt.QtWidgets import QFileDialog, QInputDialog, QMenu, QMessageBox, QToolBar, QWidget

from ....core.errors import BadInputError, OutcropError
from ....core.files.naming import free_path
from ....core.files.whole_file import whole_file
from ....core.model.card_file import SUFFIX, read_card, write_card
from ....core.model.model_card import ModelCard
from ...compat import QAction
from ...icons import ThemeFollower, icon
from ...messages import Messages
from ...settings import models_folder, runs_folder
from ...texts import as_plain, error_text, tr
from ...worker.launcher import Launcher, make_folder
from ...worker.task import add_task
from ..data.validation_map import add_parts
from .card_dialog import CardDialog
from .file_task import FileTask
from .interchange import ONNX, Interchange
from .model_entries import ModelEntry
from .model_list import ModelList
from .model_run import run_of


class ModelLibrary(QObject):
    """Card, rename, delete, show in folder and import; `changed` when the folder holds something else now.

    `changed` brings the file to check, empty where there is none; `runs_requested` asks for the list of trainings,
    `compare_requested` for figures that can be compared.
    """

    changed = pyqtSignal(str)
    runs_requested = pyqtSignal()
    compare_requested = pyqtSignal()

    def __init__(
        self, models: ModelList, project: QgsProject, launcher: Launcher, messages: Messages, parent: QWidget
    ) -> None:
        """Act on what is selected in a list; the list gets a bar of buttons below and a menu."""
        super().__init__(parent)
        self.interchange = Interchange(launcher, messages, parent)
        self.interchange.imported.connect(self.changed)
        self._models, self._project, self._messages, self._window = models, project, messages, parent
        self._tasks: list[FileTask] = []
        self.actions: dict[str, QAction] = {}
        self.bar = QToolBar()
        self.bar.setIconSize(models.iconSize() * 1.34)
        self.bar.setToolTip(tr("What can be done with the model that is selected"))
        self._add("card", icon("card"), tr("Show card"), tr("Read where the model comes from and how good it is"),
                  self.show_card, Qt.Key.Key_Return)  # fmt: skip
        self._add("rename", icon("rename"), tr("Rename…"), tr("Give the model another name; its file keeps its own"),
                  self.rename, Qt.Key.Key_F2)  # fmt: skip
        self._add("delete", icon("delete"), tr("Delete…"), tr("Delete the model file; asks first"),
                  self.delete, Qt.Key.Key_Delete)  # fmt: skip
        self._add("folder", icon("folder"), tr("Show in folder"), tr("Open the folder that holds the model file"),
                  self.show_in_folder)  # fmt: skip
        self._add("export", icon("export"), tr("Export as ONNX…"),
                  tr("Write the model for other programs, such as Deepness or ONNX Runtime"), self.export)  # fmt: skip
        self.bar.addSeparator()
        self._add("import", icon("import"), tr("Import…"),
                  tr("Copy model files into your folder; they can be dropped on the list too"),
                  self.choose_import, Qt.Key.Key_Insert)  # fmt: skip
        self._add("assessment", icon("assessment"), tr("Compare"),
                  tr("Measure the checked models, or all that fit, on the same pixels that none has learned from"),
                  self.compare_requested.emit)  # fmt: skip
        self._add("runs", icon("runs"), tr("Trainings…"), tr("See every training, finished or not, and how it went"),
                  self.runs_requested.emit)  # fmt: skip
        models.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        models.customContextMenuRequested.connect(self._show_menu)
        models.itemDoubleClicked.connect(lambda _item, _column: self.show_card())
        models.files_dropped.connect(self.import_files)
        models.changed.connect(self._update)
        self._place()
        self._update()
        self._theme = ThemeFollower(self.actions, self.bar)

    def show_card(self) -> None:
        """Show the selected model's card in a window beside."""
        entry = self._models.selected()
        if entry is None:
            return
        if entry.card is None:
            self._messages.warning(entry.trouble)
            return
        dialog = CardDialog(entry.path, entry.card, run_of(entry.path, runs_folder()), self._window)
        dialog.notes_saved.connect(self._save_notes)
        dialog.map_requested.connect(self._show_parts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def rename(self) -> None:
        """Ask for another name."""
        entry = self._models.selected()
        if entry is None or entry.card is None:
            return
        title, question = tr("Rename model"), tr("Name of the model:")
        name, is_given = QInputDialog.getText(self._window, title, question, text=entry.name)
        if is_given and name.strip() and name.strip() != entry.name:
            self._rewrite(entry.path, lambda card: card.renamed(name.strip()))

    def delete(self) -> None:
        """Delete the selected model file, when that is really wanted."""
        entry = self._models.selected()
        if entry is None:
            return
        question = tr(
            "Delete the model “{name}” for good? Layers that were made with it stay.\n\n{path}",
            name=entry.name, path=entry.path,
        )  # fmt: skip
        if QMessageBox.question(self._window, tr("Outcrop"), as_plain(question)) != QMessageBox.StandardButton.Yes:
            return
        try:
            entry.path.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or str(error)
            text = tr(
                "“{path}” can't be deleted: {reason}. Close what uses it, and try again.",
                path=entry.path,
                reason=reason,
            )
            self._messages.error(text)
        self.changed.emit("")

    def show_in_folder(self) -> None:
        """Open the folder of the selected model, or the one for models."""
        entry = self._models.selected()
        folder = entry.path.parent if entry is not None else models_folder()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def export(self) -> None:
        """Ask where the selected model's ONNX file shall be."""
        entry = self._models.selected()
        if entry is not None and entry.card is not None:
            self.interchange.ask_export(entry)

    def choose_import(self) -> None:
        """Ask for files to import."""
        files, _filter = QFileDialog.getOpenFileNames(self._window, tr("Import models"), "", import_filter())
        self.import_files(files)

    def import_files(self, files: Sequence[str]) -> None:
        """Bring model files into the folder; each that can't be used is told with the reason."""
        for name in files:
            path = Path(name)
            if path.suffix.lower() == ONNX:
                self.interchange.take(path)
                continue
            if path.suffix.lower() != SUFFIX:
                text = tr("“{name}” can't be imported. Choose model files that end with {suffix} or {other}.",
                          name=path.name, suffix=SUFFIX, other=ONNX)  # fmt: skip
                self._messages.warning(text)
                continue
            try:
                target = _free(make_folder(models_folder()), path)
            except BadInputError as error:
                self._messages.error(error_text(error))
                return
            if target is not None:
                self._start(tr("Outcrop: importing {name}", name=path.name), _copier(path, target), str(target))

    def shutdown(self) -> None:
        """Disconnect from the tasks under way; each file appears whole or not at all."""
        for task in self._tasks:
            task.ended.disconnect()
        self._tasks.clear()

    def _show_parts(self, parts: Path) -> None:
        try:
            add_parts(self._project, "", parts)
        except OutcropError as error:
            self._messages.error(error_text(error))

    def _save_notes(self, path: Path, notes: str) -> None:
        self._rewrite(path, lambda card: card.noted(notes))

    def _rewrite(self, path: Path, change: Callable[[ModelCard], ModelCard]) -> None:
        self._start(
            tr("Outcrop: writing {name}", name=path.name), lambda: write_card(path, change(read_card(path))), ""
        )

    def _start(self, title: str, work: Callable[[], None], check: str) -> None:
        task = FileTask(title, work)
        self._tasks.append(task)

        def on_end(trouble: str) -> None:
            self._tasks.remove(task)
            if trouble:
                self._messages.error(trouble)
            self.changed.emit("" if trouble else check)

        task.ended.connect(on_end)
        add_task(task)

    def _add(
        self, name: str, picture: QIcon, text: str, tip: str, act: Callable[[], None], key: Optional[Qt.Key] = None
    ) -> None:
        action = QAction(picture, text, self._models)
        keys = f" ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})" if key is not None else ""
        action.setToolTip(f"{text.rstrip('…')}: {tip}{keys}")
        if key is not None:
            self._models.keys[key] = action
        action.triggered.connect(lambda _checked=False: act())
        self.bar.addAction(action)
        self.actions[name] = action

    def _place(self) -> None:
        """Put the bar right below the list, whatever page that is on."""
        owner = self._models.parentWidget()
        layout = owner.layout() if owner is not None else None
        if layout is not None:
            layout.insertWidget(layout.indexOf(self._models) + 1, self.bar)

    def _update(self) -> None:
        entry: Optional[ModelEntry] = self._models.selected()
        for key in ("rename", "export"):
            self.actions[key].setEnabled(entry is not None and entry.card is not None)
        for key in ("card", "delete"):
            self.actions[key].setEnabled(entry is not None)

    def _show_menu(self, position: QPoint) -> None:
        menu = QMenu(self._models)
        for action in self.bar.actions():
            menu.addAction(action)
        menu.popup(self._models.viewport().mapToGlobal(position))


def import_filter() -> str:
    """Give the file dialog's filter of what can be imported."""
    return tr("Model files") + f" (*{SUFFIX} *{ONNX})"


def _free(folder: Path, path: Path) -> Optional[Path]:
    """Give a free name in the folder; None for a file that is there already."""
    is_there = path.parent.resolve() == folder.resolve()
    return None if is_there else free_path(folder, path.stem, path.suffix)


def _copier(path: Path, target: Path) -> Callable[[], None]:
    def copy() -> None:
        read_card(path)  # refuses what isn't a whole model file, and says why
        with whole_file(target) as partial:
            shutil.copyfile(path, partial)

    return copy
