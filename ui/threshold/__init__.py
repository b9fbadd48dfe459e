"""More or fewer: one class of a map thresholded anew, seen at once, from the probabilities that were kept."""
