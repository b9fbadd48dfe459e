"""Jobs that tell how right a map is."""
