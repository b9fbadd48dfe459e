"""Help for the eye: the menu and keys for how imagery is shown, a second view, and hillshade."""

from __future__ import annotations

from typing import Callable, Optional

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsMapLayer, QgsProject, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ...correction.canvas.beneath import Beneath
from ...correction.eye.hillshade import hillshade_of, toggle_hillshade
from ...correction.eye.imagery_look import ImageryLook
from ...correction.eye.second_view import SecondView
from ...correction.keys import KEYS
from ...layers.predictions import MODEL_PROPERTY
from ...messages import Messages
from ...texts import as_caption, tr
from .finding import is_prediction

_LOOKS = ("natural", "false", "band", "stretch", "original")


class Eye(QObject):
    """Does what the menu and the keys ask for, to the imagery on top of those that are shown."""

    def __init__(
        self, menu: QMenu, project: QgsProject, canvas: QgsMapCanvas, beneath: Beneath, messages: Messages,
        parent: Optional[QObject] = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._project, self._canvas, self._beneath, self._messages = project, canvas, beneath, messages
        self._menu = menu
        self.look = ImageryLook()
        self.new_canvas: Callable[[], Optional[QgsMapCanvas]] = lambda: None
        self.second = SecondView(canvas, self._make_canvas, self)
        menu.aboutToShow.connect(self.fill)

    def shutdown(self) -> None:
        """Let go of the canvas."""
        self._menu.clear()
        self.second.shutdown()

    def _make_canvas(self) -> Optional[QgsMapCanvas]:
        return self.new_canvas()

    def do(self, name: str) -> None:
        """Do what a key asks for."""
        layer = self.imagery()
        if layer is None or name not in _LOOKS:
            return
        view = self._view(layer)
        doers: dict[str, Callable[[], str]] = {
            "natural": lambda: self.look.natural(layer, view), "false": lambda: self.look.false_colours(layer, view),
            "band": lambda: self.look.next_band(layer, view), "stretch": lambda: self.look.stretch(layer, view),
            "original": lambda: self.look.original(layer),
        }  # fmt: skip
        if not doers[name]() and name in ("natural", "false"):
            self._messages.warning(tr("“{name}” has no bands for that.", name=layer.name()))
        self._beneath.forget()

    def imagery(self) -> Optional[QgsRasterLayer]:
        """Give the uppermost raster that is shown and is no prediction."""
        return next(iter(self._rasters(self._canvas.layers())), None)

    def fill(self) -> None:
        """Fill the menu with what goes with the layers that are there now."""
        self._menu.clear()
        layer = self.imagery()
        for action in KEYS:
            if action.name in _LOOKS:
                entry = self._menu.addAction(f"{_capital(tr(action.text))}\t{action.keys[0]}", self._doer(action.name))
                entry.setEnabled(layer is not None)
        bands = self._menu.addMenu(tr("One band"))
        if layer is not None:
            for band in range(1, layer.bandCount() + 1):
                bands.addAction(as_caption(layer.bandName(band)), self._band_shower(layer, band))
        self._menu.addSeparator()
        views = self._menu.addMenu(tr("Second map view with"))
        views.addAction(tr("the imagery beneath the map"), lambda: self._open_second(None))
        for raster in self._rasters(self._project.mapLayers().values()):
            views.addAction(as_caption(raster.name()), self._second_opener(raster))
        shades = self._menu.addMenu(tr("Hillshade over the map"))
        for raster in self._rasters(self._project.mapLayers().values()):
            if raster.bandCount() == 1:
                entry = shades.addAction(as_caption(raster.name()), self._shader(raster))
                entry.setCheckable(True)
                entry.setChecked(hillshade_of(self._project, raster) is not None)
        for submenu in (bands, views, shades):
            submenu.setEnabled(bool(submenu.actions()))

    def _rasters(self, layers: object) -> list[QgsRasterLayer]:
        return [
            layer for layer in layers  # type: ignore[attr-defined]
            if isinstance(layer, QgsRasterLayer) and not layer.customProperty(MODEL_PROPERTY)
            and not layer.customProperty("outcrop/hillshade-of") and not is_prediction(layer)
        ]  # fmt: skip

    def _view(self, layer: QgsRasterLayer) -> QgsRectangle:
        """Give what the canvas shows, in a layer's coordinate system."""
        crs = self._canvas.mapSettings().destinationCrs()
        try:
            return QgsCoordinateTransform(crs, layer.crs(), self._project).transformBoundingBox(self._canvas.extent())
        except QgsCsException:
            return layer.extent()

    def _doer(self, name: str) -> Callable[[], None]:
        return lambda: self.do(name)

    def _band_shower(self, layer: QgsRasterLayer, band: int) -> Callable[[], None]:
        def show() -> None:
            self.look.show_band(layer, self._view(layer), band)
            self._beneath.forget()

        return show

    def _second_opener(self, layer: QgsRasterLayer) -> Callable[[], None]:
        return lambda: self._open_second(layer)

    def _open_second(self, layer: Optional[QgsRasterLayer]) -> None:
        shown: list[QgsMapLayer] = [layer] if layer is not None else self._rasters(self._canvas.layers())
        if not self.second.open(shown):
            self._messages.warning(tr("There is no second map view here."))

    def _shader(self, layer: QgsRasterLayer) -> Callable[[], None]:
        return lambda: (toggle_hillshade(self._project, layer), None)[1]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
