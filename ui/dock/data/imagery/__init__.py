"""The imagery of the Data page: the stack, its bands and its pixel size."""
