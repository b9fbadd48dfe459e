"""The fields of a layer of reviewed tiles, for those who choose, those who answer and those who learn."""

from __future__ import annotations

LAYER = "reviews"
RIGHT, CORRECTED, SKIPPED = "right", "corrected", "skipped"
NUMBER, ROUND, SCORE, PROBABILITY = "number", "round", "score", "probability"
"""The order in which tiles are offered; the round they were chosen in, why, and their chance to be chosen in it."""
VERDICT, REVIEWED_BY, REVIEWED_AT, PREDICTION = "verdict", "reviewed_by", "reviewed_at", "prediction"
SEEN_LAYER = "seen"
SEEN_BY, SEEN_AT, SEEN_SCALE, SEEN_PREDICTION = "seen_by", "seen_at", "scale", "prediction"
"""Views that were looked over without a verdict: nothing is learned from them."""
MAP_STRATUM = "whole map"
"""The stratum of random places that are mixed in: they are drawn from all of the map alike."""
ROW, COL, SIDE = "row", "col", "side"
"""Where a tile lies, in pixels of the prediction."""
