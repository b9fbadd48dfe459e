"""Maps that were predicted, read to be assessed."""
