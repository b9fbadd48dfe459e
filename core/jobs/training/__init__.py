"""Jobs that train: a model, on from where it was stopped, and what a training would take."""
