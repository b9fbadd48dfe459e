"""A classifier's training: one fit to labelled pixels."""
