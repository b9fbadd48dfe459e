"""The jobs of correction, one a file."""
