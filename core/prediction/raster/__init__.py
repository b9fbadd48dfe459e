"""The prediction as a raster: tiles, blending, writing, overviews, style."""
