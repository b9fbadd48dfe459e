"""Jobs on labels: a raster of them, their split, what is wrong with them."""
