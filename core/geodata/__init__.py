"""Geodata: grids, rasters and stacks on them, their values, and where they lie on the ground."""
