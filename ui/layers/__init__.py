"""Layers: from QGIS's layers to files that the worker can read, and from its results to styled layers."""
