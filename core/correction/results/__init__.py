"""What the worker makes of corrections: a corrected map, labels, and the index of regions."""
