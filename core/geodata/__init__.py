"""Geodata: grids, aligned stacks, normalisation and the sample scene."""
