"""Fitting: a model brought to a scene that looks different from those of its training, without any label of it."""
