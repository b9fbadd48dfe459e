"""A network's training: what learns, the loop with its time, and learning from everything in the end."""
