"""Training: recipes, losses, augmentation, sampling, the loop and its runs."""
