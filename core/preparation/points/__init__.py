"""Layers of point samples, such as geochemistry: interpolated to the pixels of a raster."""
