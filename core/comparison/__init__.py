"""Comparison: what changed between maps, where they disagree, and how models compare."""
