"""Training data: scenes, the tiles drawn from them, statistics and augmentation."""
