"""Training again with corrections: the same extent mapped anew, and what changed."""
