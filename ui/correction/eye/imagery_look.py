"""How the imagery looks: band combinations and stretches for the eye, and the way back to its own style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterRenderer,
    QgsRectangle,
    QgsSingleBandGrayRenderer,
)

_LOW, _HIGH = 0.02, 0.98
_SAMPLE = 250_000
_RED, _GREEN, _BLUE, _INFRARED = ("red",), ("green",), ("blue",), ("nir", "near infrared", "near-infrared", "infrared")


class ImageryLook:
    """Changes the style of raster layers for a while, and remembers what each had before."""

    def __init__(self) -> None:
        self._before: dict[str, QgsRasterRenderer] = {}
        self._band: dict[str, int] = {}

    def natural(self, layer: QgsRasterLayer, view: QgsRectangle) -> str:
        """Show red, green and blue as such; give what is shown, empty where the layer has no such bands."""
        return self._combine(layer, view, (_RED, _GREEN, _BLUE), (3, 2, 1) if layer.bandCount() > 3 else (1, 2, 3))

    def false_colours(self, layer: QgsRasterLayer, view: QgsRectangle) -> str:
        """Show near infrared as red, red as green, green as blue."""
        return self._combine(layer, view, (_INFRARED, _RED, _GREEN), (4, 3, 2))

    def next_band(self, layer: QgsRasterLayer, view: QgsRectangle) -> str:
        """Show the next band alone, in grey."""
        band = self._band.get(layer.id(), 0) % max(1, layer.bandCount()) + 1
        self._band[layer.id()] = band
        return self.show_band(layer, view, band)

    def show_band(self, layer: QgsRasterLayer, view: QgsRectangle, band: int) -> str:
        """Show one band in grey, stretched to what the view holds."""
        renderer = QgsSingleBandGrayRenderer(layer.dataProvider(), band)
        renderer.setContrastEnhancement(self._stretched(layer, band, view))
        self._set(layer, renderer)
        return str(layer.bandName(band))

    def stretch(self, layer: QgsRasterLayer, view: QgsRectangle) -> str:
        """Stretch what is shown to the 2nd to 98th percentile of the view; empty where nothing can be stretched."""
        renderer = layer.renderer()
        if isinstance(renderer, QgsMultiBandColorRenderer):
            stretched = renderer.clone()
            self._stretch_colours(layer, stretched, view)
        elif isinstance(renderer, QgsSingleBandGrayRenderer):
            stretched = renderer.clone()
            stretched.setContrastEnhancement(self._stretched(layer, renderer.grayBand(), view))
        else:
            return ""
        self._set(layer, stretched)
        return str(layer.name())

    def original(self, layer: QgsRasterLayer) -> str:
        """Give the layer back the style that it had."""
        before = self._before.pop(layer.id(), None)
        self._band.pop(layer.id(), None)
        if before is None:
            return ""
        layer.setRenderer(before)
        layer.triggerRepaint()
        return str(layer.name())

    def _combine(
        self, layer: QgsRasterLayer, view: QgsRectangle, wanted: Sequence[Sequence[str]], otherwise: Sequence[int]
    ) -> str:
        by_name = [_band_named(layer, names) for names in wanted]
        bands = by_name if all(by_name) else list(otherwise)
        if any(band is None or not 0 < band <= layer.bandCount() for band in bands) or layer.bandCount() < 3:
            return ""
        red, green, blue = (int(band or 0) for band in bands)
        renderer = QgsMultiBandColorRenderer(layer.dataProvider(), red, green, blue)
        self._stretch_colours(layer, renderer, view)
        self._set(layer, renderer)
        return " · ".join(layer.bandName(band) for band in (red, green, blue))

    def _stretch_colours(self, layer: QgsRasterLayer, renderer: QgsMultiBandColorRenderer, view: QgsRectangle) -> None:
        """Stretch all three bands; by setters, which take what is given for their own, as the constructor doesn't."""
        renderer.setRedContrastEnhancement(self._stretched(layer, renderer.redBand(), view))
        renderer.setGreenContrastEnhancement(self._stretched(layer, renderer.greenBand(), view))
        renderer.setBlueContrastEnhancement(self._stretched(layer, renderer.blueBand(), view))

    def _stretched(self, layer: QgsRasterLayer, band: int, view: QgsRectangle) -> QgsContrastEnhancement:
        provider = layer.dataProvider()
        box = view.intersect(layer.extent())
        low, high = provider.cumulativeCut(band, _LOW, _HIGH, box if not box.isEmpty() else layer.extent(), _SAMPLE)
        enhancement = QgsContrastEnhancement(provider.dataType(band))
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum, False
        )
        enhancement.setMinimumValue(low, False)
        enhancement.setMaximumValue(high if high > low else low + 1.0)
        return enhancement

    def _set(self, layer: QgsRasterLayer, renderer: QgsRasterRenderer) -> None:
        self._before.setdefault(layer.id(), layer.renderer().clone())
        origin = QgsRasterMinMaxOrigin()
        origin.setLimits(QgsRasterMinMaxOrigin.Limits.None_)
        renderer.setMinMaxOrigin(origin)
        layer.setRenderer(renderer)
        layer.triggerRepaint()


def _band_named(layer: QgsRasterLayer, names: Sequence[str]) -> Optional[int]:
    """Find a band by what its name says, such as “Band 3: Red”."""
    for band in range(1, layer.bandCount() + 1):
        name = layer.bandName(band).partition(":")[2].strip().casefold() or layer.bandName(band).casefold()
        if name in names:
            return band
    return None
