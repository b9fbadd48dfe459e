"""What Outcrop puts into the project to begin with: the sample, the demo, a layer to draw in."""
