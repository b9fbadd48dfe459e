"""Prediction on a Dask cluster: tiles computed there, written here."""
