"""The canvas of whoever corrects: what is drawn on it, what it shows, and its places as a raster's pixels."""
