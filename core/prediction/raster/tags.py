"""The names under which a class raster says of itself what its classes are and which models made it."""

LEGEND_TAG, MODELS_TAG = "OUTCROP_LEGEND", "OUTCROP_MODELS"
CLASS_TAG = "OUTCROP_CLASS"
"""Under this a raster of saliency names the class that it explains."""
THRESHOLD_TAG, PROBABILITIES_TAG = "OUTCROP_THRESHOLD", "OUTCROP_PROBABILITIES"
"""And by which threshold of one class, from which probabilities, where that was so."""
HISTOGRAM_ITEM = "STATISTICS_HISTBINVALUES"
"""The item of a band's metadata under which a raster of quantities keeps how often each value occurs."""
