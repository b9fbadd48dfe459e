"""The live map in QGIS: when it is renewed, and the layer that shows it."""
