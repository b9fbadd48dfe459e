"""Algorithms for model files."""
