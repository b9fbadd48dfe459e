"""Geodata preparation: rasters made of rasters, such as terrain, spectral indices and log-ratios, to train on."""
