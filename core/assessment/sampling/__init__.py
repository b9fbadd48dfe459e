"""Accuracy samples: how many points, where, what was answered, and what follows from it."""
