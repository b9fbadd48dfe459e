"""The fields of an accuracy sample, for those who read and for those who answer it."""

from __future__ import annotations

LAYER = "accuracy_sample"
NUMBER, STRATUM, STRATUM_PX, STRATUM_M2, PROBABILITY, AREA_M2 = DESIGN_FIELDS = (
    "number", "stratum", "stratum_px", "stratum_m2", "probability", "area_m2",
)  # fmt: skip
"""The order of answering; the stratum, its pixels and its area; the chance of being drawn; the pixel's area."""
ANSWER, SECOND_ANSWER, ANSWERED_BY, ANSWERED_AT, NOTE = (
    "answer", "second_answer", "answered_by", "answered_at", "note",
)  # fmt: skip
CANNOT_TELL = "?"
"""The answer where the imagery doesn't show what is there."""
MAPS_DIFFER = "maps differ"
"""The stratum of a sample that compares two maps."""
