"""Values of bands: how those of scenes are distributed, compared, and brought to one another."""
