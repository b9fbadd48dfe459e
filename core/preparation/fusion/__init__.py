"""Fusion: coarse layers sharpened by the detail of fine bands that go with them."""
