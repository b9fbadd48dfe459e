"""Labels: the legend, rasterised polygons, the labelled area, the spatial split."""
