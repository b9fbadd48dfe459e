"""Layers of magnetic surveys: reduced to the pole, continued upwards, derivatives and what is made of them."""
