"""Layers of gamma-ray surveys: ratios of potassium, thorium and uranium, and the ternary picture."""
