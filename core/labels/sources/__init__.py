"""Sources of labels: polygons, points, rasters, reviews and corrections, read window by window as ids of a legend."""
