"""Data sets of tiles: written from imagery and labels, and read from elsewhere."""
