"""Log-ratios of compositions, such as oxides or elements, in rasters and in attribute tables."""
