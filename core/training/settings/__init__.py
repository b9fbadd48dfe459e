"""Training settings: the recipe with its presets, and the training job."""
