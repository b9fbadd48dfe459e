"""Help for the eye: how imagery looks, a second view, light and shadow."""
