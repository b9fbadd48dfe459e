"""Algorithms that train."""
