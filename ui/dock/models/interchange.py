"""Interchange: models given out as ONNX and taken in from it, each as a job of the worker."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import BadInputError, OutcropError
from ....core.interchange.import_parameters import OnnxSettings
from ....core.interchange.jobs import ExportOnnxJob, ImportModelJob
from ....core.parameters import from_dict
from ...messages import Messages
from ...texts import error_text, tr
from ...widgets.form import ParameterForm
from ...widgets.save_dialog import ask_for_file
from ...worker.launcher import Launcher
from ...worker.task import BAD_INPUT, CANCELLED, JobTask, Outcome
from .model_entries import ModelEntry

ONNX = ".onnx"


class Interchange(QObject):
    """Exports and imports one file at a time or several; `imported` brings the new model file."""

    imported = pyqtSignal(str)

    def __init__(self, launcher: Launcher, messages: Messages, window: QWidget) -> None:
        super().__init__(window)
        self._launcher, self._messages, self._window = launcher, messages, window

    def ask_export(self, entry: ModelEntry) -> None:
        """Ask where an ONNX file of a model shall be, and write it."""
        title, filter_ = tr("Export as ONNX"), f"ONNX (*{ONNX})"
        file = ask_for_file(self._window, title, entry.path.with_name(f"{entry.path.stem}{ONNX}"), filter_, ONNX)
        if file is not None:
            self.export(entry, file)

    def export(self, entry: ModelEntry, file: Path) -> None:
        """Write a model as an ONNX file; how it went is told in the message bar."""
        job = ExportOnnxJob(str(entry.path), str(file))
        task = self._start(tr("Outcrop: exporting {model}", model=entry.name), job, f"{entry.name} ONNX")
        if task is not None:
            task.ended.connect(partial(self._on_exported, file))

    def take(self, file: Path, settings: Optional[OnnxSettings] = None) -> None:
        """Make a model file of an ONNX file; what it doesn't say of itself is asked for."""
        try:
            model_file = self._launcher.model_file(file.stem)
        except BadInputError as error:
            self._messages.error(error_text(error))
            return
        job = ImportModelJob(str(file), str(model_file), settings or OnnxSettings())
        task = self._start(tr("Outcrop: importing {name}", name=file.name), job, f"{file.stem} import")
        if task is not None:
            task.ended.connect(partial(self._on_taken, file, settings))

    def _start(self, title: str, job: object, name: str) -> Optional[JobTask]:
        try:
            self._launcher.check()
            return self._launcher.start(title, job, self._launcher.run_folder(name))
        except OutcropError as error:
            self._messages.error(error_text(error))
            return None

    def _on_exported(self, file: Path, outcome: Outcome) -> None:
        if outcome.succeeded:
            self._messages.success(tr("The model was exported to “{file}”.", file=file))
        elif outcome.kind != CANCELLED:
            self._messages.error(outcome.text, outcome.details)

    def _on_taken(self, file: Path, settings: Optional[OnnxSettings], outcome: Outcome) -> None:
        if outcome.result is not None:
            self.imported.emit(str(outcome.result.get("model_file") or ""))
        elif outcome.kind == BAD_INPUT:
            self._ask(file, outcome.text, settings)
        elif outcome.kind != CANCELLED:
            self._messages.error(outcome.text, outcome.details)

    def _ask(self, file: Path, reason: str, settings: Optional[OnnxSettings]) -> None:
        dialog = ImportDialog(file, reason, settings or OnnxSettings(), self._window)
        dialog.settings_given.connect(lambda settings: self.take(file, settings))
        dialog.open()


class ImportDialog(QDialog):
    """Asks what a file doesn't say of itself; `settings_given` brings the answers."""

    settings_given = pyqtSignal(object)

    def __init__(self, file: Path, reason: str, settings: OnnxSettings, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import {name}", name=file.name))
        self.resize(440, 420)
        self.reason = QLabel(reason)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        self.form = ParameterForm()
        self.form.show_parameters(OnnxSettings, vars(settings))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Import"))
        buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip(tr("Try again with these answers"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setToolTip(tr("Leave the file where it is"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.reason)
        layout.addWidget(scroll, 1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Give the answers, if they can be understood."""
        try:
            settings = from_dict(OnnxSettings, self.form.values())
        except OutcropError as error:
            self.reason.setText(error_text(error))
            return
        super().accept()
        self.settings_given.emit(settings)
