"""Prediction: windows, engines, blending, writing and what follows."""
