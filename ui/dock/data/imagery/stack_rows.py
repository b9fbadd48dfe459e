"""The further rasters of the stack: one line each, to move up or to take out, and the button that adds one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from .....core.preparation.base.raster_function import RasterFunction
from .....core.preparation.functions import FUNCTIONS
from ....layers.own_rasters import is_own
from ....sources.source_button import SourceButton
from ....texts import as_caption, as_plain, tr
from ....widgets.algorithm_dialog import open_dialog
from ....widgets.layouts import clear
from .imagery_box import ImageryBox
from .layer_watch import LayerWatch


class StackRows(QWidget):
    """Keeps the layers that lie on the first one; `changed` when they are others or in another order.

    `taken` comes when a raster that looks like a map of classes is to be the imagery all the same.

    The first layer is chosen in a combo box that stands elsewhere; a layer moved above it becomes the first.
    """

    changed = pyqtSignal()
    taken = pyqtSignal()

    def __init__(self, project: QgsProject, first: ImageryBox, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._project, self._first = project, first
        self._ids: list[str] = []
        self._watch = LayerWatch(self)
        self._watch.changed.connect(self._on_altered)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.add = QToolButton()
        self.add.setIcon(QgsApplication.getThemeIcon("/symbologyAdd.svg"))
        self.add.setToolTip(
            tr("Stack another raster on the imagery, such as elevation or magnetics; it is brought to the first’s grid")
        )
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.add)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.add.setMenu(menu)
        self.first_source = SourceButton()
        self.first_source.changed.connect(self.changed)
        self._on_first(first.currentLayer())
        first.layerChanged.connect(self._on_first)
        project.layersRemoved.connect(self._on_removed)
        self.hide()

    @property
    def layer_ids(self) -> tuple[str, ...]:
        """The ids of the further layers, in order."""
        return tuple(self._ids)

    def beside_source(self, widget: QWidget) -> QWidget:
        """Put what is told of the first layer beside what its numbers are."""
        together = QWidget()
        line = QHBoxLayout(together)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(widget, 1)
        line.addWidget(self.first_source)
        return together

    def layers(self) -> list[QgsRasterLayer]:
        """Give the further layers, in order."""
        layers = (self._project.mapLayer(layer_id) for layer_id in self._ids)
        return [layer for layer in layers if isinstance(layer, QgsRasterLayer)]

    def set_layers(self, layer_ids: Sequence[str]) -> None:
        """Stack these on the first; what isn't a raster of the project, or the first itself, is passed over."""
        rasters = {layer.id() for layer in self._rasters()} - {self._first_id()}
        self._ids = [layer_id for layer_id in dict.fromkeys(layer_ids) if layer_id in rasters]
        self._rebuild()
        self.changed.emit()

    def offered(self) -> list[QgsRasterLayer]:
        """Give the rasters that can be added: those from files that aren't in the stack yet."""
        used = {self._first_id(), *self._ids}
        return [layer for layer in self._rasters() if layer.id() not in used]

    def take(self, layer_id: str) -> None:
        """Take a raster for the imagery that looks like a map of classes."""
        layer = self._project.mapLayer(layer_id)
        if isinstance(layer, QgsRasterLayer):
            self._first.take(layer)
            self.taken.emit()

    def _rasters(self) -> list[QgsRasterLayer]:
        layers = self._project.mapLayers().values()
        return [
            layer
            for layer in layers
            if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal" and not is_own(layer)
        ]

    def _first_id(self) -> str:
        layer = self._first.currentLayer()
        return str(layer.id()) if layer is not None else ""

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for layer in self.offered():
            menu.addAction(as_caption(layer.name()), self._adder(layer.id()))
        if menu.isEmpty():
            menu.addAction(tr("No other raster in this project")).setEnabled(False)
        menu.addSeparator()
        maps = self._first.left_out()
        if maps:
            left_out = menu.addMenu(tr("Take for imagery what looks like a map"))
            for layer in maps:
                left_out.addAction(as_caption(layer.name()), partial(self.take, layer.id()))
        save = menu.addAction(tr("Save the stack…"), self._save)
        save.setEnabled(bool(self._ids))
        submenu = menu.addMenu(tr("Prepare a layer"))
        for function in FUNCTIONS:
            submenu.addAction(tr("{title}…", title=tr(function.title)), self._preparer(function))

    def _save(self) -> None:
        """Open the dialog that saves the stack, set to its layers."""
        open_dialog("outcrop:savestack", {"INPUT": self._first_id(), "MORE_RASTERS": list(self._ids)})

    def _preparer(self, function: RasterFunction) -> Callable[[], None]:
        """Give what opens the dialog of a raster function; the layer that it makes can be stacked then."""

        def open_it() -> None:
            layer = self._made_of(function)
            open_dialog(f"outcrop:{function.algorithm}", {"INPUT": layer.id()} if layer is not None else {})

        return open_it

    def _made_of(self, function: RasterFunction) -> Optional[QgsRasterLayer]:
        """Give the layer that a raster function is most likely meant for: the imagery, or one named after a survey."""
        if function.of_imagery:
            return self._first.currentLayer()
        words = {word.lower() for word in function.tags.split()}

        def likeness(layer: QgsRasterLayer) -> int:
            return len(words & set(re.split(r"[\W_]+", layer.name().lower())))

        best = max(self._rasters(), key=likeness, default=None)
        return best if best is not None and likeness(best) else None

    def _adder(self, layer_id: str) -> Callable[[], None]:
        return lambda: self.set_layers([*self._ids, layer_id])

    def _on_first(self, layer: Any) -> None:
        self.first_source.show_layer(layer if isinstance(layer, QgsRasterLayer) else None)
        if self._first_id() in self._ids:
            self._ids.remove(self._first_id())
        self._rebuild()

    def _on_altered(self) -> None:
        """Show and tell that a layer is called otherwise, lies elsewhere or is of another file."""
        self._rebuild()
        self.changed.emit()

    def _on_removed(self, layer_ids: Sequence[str]) -> None:
        left = [layer_id for layer_id in self._ids if layer_id not in layer_ids]
        if left != self._ids:
            self.set_layers(left)

    def _rebuild(self) -> None:
        clear(self._layout)
        for layer in self.layers():
            self._layout.addWidget(self._row(layer))
        self.setVisible(bool(self._ids))
        first = self._first.currentLayer()
        self._watch.watch([*([first] if first is not None else []), *self.layers()])

    def _row(self, layer: QgsRasterLayer) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        name = QLabel(f"+ {layer.name()}")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setToolTip(as_plain(layer.source()))
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(name, 1)
        source = SourceButton(layer)
        source.changed.connect(self.changed)
        line.addWidget(source)
        for icon, tip, act in (
            ("/mActionArrowUp.svg", tr("Move it up; above all others it gives the grid"), self._raise),
            ("/mActionRemove.svg", tr("Take it out of the stack; the layer stays in the project"), self._take_out),
        ):
            button = QToolButton()
            button.setIcon(QgsApplication.getThemeIcon(icon))
            button.setAutoRaise(True)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(_with(act, layer.id()))
            line.addWidget(button)
        return row

    def _raise(self, layer_id: str) -> None:
        index = self._ids.index(layer_id)
        if index:
            ids = list(self._ids)
            ids[index - 1 : index + 1] = [layer_id, ids[index - 1]]
            self.set_layers(ids)
            return
        former = self._first_id()
        rest = self._ids[1:]
        self._ids = []
        self._first.setLayer(self._project.mapLayer(layer_id))
        self.set_layers([former, *rest])

    def _take_out(self, layer_id: str) -> None:
        self.set_layers([other for other in self._ids if other != layer_id])


def _with(act: Callable[[str], None], layer_id: str) -> Callable[[], None]:
    return lambda: act(layer_id)
