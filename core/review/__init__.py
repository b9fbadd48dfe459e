"""Where to look next on a map, and an honest figure of its accuracy meanwhile."""
