"""Jobs that make rasters: layers of rasters, of tables of samples, and stacks of them."""
