"""Jobs: what the worker and the command line do, one a file, and their specs."""
