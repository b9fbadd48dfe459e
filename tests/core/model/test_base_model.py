"""The model that a training starts from: what fits, and which scaling is kept."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from outcrop.core.errors import BadInputError
from outcrop.core.geodata.normalisation import Normalisation
from outcrop.core.geodata.values.band_values import BandValues
from outcrop.core.labels.legend import Legend
from outcrop.core.model.base_model import BaseScaling, check_base
from outcrop.core.model.model_card import ModelCard

SCALING = Normalisation("percentiles", *((number, number) for number in (50.0, 40.0, 10.0, 90.0, 50.0, 20.0)))
CARD = ModelCard(
    "base", "unet", {}, ("Red", "Near infrared"), Legend.from_names(["a", "b"]), SCALING, 10.0, "uint8", 64, 8, {}
)


def test_bands_without_known_names_are_taken_in_their_order() -> None:
    check_base(CARD, "unet", ("Red", "Near infrared"))
    check_base(CARD, "unet", ("band 1", "band 2"))
    check_base(CARD, "unet", ("Red", "NIR"))


@pytest.mark.parametrize("bands", [("Near infrared", "Red"), ("Red",), ("x", "Red"), ("Red", "Near infrared", "Blue")])
def test_other_bands_are_refused(bands: tuple[str, ...]) -> None:
    with pytest.raises(BadInputError, match="was trained on Red, Near infrared"):
        check_base(CARD, "unet", bands)


def test_another_architecture_is_refused_by_name() -> None:
    with pytest.raises(BadInputError, match="Choose the model “U-Net”"):
        check_base(CARD, "segnet", CARD.bands)
    for one, other in (("unet", "random_forest"), ("random_forest", "unet")):
        with pytest.raises(BadInputError, match=r"“Random forest” learns everything anew: .* from “base”"):
            check_base(replace(CARD, architecture=one), other, CARD.bands)
    with pytest.raises(BadInputError, match="imported from ONNX"):
        check_base(replace(CARD, architecture="onnx"), "unet", CARD.bands)


@pytest.mark.parametrize(
    ("low", "high", "kept"),
    [(10, 90, True), (30, 100, True), (40, 80, True), (40, 60, False), (200, 280, False), (-100, 200, False)],
)
def test_scaling_is_kept_for_values_of_the_same_range(low: float, high: float, kept: bool) -> None:
    learned = replace(SCALING, low=(10.0, low), high=(90.0, high), offset=(1.0, 1.0))
    assert BaseScaling(SCALING).fitted(learned, None) is (SCALING if kept else learned)


def test_values_that_are_known_decide_in_place_of_the_range() -> None:
    known = BandValues.of(np.random.default_rng(0).normal(50, 20, (2, 1000)))
    seen = BandValues.of(np.random.default_rng(1).normal(52, 20, (2, 1000)))
    moved = BandValues.of(np.random.default_rng(1).normal(500, 40, (2, 1000)))
    learned = replace(SCALING, low=(420.0, 420.0), high=(580.0, 580.0), offset=(1.0, 1.0))
    base = BaseScaling(SCALING, known)
    assert base.fitted(learned, seen) is SCALING
    brought = base.fitted(learned, moved)
    assert brought.offset == pytest.approx((500.0, 500.0), abs=10)
    assert brought.scale == pytest.approx((80.0, 80.0), rel=0.1)
    assert (brought.low, brought.high) == (learned.low, learned.high)
