"""The clock of a training."""

from __future__ import annotations

import time
from contextlib import suppress

from outcrop.core.training.runs.clock import Clock


def test_earlier_sittings_count_and_pauses_do_not() -> None:
    clock = Clock(100.0)
    time.sleep(0.05)
    with clock.stopped():
        time.sleep(0.3)
    assert 100.05 <= clock.seconds < 100.3


def test_a_pause_that_ends_in_an_error_is_left_out_too() -> None:
    clock = Clock()
    with suppress(ValueError), clock.stopped():
        time.sleep(0.2)
        raise ValueError
    assert clock.seconds < 0.15
