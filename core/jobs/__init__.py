"""Jobs: their specs, their events, and the worker and command line that run them."""
