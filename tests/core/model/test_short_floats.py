"""Short floats: bfloat16 is taken where the CPU has it and is faster in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch
from outcrop.core.model import short_floats
from outcrop.core.model.devices import choose_device
from outcrop.core.model.short_floats import bfloat16_pays

FAST, SLOW = 0.01, 0.02


@pytest.fixture(autouse=True)
def _measured_anew() -> Iterator[None]:
    bfloat16_pays.cache_clear()
    yield
    bfloat16_pays.cache_clear()


@pytest.mark.parametrize(
    ("has_it", "short_s", "expected"),
    [
        (True, FAST / 2, torch.bfloat16),
        (True, SLOW, torch.float32),
        (True, 0.95 * FAST, torch.float32),
        (False, FAST / 2, torch.float32),
    ],
)
def test_the_faster_precision_is_taken(
    has_it: bool, short_s: float, expected: torch.dtype, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(short_floats, "_has_bfloat16", lambda: has_it)
    monkeypatch.setattr(short_floats, "_step_s", lambda precision: FAST if precision == torch.float32 else short_s)
    assert choose_device("cpu", 1).precision == expected


@pytest.mark.parametrize("context", [torch.no_grad, torch.inference_mode, torch.enable_grad])
def test_measuring_draws_nothing_and_works_anywhere(context: type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(short_floats, "_has_bfloat16", lambda: True)
    before = torch.get_rng_state()
    with context():
        assert bfloat16_pays() in (True, False)
    assert torch.equal(torch.get_rng_state(), before)
