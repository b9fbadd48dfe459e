"""The committee: a network and the classifiers that are trained beside it, and what they make together."""
