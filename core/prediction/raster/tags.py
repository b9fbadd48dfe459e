"""The names under which a class raster says of itself what its classes are and which models made it."""

LEGEND_TAG, MODELS_TAG = "OUTCROP_LEGEND", "OUTCROP_MODELS"
