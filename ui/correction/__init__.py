"""Correction in QGIS: the map that is corrected, and the tools that correct it."""
