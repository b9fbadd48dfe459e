"""Encoders of the timm library, with their pretrained weights."""
