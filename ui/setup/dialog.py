"""The window that sets up what Outcrop computes with; it shows place, size and versions, and does nothing by itself."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Callable, Optional

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ...core.environment.places import Machine
from ...core.environment.plan import EnvironmentPlan, download_command, worker_plan
from ...core.environment.python.probing import look_at
from ...core.environment.survey import NONE, MachineSurvey, survey_machine
from ..naming import name_fields
from ..settings import INTERPRETER
from ..texts import as_plain, tr
from ..worker.task import add_task
from .keeper import MISSING, READY, SETTING_UP, Keeper
from .report import probe_report, survey_report
from .task import Ending, SetupTask, Work

_OWN, _THEIRS, _WHEELS = range(3)
_REPORT_LINES = 10


class EnvironmentDialog(QDialog):
    """Chooses between an environment of Outcrop's own, a Python of the user's, and wheels from a folder."""

    def __init__(self, keeper: Keeper, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Outcrop: Set up"))
        self.setMinimumWidth(480)
        self._keeper = keeper
        self._survey: Optional[MachineSurvey] = None
        self._looking: Optional[SetupTask] = None
        self._installed = _OWN, 0
        self._build()
        self._arrange()
        name_fields(self)
        self._connect()
        self._on_source()

    def done(self, result: int) -> None:
        """Close; an installation that runs goes on, and the dock shows it."""
        self._stop_looking()
        super().done(result)

    def _build(self) -> None:
        self.sources = [
            QRadioButton(tr("Let Outcrop make its own (recommended)")),
            QRadioButton(tr("Use a Python that I have: conda, a module, another environment")),
            QRadioButton(tr("Make one from a folder of wheels, without a network")),
        ]
        for source, tip in zip(
            self.sources,
            (
                tr("Installed into a folder of its own, from the internet; Remove deletes it again"),
                tr("Nothing is installed; it needs the packages that the report names"),
                tr("Installed into a folder of its own, from packages that you bring along"),
            ),
        ):
            source.setToolTip(tip)
        self.sources[_OWN].setChecked(True)
        self.build = QComboBox()
        for text, wish in (
            (tr("The build of PyTorch that suits this computer"), "auto"), (tr("PyTorch for the processor"), "cpu"),
            (tr("PyTorch for NVIDIA GPUs (CUDA)"), "cuda"), (tr("Without PyTorch: classifiers only"), NONE),
        ):  # fmt: skip
            self.build.addItem(text, wish)
        self.build.setToolTip(tr("Networks need PyTorch; random forest and the other classifiers don't"))
        self.python = QgsFileWidget()
        self.python.setFilePath(INTERPRETER.value())
        self.python.lineEdit().setPlaceholderText(tr("the python program of the environment"))
        self.python.setToolTip(tr("The Python to compute with: its program, such as bin/python or python.exe"))
        self.wheels = QgsFileWidget()
        self.wheels.setToolTip(tr("The folder with the wheels; Copy command gives the command that fills it"))
        self.wheels.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.wheels.lineEdit().setPlaceholderText(tr("the folder with the wheels"))
        self.report = QLabel()
        self.report.setWordWrap(True)
        self.report.setTextFormat(Qt.TextFormat.PlainText)
        self.report.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.report.setMinimumHeight(_REPORT_LINES * self.fontMetrics().lineSpacing())
        self.report.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.go = QPushButton()
        self.go.setDefault(True)
        self.stop = _button(tr("Cancel"), tr("Stop setting up; what is installed already is kept"))
        self.copy_command = _button(
            tr("Copy command"), tr("Copy the command that fills such a folder on a computer with a network")
        )
        self.repair = _button(tr("Repair"), tr("Look at every file and put back what is missing or damaged"))
        self.remove = _button(
            tr("Remove"), tr("Delete the environments that Outcrop has made, and all that is in them")
        )
        self.copy = _button(
            tr("Copy diagnostics"),
            tr("Copy facts and the log for a question; your home folder and passwords are left out"),
        )

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        lead = QLabel(tr("Outcrop computes in a Python of its own, outside QGIS. Nothing in QGIS's Python is changed."))
        lead.setWordWrap(True)
        layout.addWidget(lead)
        for source, fields in zip(self.sources, ((self.build,), (self.python,), (self.wheels, self.copy_command))):
            layout.addWidget(source)
            line = QHBoxLayout()
            line.setContentsMargins(24, 0, 0, 0)
            for number, field in enumerate(fields):
                line.addWidget(field, 1 if number == 0 else 0)
            layout.addLayout(line)
        layout.addWidget(self.report)
        layout.addStretch(1)
        layout.addWidget(self.status)
        layout.addWidget(self.bar)
        act = QHBoxLayout()
        for button in (self.repair, self.remove, self.copy):
            act.addWidget(button)
        act.addStretch(1)
        act.addWidget(self.stop)
        act.addWidget(self.go)
        layout.addLayout(act)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _connect(self) -> None:
        for source in self.sources:
            source.clicked.connect(self._on_source)
        self.build.currentIndexChanged.connect(self._on_source)
        self.python.fileChanged.connect(self._on_source)
        self.wheels.fileChanged.connect(self._on_source)
        self.go.clicked.connect(self._on_go)
        self.stop.clicked.connect(self._keeper.cancel)
        self.repair.clicked.connect(lambda: self._install(repair=True))
        self.remove.clicked.connect(self._on_remove)
        self.copy.clicked.connect(self._on_copy)
        self.copy_command.clicked.connect(self._on_copy_command)
        self._keeper.changed.connect(self._show)

    @property
    def source(self) -> int:
        """Which of the three was chosen."""
        return next(number for number, source in enumerate(self.sources) if source.isChecked())

    def _on_source(self) -> None:
        self.build.setEnabled(self.source != _THEIRS)
        self.python.setEnabled(self.source == _THEIRS)
        for field in (self.wheels, self.copy_command):
            field.setEnabled(self.source == _WHEELS)
        self.go.setText(tr("Check and use") if self.source == _THEIRS else tr("Install"))
        self.go.setToolTip(
            tr("See whether it has what is needed, and compute with it from now on")
            if self.source == _THEIRS
            else tr("Install what is listed above; it can be stopped, and goes on where it was")
        )
        self.report.clear()
        if self.source == _THEIRS:
            self._stop_looking()
            self._survey = None
        else:
            self._look(self._survey_work(), self._on_survey, tr("Looking at this computer…"))
        self._show()

    def _survey_work(self) -> Work:
        keeper, wish, variables = self._keeper, self.build.currentData(), self._keeper.variables()
        machine = Machine(
            sys.platform, str(Path.home()), variables, sys.base_exec_prefix, (sys.version_info[0], sys.version_info[1])
        )
        return lambda _progress, _cancelled: survey_machine(machine, keeper.folder, variables, wish)

    def _look(self, work: Work, then: Callable[[Ending], None], text: str) -> None:
        """Look at something in the background; the newest look alone counts."""
        self._stop_looking()
        self.report.setText(text)
        self._survey = None
        task = SetupTask(text, work)
        self._looking = task
        task.ended.connect(then)
        add_task(task)

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.ended.disconnect()
            self._looking.cancel()
            self._looking = None

    def _on_survey(self, ending: Ending) -> None:
        self._looking = None
        self._survey = ending.value
        self.report.setText(survey_report(ending.value, self._keeper.folder) if ending.succeeded else ending.sentence)
        self._show()

    def _on_probe(self, ending: Ending, path: str) -> None:
        self._looking = None
        if not ending.succeeded:
            self.report.setText(ending.sentence)
        else:
            self.report.setText(probe_report(ending.value))
            if ending.value.verdict.classifiers:
                INTERPRETER.set_value(path)
                self._keeper.changed.emit()
        self._show()

    def _on_go(self) -> None:
        if self.source != _THEIRS:
            self._install(repair=False)
            return
        path = self.python.filePath().strip()
        variables = self._keeper.variables()
        self._look(
            lambda _progress, _cancelled: look_at(Path(path).expanduser(), variables),
            lambda ending: self._on_probe(ending, path),
            tr("Looking at “{path}”…", path=path),
        )
        self._show()

    def _plan(self) -> Optional[EnvironmentPlan]:
        survey = self._survey
        if survey is None or survey.python is None:
            return None
        folder = self.wheels.filePath().strip() if self.source == _WHEELS else ""
        plan = worker_plan(self._keeper.folder, survey.python.path, survey.torch)
        return EnvironmentPlan(
            plan.folder,
            plan.python,
            plan.locks,
            plan.torch,
            plan.imports,
            uv=True,
            wheels=Path(folder) if folder else None,
        )

    def _install(self, *, repair: bool) -> None:
        plan = self._plan()
        if plan is not None:
            self._installed = self.source, self.build.currentIndex()
            self._keeper.make(plan, repair=repair)

    def _on_remove(self) -> None:
        question = tr("Delete the environments in “{folder}”? Models and results stay.", folder=self._keeper.base)
        if QMessageBox.question(self, tr("Outcrop"), as_plain(question)) == QMessageBox.StandardButton.Yes:
            self._keeper.remove()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._keeper.diagnostics({"Found": self.report.text()}))

    def _on_copy_command(self) -> None:
        torch = self._survey.torch if self._survey is not None else None
        words = download_command(self.wheels.filePath().strip() or "wheels", torch)
        QApplication.clipboard().setText(" ".join(f'"{word}"' if " " in word else word for word in words))

    def _show(self) -> None:
        """Show how things stand, and what can be pressed now."""
        state, there = self._keeper.state(), self._keeper.folder.exists()
        busy = state.kind == SETTING_UP
        ready = self._plan() is not None and self._survey is not None and (self._survey.room or there)
        named = bool(self.wheels.filePath().strip()) if self.source == _WHEELS else True
        theirs = self.source == _THEIRS
        looking = self._looking is not None
        self.go.setEnabled(not busy and not looking and (bool(self.python.filePath()) if theirs else ready and named))
        is_there = state.kind == READY and there and self._installed == (self.source, self.build.currentIndex())
        self.go.setVisible(not busy and not is_there)  # what is installed isn't offered again: Repair does that
        self.stop.setVisible(busy)
        self.bar.setVisible(busy)
        self.bar.setValue(round(1000 * state.fraction))
        ending = self._keeper.ending
        told = ending.sentence or ending.details if ending is not None and not busy else ""
        shown = {READY: tr("Ready to compute."), MISSING: ""}.get(state.kind, state.text)
        self.status.setText(told or shown)
        self.status.setVisible(bool(told or shown))
        self.repair.setEnabled(not busy and there and self._plan() is not None)
        self.remove.setEnabled(not busy and any(self._keeper.base.glob("env-*")))


def _button(text: str, tooltip: str) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tooltip)
    button.setAutoDefault(False)
    return button
