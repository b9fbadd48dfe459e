"""How the files of a stack are read: their bands and names, resampling, scaling and what of them counts as no data."""
