"""Sets of pixels: what is drawn, outlined and kept."""
