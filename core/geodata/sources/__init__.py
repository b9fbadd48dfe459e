"""How the files of a stack are read: their role, resampling, scaling and what of them counts as no data."""
