"""Algorithms for labels."""
