"""Layers of the shape of the ground, from an elevation model."""
