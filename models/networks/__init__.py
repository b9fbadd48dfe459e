"""Segmentation networks, one architecture a file, and the parts that they share."""
