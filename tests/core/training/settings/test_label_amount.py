"""How few labels are few: a dozen polygons are, a scene that was corrected from end to end isn't."""

from __future__ import annotations

import pytest
from outcrop.core.training.settings.label_amount import FEW_PIXELS, LabelAmount


@pytest.mark.parametrize(
    ("amount", "is_few"),
    [
        (LabelAmount(12, 6_000), True),
        (LabelAmount(120, 900_000), True),
        (LabelAmount(121, 6_000), False),
        (LabelAmount(12, 6_000, has_area=True), False),
        (LabelAmount(12, 60_000, beside=54_000), True),
        (LabelAmount(12, 1_006_000, beside=1_000_000), False),
        (LabelAmount(0, FEW_PIXELS, beside=FEW_PIXELS), True),
        (LabelAmount(0, FEW_PIXELS + 1, beside=FEW_PIXELS + 1), False),
    ],
)
def test_few_is_what_cant_tell_epochs_apart(amount: LabelAmount, is_few: bool) -> None:
    assert amount.is_few is is_few
