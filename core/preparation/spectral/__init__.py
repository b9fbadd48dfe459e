"""Layers of the spectrum: ratios and indices, principal components, minimum noise fraction."""
