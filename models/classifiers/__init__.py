"""Per-pixel classifiers: how they are fitted, and the fast engines that apply them."""
