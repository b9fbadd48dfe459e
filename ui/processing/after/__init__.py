"""Algorithms for what comes after a prediction."""
