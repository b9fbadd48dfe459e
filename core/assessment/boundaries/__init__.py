"""Boundaries: how far the lines and edges of a map lie from the true ones, and how many objects it finds."""
