"""Class weights: hand-computed values, absent classes, and what each kind promises for any counts."""

from __future__ import annotations

import pytest
import torch
from hypothesis import assume, given
from hypothesis import strategies as st
from outcrop.core.errors import BadInputError, UnknownNameError
from outcrop.core.training.optimisation.class_weights import class_weights
from outcrop.core.training.settings.choices import CLASS_WEIGHTS


@pytest.mark.parametrize(
    ("name", "counts", "expected"),
    [
        ("none", [10, 1, 5], [1, 1, 1]),
        # inverse shares 16/10, 16, 16/5 have the mean 6.9333
        ("balanced", [10, 1, 5], [1.6 / 6.93333333, 16 / 6.93333333, 3.2 / 6.93333333]),
        ("balanced", [7, 7], [1, 1]),
        ("balanced", [30, 0, 10], [0.5, 0, 1.5]),
        ("median_frequency", [10, 1, 5], [0.5, 5, 1]),
        ("median_frequency", [40, 0, 10, 20, 30], [0.625, 0, 2.5, 1.25, 0.83333333]),  # median of four: 25
        ("none", [3, 0], [1, 0]),
    ],
)
def test_weights_by_hand(name: str, counts: list[int], expected: list[float]) -> None:
    weights = class_weights(name, torch.tensor(counts))
    assert weights.dtype == torch.float32
    torch.testing.assert_close(weights, torch.tensor(expected, dtype=torch.float32))


@given(counts=st.lists(st.integers(0, 10**12), min_size=2, max_size=12), factor=st.integers(2, 1000))
def test_what_holds_for_any_counts(counts: list[int], factor: int) -> None:
    assume(any(counts))
    present = torch.tensor([count > 0 for count in counts])
    pixels = torch.tensor(counts, dtype=torch.float64)
    for name in CLASS_WEIGHTS:
        weights = class_weights(name, counts)
        assert torch.equal(weights > 0, present)
        torch.testing.assert_close(class_weights(name, [count * factor for count in counts]), weights)
    balanced = class_weights("balanced", counts).double()
    assert float(balanced[present].mean()) == pytest.approx(1.0, rel=1e-5)
    for name in ("balanced", "median_frequency"):
        totals = (class_weights(name, counts).double() * pixels)[present]
        torch.testing.assert_close(totals, totals[:1].expand_as(totals), rtol=1e-5, atol=0)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match="balanced, median_frequency, none"):
        class_weights("inverse", [1, 2])


@pytest.mark.parametrize("counts", [[0, 0], [], [3, -1]])
def test_counts_that_say_nothing_are_refused(counts: list[int]) -> None:
    with pytest.raises(BadInputError, match="Draw polygons"):
        class_weights("balanced", counts)
