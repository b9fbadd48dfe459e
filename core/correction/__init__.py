"""Correction: sessions of pixels put right by hand, their undo, and what is made of them."""
