"""Models and runs: their lists, cards and files."""
