"""Results: what a training finds of what is held back, and what it leaves."""
