"""What every raster function is made of, and what runs it over rasters of any size."""
