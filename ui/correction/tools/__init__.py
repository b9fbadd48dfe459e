"""The map tools of the Correct page, one way of drawing a file."""
