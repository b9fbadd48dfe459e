"""Classes of layers: their names, counts, colours and style, and which layers hold any."""
