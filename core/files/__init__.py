"""Files: whole or not at all, guarded, under names that every system takes, and texts from anywhere."""
