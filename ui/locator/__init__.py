"""QGIS's locator bar."""
