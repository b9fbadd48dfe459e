"""The parts of a split and their codes in split rasters."""

from __future__ import annotations

UNUSED, TRAINING, VALIDATION, TEST, SEVERAL = range(5)
PART_NAMES = ("unused", "training", "validation", "test", "several parts")
PART_COLOURS = ("#ffffff", "#1b7837", "#e08214", "#5e3c99", "#b2182b")
