"""The sample scene of lithological units: a folded and faulted succession with its geophysics and geochemistry."""
