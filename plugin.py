"""The plugin: one button and one menu entry that show the dock; everything else stands behind the dock."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

from .ui.compat import QAction
from .ui.dock.dock import OutcropDock
from .ui.first_steps import are_seen
from .ui.help.standing import LOADED, SEEN_VERSION, is_newer
from .ui.layers.layer_menu import LayerMenu
from .ui.locator.locator import OutcropLocator, commands
from .ui.memory.memory import memory
from .ui.messages import Messages
from .ui.processing.provider import OutcropProvider, register
from .ui.texts import tr
from .ui.translation import install_translation, remove_translation
from .ui.worker.task import keep_threads
from .ui.worker.toolbox_worker import close_toolbox_worker

ICON = Path(__file__).parent / "resources" / "icons" / "outcrop.svg"


class OutcropPlugin:
    """What QGIS loads and unloads."""

    def __init__(self, iface: QgisInterface) -> None:
        """Keep QGIS's interface; nothing is built before `initGui`."""
        self._iface = iface
        self.action: Optional[QAction] = None
        self.dock: Optional[OutcropDock] = None
        self.provider: Optional[OutcropProvider] = None
        self.layer_menu: Optional[LayerMenu] = None
        self.locator: Optional[OutcropLocator] = None
        self._translator = install_translation()

    def initProcessing(self) -> None:
        """Add the algorithms; all that `qgis_process` asks for, where there is no window."""
        keep_threads()
        self.provider = register()

    def initGui(self) -> None:
        """Add the button, the menu entry and the dock, which stays hidden until it is asked for."""
        self.initProcessing()
        window = self._iface.mainWindow()
        messages = Messages(self._iface.messageBar())
        self.dock = OutcropDock(
            QgsProject.instance(), self._iface.mapCanvas(), messages, self._iface.setActiveLayer,
            self._iface.cadDockWidget(), window,
        )  # fmt: skip
        self.dock.correcting.eye.new_canvas = self._second_view
        self.dock.setUserVisible(False)
        self.action = QAction(QIcon(str(ICON)), tr("Outcrop"), window)
        self.action.setToolTip(tr("Outcrop: train on polygons drawn over imagery, and map with the model"))
        self.action.setCheckable(True)
        self.dock.setToggleVisibilityAction(self.action)
        self.action.triggered.connect(self._on_first_time)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._iface.addToolBarIcon(self.action)
        self._iface.addPluginToRasterMenu(tr("&Outcrop"), self.action)
        self._greet(messages)
        self.layer_menu = LayerMenu(self._iface, QgsProject.instance(), self.dock.show_prediction_of, window)
        self.locator = OutcropLocator(commands(self.dock))
        self._iface.registerLocatorFilter(self.locator)

    def unload(self) -> None:
        """Take everything away again, in reverse; running workers are ended."""
        if self.dock is None or self.action is None:
            return
        if self.locator is not None:
            self._iface.deregisterLocatorFilter(self.locator)
        if self.layer_menu is not None:
            self.layer_menu.shutdown()
            self.layer_menu.deleteLater()
        self._iface.removePluginRasterMenu(tr("&Outcrop"), self.action)
        self._iface.removeToolBarIcon(self.action)
        self.dock.shutdown()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.action.deleteLater()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        close_toolbox_worker()
        remove_translation(self._translator)
        memory().settle()
        self.dock = self.action = self.provider = self._translator = self.layer_menu = self.locator = None

    def _greet(self, messages: Messages) -> None:
        """Note the newest version that has run in this profile, and say where that was a newer one."""
        seen = memory().recall(SEEN_VERSION)
        if is_newer(seen, LOADED):
            text = tr(
                "The settings were written by a newer Outcrop ({newer}; this is {own}). They are kept; what this "
                "version doesn't know of them is left alone. Update Outcrop to have all of it.", newer=seen, own=LOADED,
            )  # fmt: skip
            messages.warning(text)
        else:
            memory().remember(SEEN_VERSION, LOADED)

    def _on_first_time(self, shown: bool) -> None:
        """Explain the loop when the dock is opened for the first time."""
        if shown and self.dock is not None and not are_seen():
            self.dock.environment.open_first_steps()

    def _second_view(self) -> Optional[QgsMapCanvas]:
        """Open a map view of QGIS's own, under a name that is free."""
        taken = {canvas.objectName() for canvas in self._iface.mapCanvases()}
        names = (tr("Outcrop: second view {n}", n=number) for number in range(1, 1000))
        return self._iface.createNewMapCanvas(next(name for name in names if name not in taken))
