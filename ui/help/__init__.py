"""Help: where the manual lies, and how it is opened."""
