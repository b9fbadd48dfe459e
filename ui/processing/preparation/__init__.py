"""Algorithms that make layers of rasters, to stack on imagery."""
