"""Setting up what Outcrop computes with: an environment of its own, a Python of the user's, or wheels from a folder."""
