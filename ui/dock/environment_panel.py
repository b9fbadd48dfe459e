"""The environment in the dock: its banner, the window that sets it up, the first steps and the sample."""

from __future__ import annotations

from functools import partial
from typing import Callable, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...core.sample.jobs import USUAL_SCENE
from ..first_steps import FirstSteps
from ..help.manual import manual_url, open_manual
from ..help.standing import qgis_locale
from ..messages import Messages
from ..projects.sample_project import SampleProject
from ..setup.dialog import EnvironmentDialog
from ..setup.keeper import PARTLY, READY, SETTING_UP, USABLE, Keeper, State
from ..texts import tr
from ..worker.launcher import Launcher
from .banner import Banner


class EnvironmentPanel(QObject):
    """Wires the keeper of the environment to what shows it; `networks_work` says whether it can train networks."""

    networks_work = pyqtSignal(bool)

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
        self._show(self.keeper.state())

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
            self.first_steps.manual_requested.connect(self.open_manual)
        self.first_steps.set_ready(ready=self.keeper.state().kind in USABLE)
        self.first_steps.show()
        self.first_steps.raise_()

    def open_sample(self, kind: str = USUAL_SCENE) -> None:
        """Make a sample and add it to the project; where nothing can compute yet, show the window that sets up."""
        if self.keeper.state().kind not in USABLE:
            self.open_dialog()
        else:
            self.sample.open(kind)

    def open_manual(self, page: str = "index") -> None:
        """Open a page of the manual in the browser, or say where it is."""
        if not open_manual(page):
            address = manual_url(page, locale=qgis_locale()).toString()
            self._messages.warning(tr("No browser could be opened. The manual is here: {address}", address=address))

    def help_button(self, shown: Callable[[], str], *others: QWidget) -> QWidget:
        """Make the corner of the tab bar: [?] with its menu, and the buttons beside it.

        Args:
            shown: Tells which page of the manual is about what the dock shows.
            others: The buttons beside it.
        """
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        button.setAutoRaise(True)
        button.setToolTip(tr("Help: the manual, and the first steps with a sample to try them on"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.help_menu = QMenu(button)
        about = self.help_menu.addAction(tr("About this page"), lambda: self.open_manual(shown()))
        about.setShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents))
        about.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.addAction(about)
        self.help_menu.addAction(tr("Manual"), partial(self.open_manual, "index"))
        self.help_menu.addAction(tr("What goes wrong, and what to do"), partial(self.open_manual, "trouble"))
        self.help_menu.addSeparator()
        self.help_menu.addAction(tr("First steps"), self.open_first_steps)
        button.setMenu(self.help_menu)
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

    def _show(self, state: State) -> None:
        self._banner.show_state(state)
        if state.kind != SETTING_UP:  # until then it is as it was
            self.networks_work.emit(state.kind != PARTLY)

    def _on_changed(self) -> None:
        state, ending = self.keeper.state(), self.keeper.ending
        self._show(state)
        if self.first_steps is not None and self.first_steps.isVisible():
            self.first_steps.set_ready(ready=state.kind in USABLE)
        if self._was_busy and state.kind != SETTING_UP and ending is not None:
            if ending.sentence:
                self._messages.error(ending.sentence, ending.details)
            elif state.kind == READY and not ending.cancelled:
                self._messages.success(tr("Outcrop is ready to compute."))
        self._was_busy = state.kind == SETTING_UP
