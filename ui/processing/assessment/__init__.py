"""Algorithms that assess a prediction."""
