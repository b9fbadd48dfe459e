"""The environment in the dock: its banner, the window that sets it up, the first steps and the sample."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ...resources.sample.jobs import USUAL_SCENE
from ..first_steps import FirstSteps
from ..launcher import Launcher
from ..messages import Messages
from ..sample_project import SampleProject
from ..setup.dialog import EnvironmentDialog
from ..setup.keeper import READY, SETTING_UP, USABLE, Keeper
from ..texts import tr
from .banner import Banner


class EnvironmentPanel(QObject):
    """Wires the keeper of the environment to what shows it."""

    def __init__(
        self, banner: Banner, project: QgsProject, canvas: QgsMapCanvas, launcher: Launcher, messages: Messages,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._banner, self._messages, self._window = banner, messages, parent
        self.keeper = Keeper(self)
        self.sample = SampleProject(project, canvas, launcher, messages, self)
        self.dialog: Optional[EnvironmentDialog] = None
        self.first_steps: Optional[FirstSteps] = None
        self._was_busy = False
        banner.setup_requested.connect(self.open_dialog)
        banner.cancel_requested.connect(self.keeper.cancel)
        self.keeper.changed.connect(self._on_changed)

    def check(self) -> None:
        """Show how things stand with the environment."""
        self._banner.show_state(self.keeper.state())

    def open_dialog(self) -> None:
        """Show the window that sets up; nothing is installed by that."""
        if self.dialog is None:
            self.dialog = EnvironmentDialog(self.keeper, self._window)
        self.dialog.show()
        self.dialog.raise_()

    def open_first_steps(self) -> None:
        """Show what Outcrop does and how to begin."""
        if self.first_steps is None:
            self.first_steps = FirstSteps(self._window)
            self.first_steps.sample_requested.connect(self.open_sample)
            self.first_steps.setup_requested.connect(self.open_dialog)
        self.first_steps.set_ready(ready=self.keeper.state().kind in USABLE)
        self.first_steps.show()
        self.first_steps.raise_()

    def open_sample(self, kind: str = USUAL_SCENE) -> None:
        """Make a sample and add it to the project; where nothing can compute yet, show the window that sets up."""
        if self.keeper.state().kind not in USABLE:
            self.open_dialog()
        else:
            self.sample.open(kind)

    def help_button(self, *others: QWidget) -> QWidget:
        """Make the corner of the tab bar: [?] and the buttons beside it."""
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        button.setAutoRaise(True)
        button.setToolTip(tr("First steps: what Outcrop does, and a sample to try it on"))
        button.clicked.connect(self.open_first_steps)
        corner = QWidget()
        line = QHBoxLayout(corner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for widget in (button, *others):
            line.addWidget(widget)
        return corner

    def shutdown(self) -> bool:
        """Stop setting up; True when no process is left."""
        for window in (self.dialog, self.first_steps):
            if window is not None:
                window.close()
        return self.keeper.shutdown()

    def _on_changed(self) -> None:
        state, ending = self.keeper.state(), self.keeper.ending
        self._banner.show_state(state)
        if self.first_steps is not None and self.first_steps.isVisible():
            self.first_steps.set_ready(ready=state.kind in USABLE)
        if self._was_busy and state.kind != SETTING_UP and ending is not None:
            if ending.sentence:
                self._messages.error(ending.sentence, ending.details)
            elif state.kind == READY and not ending.cancelled:
                self._messages.success(tr("Outcrop is ready to compute."))
        self._was_busy = state.kind == SETTING_UP
