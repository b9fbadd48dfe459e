"""Algorithms for data sets of tiles."""
