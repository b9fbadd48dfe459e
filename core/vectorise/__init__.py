"""From a prediction to vectors: polygons, centre lines, and cleaning before."""
