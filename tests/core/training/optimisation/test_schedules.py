"""The schedules: torch's own as the oracle, warm-up by hand, runs limited by time, exact resumption."""

from __future__ import annotations

import json
import math

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.training.optimisation import schedules
from outcrop.core.training.optimisation.schedules import (
    PLATEAU_EPOCHS,
    PLATEAU_FACTOR,
    PLATEAU_FLOOR,
    Schedule,
)
from outcrop.core.training.settings.choices import SCHEDULES
from torch.optim import SGD, Optimizer
from torch.optim.lr_scheduler import CosineAnnealingLR, LRScheduler, OneCycleLR, ReduceLROnPlateau


def optimiser_of(*rates: float) -> Optimizer:
    return SGD([{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": rate} for rate in rates], lr=1.0)


def rates_of(optimiser: Optimizer) -> list[float]:
    return [group["lr"] for group in optimiser.param_groups]


def run(name: str, steps: int, warmup_steps: int = 0, rate: float = 0.1) -> list[float]:
    """Give the learning rate of every step of a run, and the one after its end."""
    schedule = Schedule(name, optimiser_of(rate), steps, warmup_steps=warmup_steps)
    rates = [schedule.learning_rate]
    for _ in range(steps):
        schedule.step()
        rates.append(schedule.learning_rate)
    return rates


def run_of_torch(optimiser: Optimizer, scheduler: LRScheduler, steps: int) -> list[float]:
    rates = [optimiser.param_groups[0]["lr"]]
    for _ in range(steps):
        optimiser.step()
        scheduler.step()
        rates.append(optimiser.param_groups[0]["lr"])
    return rates


@pytest.mark.parametrize("name", ["constant", "plateau"])
def test_rates_that_stay(name: str) -> None:
    assert run(name, 5) == [0.1] * 6


@pytest.mark.parametrize("steps", [1, 7, 100])
def test_cosine_is_that_of_torch(steps: int) -> None:
    optimiser = optimiser_of(0.1)
    expected = run_of_torch(optimiser, CosineAnnealingLR(optimiser, T_max=steps), steps)
    assert run("cosine", steps) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("steps", [10, 100, 333])
def test_one_cycle_is_that_of_torch(steps: int) -> None:
    # torch counts phases to the last step but one: its rise ends at pct_start · total_steps − 1.
    optimiser = optimiser_of(0.1)
    cycle = OneCycleLR(
        optimiser, max_lr=0.1, total_steps=steps + 1, pct_start=(0.3 * steps + 1) / (steps + 1), cycle_momentum=False
    )
    assert run("one_cycle", steps) == pytest.approx(run_of_torch(optimiser, cycle, steps), rel=1e-9)


@given(name=st.sampled_from(SCHEDULES), share=st.floats(0, 1))
def test_no_rate_is_above_the_largest_or_below_zero(name: str, share: float) -> None:
    assert 0.0 <= getattr(schedules, name)(share) <= 1.0


def test_warm_up_rises_evenly_from_the_first_step_on() -> None:
    assert run("constant", 6, warmup_steps=4) == pytest.approx([0.025, 0.05, 0.075, 0.1, 0.1, 0.1, 0.1])
    plain, warmed = run("cosine", 10), run("cosine", 10, warmup_steps=5)
    assert warmed[:5] == pytest.approx([rate * (step + 1) / 5 for step, rate in enumerate(plain[:5])])
    assert warmed[5:] == plain[5:]


def test_one_cycle_takes_no_second_rise() -> None:
    assert run("one_cycle", 20, warmup_steps=5) == run("one_cycle", 20)


def test_every_group_keeps_its_own_largest_rate() -> None:
    optimiser = optimiser_of(0.1, 0.01)
    schedule = Schedule("cosine", optimiser, 4, warmup_steps=2)
    assert rates_of(optimiser) == pytest.approx([0.05, 0.005])
    schedule.step()
    schedule.step()
    assert rates_of(optimiser) == pytest.approx([0.05, 0.005])
    schedule.step()
    schedule.step()
    assert rates_of(optimiser) == pytest.approx([0.0, 0.0])


def test_a_run_limited_by_time_comes_to_the_same_end() -> None:
    optimiser = optimiser_of(0.1)
    schedule = Schedule("cosine", optimiser, steps=1000)
    shares = [0.1, 0.3, 0.2, 0.6, 1.0, 1.2]
    rates = []
    for share in shares:
        schedule.step(share)
        rates.append(schedule.learning_rate)
    furthest = [0.1, 0.3, 0.3, 0.6, 1.0, 1.0]
    assert rates == pytest.approx([0.05 * (1 + math.cos(math.pi * share)) for share in furthest])


def test_more_steps_than_announced_stay_at_the_end() -> None:
    schedule = Schedule("one_cycle", optimiser_of(1.0), 3)
    for _ in range(5):
        schedule.step()
    assert schedule.learning_rate == pytest.approx(1 / 250_000)


def test_plateau_is_that_of_torch() -> None:
    ours, torchs = optimiser_of(0.1), optimiser_of(0.1)
    schedule = Schedule("plateau", ours, steps=10_000)
    oracle = ReduceLROnPlateau(
        torchs,
        mode="max",
        factor=PLATEAU_FACTOR,
        patience=PLATEAU_EPOCHS - 1,
        threshold=0.0,
        min_lr=0.1 * PLATEAU_FLOOR,
    )
    generator = torch.Generator().manual_seed(4)
    measures = torch.rand(30, generator=generator).tolist() + [0.2] * 90
    seen = set()
    for measure in measures:
        schedule.step()
        schedule.end_epoch(measure)
        oracle.step(measure)
        assert rates_of(ours) == pytest.approx(rates_of(torchs), rel=1e-9)
        seen.add(round(rates_of(ours)[0], 8))
    assert len(seen) >= 6
    assert min(seen) == pytest.approx(1e-4)


def test_a_better_measure_starts_the_wait_anew_and_nan_never_does() -> None:
    schedule = Schedule("plateau", optimiser_of(1.0), 1000)
    for measure in [0.5, *[0.4] * (PLATEAU_EPOCHS - 1), 0.6, *[math.nan] * (PLATEAU_EPOCHS - 1)]:
        schedule.end_epoch(measure)
    assert schedule.learning_rate == 1.0
    schedule.end_epoch(0.6)
    assert schedule.learning_rate == pytest.approx(PLATEAU_FACTOR)


def test_a_measure_that_began_as_nan_is_forgotten() -> None:
    schedule = Schedule("plateau", optimiser_of(1.0), 1000)
    for measure in [math.nan, *[0.1 * epoch for epoch in range(2 * PLATEAU_EPOCHS)]]:
        schedule.end_epoch(measure)
    assert schedule.learning_rate == 1.0


def test_other_schedules_do_not_listen_to_measures() -> None:
    schedule = Schedule("constant", optimiser_of(1.0), 1000)
    for _ in range(3 * PLATEAU_EPOCHS):
        schedule.end_epoch(0.1)
    assert schedule.learning_rate == 1.0


def go_on(schedule: Schedule, optimiser: Optimizer, steps: range) -> list[list[float]]:
    rates = []
    for step in steps:
        schedule.step(step / 70)
        if step % 2:
            schedule.end_epoch(0.5 - 0.001 * step)
        rates.append(rates_of(optimiser))
    return rates


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("stop", [1, 3, 24, 41])
def test_a_saved_state_goes_on_exactly_even_through_json(name: str, stop: int) -> None:
    optimiser = optimiser_of(0.1, 0.02)
    schedule = Schedule(name, optimiser, 90, warmup_steps=5)
    go_on(schedule, optimiser, range(1, stop))
    state = json.loads(json.dumps(schedule.state_dict()))
    optimiser_state = optimiser.state_dict()
    expected_now, expected = rates_of(optimiser), go_on(schedule, optimiser, range(stop, 60))

    other = optimiser_of(0.1, 0.02)
    other.load_state_dict(optimiser_state)
    resumed = Schedule(name, other, 90, warmup_steps=5)
    resumed.load_state_dict(state)
    assert rates_of(other) == expected_now
    assert go_on(resumed, other, range(stop, 60)) == expected


def test_a_run_that_goes_on_with_other_limits_is_as_far_as_its_steps() -> None:
    short, long = (Schedule("cosine", optimiser_of(0.1), 100) for _ in range(2))
    for step in range(20):
        short.step((step + 1) / 20)
    assert short.learning_rate == pytest.approx(0.0, abs=1e-9)
    long.load_state_dict(short.state_dict())
    assert long.learning_rate == short.learning_rate
    long.replan()
    assert long.learning_rate == pytest.approx(0.5 * (1 + math.cos(math.pi * 0.2)) * 0.1)
    long.step(0.5)
    assert long.learning_rate == pytest.approx(0.5 * 0.1)


def test_the_state_of_another_schedule_is_refused() -> None:
    state = Schedule("cosine", optimiser_of(0.1), 5).state_dict()
    with pytest.raises(BadInputError, match="“cosine”, which doesn't fit “constant”"):
        Schedule("constant", optimiser_of(0.1), 5).load_state_dict(state)
    with pytest.raises(BadInputError, match="Resume it with the recipe"):
        Schedule("cosine", optimiser_of(0.1, 0.2), 5).load_state_dict(state)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="constant, cosine, one_cycle, plateau"):
        Schedule("poly", optimiser_of(0.1), 5)


@pytest.mark.parametrize(("steps", "warmup_steps"), [(0, 0), (5, -1)])
def test_steps_out_of_range_are_refused(steps: int, warmup_steps: int) -> None:
    with pytest.raises(BadInputError, match="at least one step"):
        Schedule("cosine", optimiser_of(0.1), steps, warmup_steps=warmup_steps)
