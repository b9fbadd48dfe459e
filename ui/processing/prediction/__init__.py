"""Algorithms that predict."""
