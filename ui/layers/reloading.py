"""Reloading: a raster layer drawn from its file as it is now."""

from __future__ import annotations

from qgis.core import QgsDataProvider, QgsRasterLayer
from qgis.PyQt.QtCore import QSignalBlocker


def reload(layer: QgsRasterLayer) -> None:
    """Show a raster as it is on the disk now, in all views; style, no-data values and coordinate system stay.

    The layer gets a new provider. One that only reads its data anew (`reloadData`) goes on showing old pixels where
    the file has changed while it was drawn: as soon as that drawing ends, the provider takes over what the drawing had
    opened, and hands it to the next one (`cacheGdalHandlesForLaterReuse` in qgsgdalprovider.cpp).
    """
    old = layer.dataProvider()
    bands = range(1, old.bandCount() + 1)
    no_data = [(old.useSourceNoDataValue(band), old.userNoDataValues(band)) for band in bands]
    crs = layer.crs()
    with QSignalBlocker(layer):  # nothing but the pixels is another: neither legend nor style panel is made anew
        layer.setDataSource(layer.source(), layer.name(), layer.providerType(), QgsDataProvider.ProviderOptions())
        layer.setCrs(crs)
        provider = layer.dataProvider()
        for band, (is_used, values) in zip(range(1, provider.bandCount() + 1), no_data):
            provider.setUseSourceNoDataValue(band, is_used)
            provider.setUserNoDataValue(band, values)
    layer.triggerRepaint()
