"""Names of classes: values as names, their spelling, and what rasters call theirs."""
