"""Engines: the libraries that compute a model over tiles."""
