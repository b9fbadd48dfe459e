"""Classes of few labelled pixels are named together, with how many they have."""

from __future__ import annotations

from outcrop.core.labels.few_pixels import FEW_PIXELS, few_pixels_notes


def test_classes_of_few_pixels_are_named_in_one_note() -> None:
    (note,) = few_pixels_notes({"dike": 12, "rock": FEW_PIXELS, "snow": FEW_PIXELS - 1})
    assert "of “dike” (12), “snow” (399): " in note


def test_classes_without_pixels_and_with_enough_are_not_named() -> None:
    assert few_pixels_notes({"dike": 0, "rock": FEW_PIXELS}) == ()
