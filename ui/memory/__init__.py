"""Memory: what use has taught on this machine, beside the settings that somebody chose."""
