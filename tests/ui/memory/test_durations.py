"""What predictions took tells what the next one will take: a start-up, and so much a pixel."""

from __future__ import annotations

import pytest
from outcrop.ui.memory.durations import epoch_seconds_of, estimate_s, remember_duration, remember_trial
from outcrop.ui.memory.memory import memory


def test_nothing_is_said_of_a_model_that_never_ran() -> None:
    assert estimate_s("unet", 1e6) is None


def test_a_trial_does_not_promise_a_second() -> None:
    remember_trial("unet", 1e6)
    assert estimate_s("unet", 1e6) == pytest.approx(6.0)


def test_start_up_and_speed_are_told_apart() -> None:
    for pixels in (1e6, 2e6, 50e6):
        remember_duration("unet", pixels, 28.0 + pixels / 1e6)
    assert estimate_s("unet", 1e6) == pytest.approx(29.0)
    assert estimate_s("unet", 900e6) == pytest.approx(928.0)
    assert estimate_s("unet", 1.0) == pytest.approx(28.0)


def test_small_predictions_alone_make_no_large_one_slow() -> None:
    remember_trial("unet", 1e6)
    remember_duration("unet", 1e5, 30.0)
    assert estimate_s("unet", 1e5) == pytest.approx(30.0)
    assert estimate_s("unet", 1e8) == pytest.approx(130.0, rel=0.01)


@pytest.mark.parametrize("pixels", [1.0, 1e3, 1e6, 1e9])
def test_no_estimate_is_below_nothing(pixels: float) -> None:
    for seen, seconds in ((1e6, 40.0), (8e6, 20.0), (9e6, 300.0)):
        remember_duration("unet", seen, seconds)
    assert estimate_s("unet", pixels) >= 0.0


def test_newest_predictions_count() -> None:
    for _ in range(20):
        remember_duration("unet", 1e6, 100.0)
    for _ in range(8):
        remember_duration("unet", 1e6, 10.0)
    assert estimate_s("unet", 1e6) == pytest.approx(10.0)


def test_what_was_edited_by_hand_counts_as_nothing() -> None:
    memory().remember("durations/unet", [[1]])
    memory().remember("epoch/unet", "long")
    assert estimate_s("unet", 1e6) is None
    assert epoch_seconds_of("unet") == 0.0
